import { RaisedException } from '../../errors.ts';
import { pushResult } from '../../frame.ts';
import { isExceptionClass, isMatch, raiseIt } from '../../handlers/exceptions.ts';
import { ExceptionObject } from '../../objects/index.ts';
import { running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { settleFurther } from '../settle.ts';
import { CALL_WORDS, Way } from '../registers.ts';
import type { Continuation } from '../../pending.ts';
import type { Value } from '../../values/index.ts';
import { putValue, valueAt } from '../slots.ts';

/** `RAISE` of an exception, or of a class, which is called first. */
export function raiseTop(pc: number, sp: number, fp: number, calls: number): number {
  const raised = valueAt(sp - 1) as Value;
  if (raised instanceof ExceptionObject) return raiseInLoop(new RaisedException(raised), pc, sp, fp, calls);
  if (!isExceptionClass(raised)) return Way.leave;
  const engine = running();
  engine.hotFrames = calls / CALL_WORDS;
  const { machine } = engine;
  try {
    const made = machine.heap.made(raised.construct(machine, raised, NO_ARGUMENTS));
    if (made instanceof ExceptionObject && !machine.heap.isDue)
      return raiseInLoop(new RaisedException(made), pc, sp - 1, fp, calls);
    const chain = { step: raiseIt as unknown as Continuation['step'], data: [raised], next: null };
    return settleFurther(made, chain, pushResult, pc + 2, sp - 1, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}

const NO_ARGUMENTS = { values: [], names: [] };

/** `EXC_MATCH`: the exception stays under the answer. */
export function matchTop(pc: number, sp: number, fp: number, calls: number): number {
  try {
    putValue(sp - 1, isMatch(running().machine, valueAt(sp - 2) as Value, valueAt(sp - 1) as Value));
    return sp;
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}
