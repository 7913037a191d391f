import { dropResult, pushResult } from '../../frame.ts';
import { OPERATIONS, givesValue } from '../../handlers/index.ts';
import { INSTRUCTIONS } from '../../../isa/index.ts';
import { Pending } from '../../pending.ts';
import { functionOf, running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { goOn } from '../going.ts';
import { CALL_WORDS, ENTRIES, Way } from '../registers.ts';
import { settleInLoop } from '../settle.ts';
import { putValue } from '../slots.ts';
import { enterSpecialMethod } from './special-methods.ts';
import { window } from '../window.ts';

/**
 * Does the instruction at `pc` by its operation, whatever its operands are. Answers with the new `sp`, or with a `Way`: not every
 * instruction is an operation, and not every operation is over at once.
 */
export function operate(pc: number, sp: number, fp: number, calls: number): number {
  const engine = running();
  const { machine } = engine;
  const caller = functionOf(calls);
  const at = (pc - ENTRIES[caller.index]) / 2;
  const opcode = caller.code.opcodes[at];
  const operation = OPERATIONS[opcode];
  if (operation === undefined) return Way.leave;
  const way = enterSpecialMethod(opcode, pc, sp, fp, calls);
  if (way !== null) return way;
  engine.hotFrames = calls / CALL_WORDS;
  const result = sp - caller.needs[at];
  try {
    const outcome = operation(machine, window.move(caller, sp, fp), caller.code.operands[at]);
    if (outcome instanceof Pending) {
      const deliver = GIVES_VALUE[opcode] ? pushResult : dropResult;
      return settleInLoop(outcome, null, deliver, pc + 2, result, fp, calls);
    }
    if (!GIVES_VALUE[opcode]) return goOn(pc, result, fp, calls);
    putValue(result, outcome);
    return goOn(pc, result + 1, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}

/** By opcode. */
const GIVES_VALUE: readonly boolean[] = (() => {
  const table = new Array<boolean>(256).fill(false);
  for (const instruction of INSTRUCTIONS) table[instruction.code] = givesValue(instruction);
  return table;
})();
