import { exceptionOf, isFatal } from '../errors-in-flight.ts';
import { Raised, RaisedException } from '../errors.ts';
import { pushResult } from '../frame.ts';
import { isExceptionClass, isMatch, raiseIt } from '../handlers/exceptions.ts';
import { WAIT_FOR_INPUT } from '../machine.ts';
import { ExceptionObject } from '../objects/index.ts';
import { DO_PLAINLY, running } from './engine.ts';
import { Word } from './generated/words.ts';
import { goTo, operate } from './operate.ts';
import { settleInLoop } from './settle.ts';
import { CALLS, CALL_WORDS, Call, PLAIN_CODE, REGISTERS, RESUME_AT, Register, TRIES, TRY_WORDS, Try, Way } from './registers.ts';
import type { Continuation } from '../pending.ts';
import { ZERO_DIVISION, type Value } from '../values/index.ts';
import { NUMBERS, TAGS, Tag, putValue, valueAt } from './slots.ts';

/** Raises what the instruction at `pc` has thrown: goes on at its handler, where that is in the loop. */
export function raiseInLoop(thrown: unknown, pc: number, sp: number, fp: number, calls: number): number {
  // What needs the machine to be as it is between two instructions has not happened, and happens there.
  if (thrown === DO_PLAINLY || thrown === WAIT_FOR_INPUT) return Way.leave;
  const { machine } = running();
  const top = REGISTERS[Register.tries] - TRY_WORDS;
  const isFatalError = thrown instanceof Raised && isFatal(thrown.kind);
  if (top < 0 || isFatalError || !isPlainWay(calls, TRIES[top + Try.calls])) return park(thrown, pc, sp, fp, calls);
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
    if (CALLS[record + Call.back] === RESUME_AT) return false;
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

/** `RAISE` of an exception, or of a class, which is called first. */
export function raiseTop(pc: number, sp: number, fp: number, calls: number): number {
  const raised = valueAt(sp - 1) as Value;
  if (raised instanceof ExceptionObject) return raiseInLoop(new RaisedException(raised), pc, sp, fp, calls);
  if (!isExceptionClass(raised)) return Way.leave;
  const engine = running();
  engine.hotFrames = calls / CALL_WORDS;
  const { machine } = engine;
  try {
    const made = machine.heap.made(raised.construct(machine, raised, { values: [], names: [] }));
    if (made instanceof ExceptionObject) return raiseInLoop(new RaisedException(made), pc, sp - 1, fp, calls);
    const chain = { step: raiseIt as unknown as Continuation['step'], data: [raised], next: null };
    return settleInLoop(made, chain, pushResult, pc + 2, sp - 1, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}

/**
 * A division whose operands the loop does not know. Dividing by zero is raised here and not thrown: the host takes a hundred times as
 * long for a `throw` as for a call.
 */
export function divide(pc: number, sp: number, fp: number, calls: number): number {
  if (NUMBERS[sp - 1] !== 0 || TAGS[sp - 1] !== Tag.Int || TAGS[sp - 2] !== Tag.Int) return operate(pc, sp, fp, calls);
  const word = PLAIN_CODE[pc];
  const operator = word === Word.DIV ? 'DIV' : word === Word.MOD ? 'MOD' : 'FLOOR_DIV';
  return raiseInLoop(new Raised('ZeroDivisionError', ZERO_DIVISION[operator]), pc, sp, fp, calls);
}

/** `EXC_MATCH`: the exception stays under the answer. */
export function matchTop(pc: number, sp: number, fp: number, calls: number): number {
  try {
    putValue(sp - 1, isMatch(running().machine, valueAt(sp - 2) as Value, valueAt(sp - 1) as Value));
    return sp;
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}
