import { exceptionOf, isFatal, rescues } from '../errors-in-flight.ts';
import { Raised, RaisedException } from '../errors.ts';
import { WAIT_FOR_INPUT } from '../wait-for-input.ts';
import { DO_PLAINLY, functionOf, running } from './current.ts';
import { goTo, park } from './going.ts';
import { CALLS, CALL_WORDS, Call, REGISTERS, RESUME_AT, Register, TRIES, TRY_WORDS, Try, Way } from './registers.ts';
import { rescueInLoop } from './settle.ts';
import { putValue } from './slots.ts';
import { madeAt, waitAt } from './waits.ts';

/** Raises what the instruction at `pc` has thrown: goes on at its handler, where that is in the loop. */
export function raiseInLoop(thrown: unknown, pc: number, sp: number, fp: number, calls: number): number {
  // What needs the machine to be as it is between two instructions has not happened, and happens there.
  if (thrown === DO_PLAINLY || thrown === WAIT_FOR_INPUT) return Way.leave;
  const { machine, isChecking } = running();
  // The stack may be lower than a handler needs it: the machine looks.
  if (isChecking) return leave(thrown, pc, sp, fp, calls);
  if (thrown instanceof Raised && isFatal(thrown.kind)) return leave(thrown, pc, sp, fp, calls);
  const top = REGISTERS[Register.tries] - TRY_WORDS;
  const handler = top === 0 ? NO_HANDLER : TRIES[top + Try.calls];
  const passed = firstToPass(calls, handler);
  if (passed !== handler) return rescueAt(passed, thrown, pc, sp, fp, calls);
  if (handler === NO_HANDLER) return leave(thrown, pc, sp, fp, calls);
  const exception = exceptionOf(machine.heap, thrown);
  const height = TRIES[top + Try.sp];
  putValue(height, exception);
  REGISTERS[Register.tries] = top;
  goTo(TRIES[top + Try.target], height + 1, handler === calls ? fp : CALLS[handler + CALL_WORDS + Call.fp], handler);
  return machine.heap.isDue || machine.isStopping ? Way.stop : Way.elsewhere;
}

/** In the place of the call whose handler it is. Calls count from 0. */
const NO_HANDLER = -CALL_WORDS;

/** The innermost call on the way to the one that handles an error that is more than a plain call; that one, where there is none. */
function firstToPass(calls: number, handler: number): number {
  for (let record = calls; record > handler && record > 0; record -= CALL_WORDS) {
    if (CALLS[record + Call.back] === RESUME_AT && madeAt(record) === null) return record;
    if (functionOf(record).isGenerator) return record;
  }
  return handler;
}

/** Raises an error for who waits for a call, if it is rescued there: most often the `StopIteration` of a `__next__`. */
function rescueAt(record: number, thrown: unknown, pc: number, sp: number, fp: number, calls: number): number {
  const isWaitedFor = CALLS[record + Call.back] === RESUME_AT;
  if (!isWaitedFor || functionOf(record).isGenerator) return leave(thrown, pc, sp, fp, calls);
  const { chain, deliver, back } = waitAt(record);
  const exception = exceptionOf(running().machine.heap, thrown);
  if (chain === null || !rescues(chain.step, exception.class))
    return leave(new RaisedException(exception), pc, sp, fp, calls);
  const result = CALLS[record + Call.result];
  return rescueInLoop(chain, exception, deliver, back, result, CALLS[record + Call.fp], record - CALL_WORDS);
}

/** Leaves an error to the machine. */
function leave(thrown: unknown, pc: number, sp: number, fp: number, calls: number): number {
  return park({ kind: 'error', thrown }, pc + 2, sp, fp, calls);
}
