import { exceptionOf, isFatal } from '../errors-in-flight.ts';
import { Raised } from '../errors.ts';
import { WAIT_FOR_INPUT } from '../wait-for-input.ts';
import { DO_PLAINLY, running } from './current.ts';
import { goTo } from './going.ts';
import { CALLS, CALL_WORDS, Call, REGISTERS, RESUME_AT, Register, TRIES, TRY_WORDS, Try, Way } from './registers.ts';
import { putValue } from './slots.ts';
import { madeAt } from './waits.ts';

/** Raises what the instruction at `pc` has thrown: goes on at its handler, where that is in the loop. */
export function raiseInLoop(thrown: unknown, pc: number, sp: number, fp: number, calls: number): number {
  // What needs the machine to be as it is between two instructions has not happened, and happens there.
  if (thrown === DO_PLAINLY || thrown === WAIT_FOR_INPUT) return Way.leave;
  const { machine, isChecking } = running();
  // The stack may be lower than a handler needs it: the machine looks.
  if (isChecking) return park(thrown, pc, sp, fp, calls);
  const top = REGISTERS[Register.tries] - TRY_WORDS;
  const isFatalError = thrown instanceof Raised && isFatal(thrown.kind);
  if (top === 0 || isFatalError || !isPlainWay(calls, TRIES[top + Try.calls])) return park(thrown, pc, sp, fp, calls);
  const exception = exceptionOf(machine.heap, thrown);
  const target = TRIES[top + Try.calls];
  const height = TRIES[top + Try.sp];
  putValue(height, exception);
  REGISTERS[Register.tries] = top;
  goTo(TRIES[top + Try.target], height + 1, target === calls ? fp : CALLS[target + CALL_WORDS + Call.fp], target);
  return machine.heap.isDue || machine.isStopping ? Way.stop : Way.elsewhere;
}

/** Whether between a call and the outer one whose handler it is there are only plain calls, that nobody waits for. */
function isPlainWay(calls: number, outer: number): boolean {
  const { linked } = running();
  for (let record = calls; record > outer; record -= CALL_WORDS) {
    if (CALLS[record + Call.back] === RESUME_AT && madeAt(record) === null) return false;
    if (linked.functions[CALLS[record + Call.function]].isGenerator) return false;
  }
  return true;
}

/** Leaves an error to the machine. */
function park(thrown: unknown, pc: number, sp: number, fp: number, calls: number): number {
  running().parked = { kind: 'error', thrown };
  goTo(pc + 2, sp, fp, calls);
  return Way.stop;
}
