import { Op } from '../../../isa/index.ts';
import { RaisedException } from '../../errors.ts';
import { makeException, rescues } from '../../errors-in-flight.ts';
import { pushResult } from '../../frame.ts';
import { pushItem } from '../../handlers/control.ts';
import {
  EXHAUSTED,
  FunctionObject,
  GeneratorObject,
  InstanceObject,
  IteratorObject,
  ListIterator,
  ListReverseIterator,
  StringIterator,
  TableIterator,
  TupleIterator,
} from '../../objects/index.ts';
import { ITEM_OR_END, itemOrEnd, next, plainIterator } from '../../operations/iteration.ts';
import { LazyIterator } from '../../operations/lazy-iterator.ts';
import { NextCall, Pending, giveItem, type Outcome } from '../../pending.ts';
import { exceptionType } from '../../types/index.ts';
import type { Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { Word } from '../generated/words.ts';
import { raiseInLoop } from '../errors.ts';
import { drive, driveInSeat } from '../generators.ts';
import { attend, goOn, goTo, park } from '../going.ts';
import { firstTryOf, frameOfGenerator, generatorOf, isOfCall, takeFrame, takeTries } from '../frames.ts';
import {
  CALLS,
  CALL_WORDS,
  CODE,
  FUSED_CODE,
  Call,
  ENTRIES,
  PLAIN_CODE,
  REGISTERS,
  RESUME_AT,
  Register,
  Way,
  limits,
} from '../registers.ts';
import { freeSeat, rest } from '../seats.ts';
import { become } from './calls.ts';
import { callBuiltIn } from './natives.ts';
import { operate } from './operate.ts';
import { enterNextCall, goOnBehindCall } from '../repeated-calls.ts';
import { answerOf, isForMachine, rescueInLoop, settleFurther, settleInLoop, takerBehind } from '../settle.ts';
import { REFERENCES, TAGS, Tag, push, putReference, putValue, valueAt } from '../slots.ts';
import { SpecialWait, WAITS, setWait, waitAt, type Wait } from '../waits.ts';

/** `GET_ITER` */
export function getIterator(pc: number, sp: number, fp: number, calls: number): number {
  const iterable = TAGS[sp - 1] >= Tag.String ? (REFERENCES[sp - 1] as Value) : null;
  const iterator = plainIterator(iterable);
  if (iterator === null) {
    const isIterator = iterable instanceof GeneratorObject || iterable instanceof IteratorObject;
    return isIterator ? sp : operate(pc, sp, fp, calls);
  }
  try {
    putReference(sp - 1, running().machine.allocate(iterator));
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, sp, fp, calls);
}

/** `FOR_ITER` */
export function forIter(pc: number, sp: number, fp: number, calls: number): number {
  const iterator = iteratorAt(sp - 1);
  const engine = running();
  if (iterator instanceof ListIterator) {
    const item = iterator.next(engine.machine);
    if (item === EXHAUSTED) return endLoop(pc, sp, fp, calls);
    putValue(sp, item);
    return sp + 1;
  }
  if (iterator instanceof GeneratorObject) {
    if (iterator.state === 'finished') return endLoop(pc, sp, fp, calls);
    return drive(iterator, null, { result: sp, back: pc + 2, fp, calls }) ? attend(Way.elsewhere) : Way.leave;
  }
  if (iterator instanceof InstanceObject) {
    const way = callNextOf(iterator, pc, sp, fp, calls);
    if (way !== null) return way;
  }
  if (iterator instanceof LazyIterator) {
    const way = callForItem(iterator, pc, sp, fp, calls);
    if (way !== null) return way;
  }
  engine.hotFrames = calls / CALL_WORDS;
  try {
    const isNear = iterator instanceof IteratorObject && iterator.nesting === 1;
    const item = isNear ? iterator.next(engine.machine) : next(engine.machine, valueAt(sp - 1) as Value);
    if (item instanceof Pending) {
      return settleInLoop(item, null, pushItem, pc + 2, sp, fp, calls);
    }
    if (item === EXHAUSTED) return endLoop(pc, sp, fp, calls);
    putValue(sp, item);
    return goOn(pc, sp + 1, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}

/** Begins the call of an object's `__next__`; `null`, with nothing changed, where it is no function of the program, or more than a call. */
function callNextOf(object: InstanceObject, pc: number, sp: number, fp: number, calls: number): number | null {
  const method = object.class.specialMethod(Op.FOR_ITER, '__next__');
  if (!(method instanceof FunctionObject) || !enterNextCall(new NextCall(method, object), sp, fp, calls)) return null;
  setWait(calls + CALL_WORDS, { chain: ITEM_OR_END, deliver: pushItem, back: pc + 2, generator: null });
  return attend(Way.elsewhere);
}

/** Begins the call that gives the next item of `map` and the like; `null`, with nothing changed, where that is more than a call. */
function callForItem(iterator: LazyIterator, pc: number, sp: number, fp: number, calls: number): number | null {
  const call = iterator.nextCall(running().machine);
  if (call === undefined) return null;
  const { awaiting } = iterator;
  if (!enterNextCall(call, sp, fp, calls)) return settleInLoop(call.pending, awaiting, pushItem, pc + 2, sp, fp, calls);
  setWait(calls + CALL_WORDS, { chain: awaiting, deliver: pushItem, back: pc + 2, generator: null });
  return attend(Way.elsewhere);
}

/* The same, where the last one has been an iterator of a kind: the host finds out sooner what a value is where it is asked for one class. */

/** `FOR_ITER` of a dict or set. */
export function nextOfTable(pc: number, sp: number, fp: number, calls: number): number {
  const iterator = iteratorAt(sp - 1);
  if (!(iterator instanceof TableIterator)) return forIterOfAnother(pc, sp, fp, calls);
  const simple = iterator.epoch === limits.epoch ? iterator.takeSimple() : undefined;
  if (simple !== undefined) {
    putValue(sp, simple);
    return sp + 1;
  }
  try {
    const item = iterator.next(running().machine);
    if (item === EXHAUSTED) return endLoop(pc, sp, fp, calls);
    putValue(sp, item);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, sp + 1, fp, calls);
}

/** `FOR_ITER` of a string. */
export function nextOfText(pc: number, sp: number, fp: number, calls: number): number {
  const iterator = iteratorAt(sp - 1);
  if (!(iterator instanceof StringIterator)) return forIterOfAnother(pc, sp, fp, calls);
  const character = iterator.next(running().machine);
  if (character === EXHAUSTED) return endLoop(pc, sp, fp, calls);
  TAGS[sp] = Tag.String;
  REFERENCES[sp] = character as string;
  return sp + 1;
}

/** `FOR_ITER` of a tuple. */
export function nextOfTuple(pc: number, sp: number, fp: number, calls: number): number {
  const iterator = iteratorAt(sp - 1);
  if (!(iterator instanceof TupleIterator)) return forIterOfAnother(pc, sp, fp, calls);
  const item = iterator.next(running().machine);
  if (item === EXHAUSTED) return endLoop(pc, sp, fp, calls);
  putValue(sp, item);
  return sp + 1;
}

/** `FOR_ITER` of a list from its end. */
export function nextOfReversed(pc: number, sp: number, fp: number, calls: number): number {
  const iterator = iteratorAt(sp - 1);
  if (!(iterator instanceof ListReverseIterator)) return forIterOfAnother(pc, sp, fp, calls);
  const item = iterator.next(running().machine);
  if (item === EXHAUSTED) return endLoop(pc, sp, fp, calls);
  putValue(sp, item);
  return sp + 1;
}

/** The same of anything else: the loop learns anew what that is. */
function forIterOfAnother(pc: number, sp: number, fp: number, calls: number): number {
  if (FUSED_CODE[pc] === PLAIN_CODE[pc]) become(Word.FOR_ITER, pc);
  return forIter(pc, sp, fp, calls);
}

function iteratorAt(slot: number): unknown {
  return TAGS[slot] === Tag.Object ? REFERENCES[slot] : null;
}

/** `CALL_FUNC` of `next` with an iterator. */
export function nextItem(pc: number, sp: number, fp: number, calls: number): number {
  const iterator = TAGS[sp - 1] === Tag.Object ? REFERENCES[sp - 1] : null;
  const isDriven =
    iterator instanceof GeneratorObject && driveInSeat(iterator, null, { result: sp - 1, back: pc + 2, fp, calls });
  return isDriven ? attend(Way.elsewhere) : callBuiltIn(pc, sp, fp, calls);
}

/** The iterator goes, and the program goes on behind the loop. */
export function endLoop(pc: number, sp: number, fp: number, calls: number): number {
  // The next loop may be through something that the loop knows a way for.
  if (FUSED_CODE[pc] === Word.FOR_ITER_OTHER) become(Word.FOR_ITER, pc);
  goTo(CODE[pc + 1], sp - 1, fp, calls);
  return attend(Way.elsewhere);
}

/** `YIELD` */
export function yieldValue(pc: number, sp: number, fp: number, calls: number): number {
  if (calls === 0) return Way.leave;
  const back = CALLS[calls + Call.back];
  if (back === RESUME_AT) return yieldToOperation(pc, sp, fp, calls);
  suspend(pc, sp, fp, calls);
  const result = CALLS[calls + Call.result];
  push(result, sp - 1);
  goTo(back, result + 1, CALLS[calls + Call.fp], calls - CALL_WORDS);
  return attend(Way.elsewhere);
}

/** One that takes item after item does so before anything else: where it waits for the next one, the generator goes on at once. */
function yieldToOperation(pc: number, sp: number, fp: number, calls: number): number {
  const engine = running();
  const { heap } = engine.machine;
  const below = calls - CALL_WORDS;
  const { chain, deliver, back } = waitAt(calls);
  const result = CALLS[calls + Call.result];
  const callerFp = CALLS[calls + Call.fp];
  let outcome: Outcome = valueAt(sp - 1) as Value;
  let left = chain;
  let settle = settleInLoop;
  const taker = chain === null || heap.isDue ? null : takerBehind(chain);
  if (taker !== null && taker.data[0] === generatorOf(calls, fp)) {
    engine.hotFrames = below / CALL_WORDS;
    try {
      const answer = giveItem(engine.machine, taker, outcome);
      if (answer === undefined && !heap.isDue) {
        TAGS[sp - 1] = Tag.None;
        return goOn(pc, sp, fp, calls);
      }
      settle = settleFurther;
      if (answer === undefined) {
        outcome = new Pending({ kind: 'send', generator: taker.data[0] as GeneratorObject, value: null });
      } else {
        outcome = answerOf(taker, answer);
        left = taker.next;
      }
    } catch (thrown) {
      if (!isForMachine(thrown)) {
        suspend(pc, sp, fp, calls);
        return park({ kind: 'failure', thrown, chain: taker.next, deliver }, back, result, callerFp, below);
      }
    }
  }
  suspend(pc, sp, fp, calls);
  return settle(outcome, left, deliver, back, result, callerFp, below);
}

/** Suspends the generator whose frame begins at `fp`, behind the `YIELD` at `pc`: in its seat, or in its own frame. */
function suspend(pc: number, sp: number, fp: number, calls: number): void {
  const generator = generatorOf(calls, fp);
  if (fp < limits.seats) {
    vacate(generator, pc + 2, sp - 1, fp, calls);
  } else if (!rest(generator, fp, pc + 2, sp - 1, calls)) {
    vacate(generator, pc + 2, sp - 1, fp, calls);
    freeSeat(CALLS[calls + Call.function], fp);
  }
}

/** Writes the frame of a generator back that has no seat, or too many handlers for one. */
function vacate(generator: GeneratorObject, pc: number, sp: number, fp: number, calls: number): void {
  const frame = frameOfGenerator(generator, fp);
  takeFrame(frame, fp, sp);
  frame.at = (pc - ENTRIES[frame.function.index]) / 2;
  const firstTry = firstTryOf(calls);
  if (firstTry !== REGISTERS[Register.tries] || frame.handlers.length > 0) takeTries(frame, calls, firstTry);
  REGISTERS[Register.tries] = firstTry;
  frame.continuation = null;
  generator.enter(running().machine.heap, 'suspended');
}

/** `RETURN_VALUE` of a generator. */
export function returnFromGenerator(_pc: number, sp: number, first: number, calls: number): number {
  if (calls === 0) return Way.leave;
  const { heap } = running().machine;
  const generator = generatorOf(calls, first);
  const value = valueAt(sp - 1) as Value;
  generator.enter(heap, 'finished');
  if (first >= limits.seats) freeSeat(CALLS[calls + Call.function], first);
  REGISTERS[Register.tries] = firstTryOf(calls);
  const back = CALLS[calls + Call.back];
  const result = CALLS[calls + Call.result];
  const fp = CALLS[calls + Call.fp];
  const below = calls - CALL_WORDS;
  if (back !== RESUME_AT && !isOfCall(calls)) {
    goTo(CODE[back - 1], result - 1, fp, below);
    return attend(Way.elsewhere);
  }
  const wait = back === RESUME_AT ? waitAt(calls) : null;
  if (wait !== null && wait.chain?.step === itemOrEnd)
    return settleInLoop(EXHAUSTED, wait.chain.next, wait.deliver, wait.back, result, fp, below);
  const end = makeException(heap, exceptionType('StopIteration'), value === null ? [] : [value]);
  if (wait === null) return raiseInLoop(new RaisedException(end), back - 2, result, fp, below);
  const { chain, deliver, back: behind } = wait;
  if (chain !== null && rescues(chain.step, end.class))
    return rescueInLoop(chain, end, deliver, behind, result, fp, below);
  if (chain === null || chain.next === null) {
    // Nobody else waits: it is an error of the instruction that had asked for an item.
    chain?.step.abandon?.(running().machine, ...chain.data);
    return raiseInLoop(new RaisedException(end), behind - 2, result, fp, below);
  }
  return park({ kind: 'failure', thrown: new RaisedException(end), chain, deliver }, behind, result, fp, below);
}

/** Whether an instruction gets a result as it is, on top of its stack. */
function isPlain({ chain, deliver }: Wait): boolean {
  if (chain === null) return deliver === pushResult;
  const passesOn = chain.step.passesOn === true && (chain.next === null || chain.next === ITEM_OR_END);
  return deliver === pushItem && passesOn && !running().machine.heap.isDue;
}

/** Takes back where the result of a call goes that somebody waits for: no instruction of the program. */
export function resume(_pc: number, sp: number, fp: number, calls: number): number {
  const special = WAITS[calls / CALL_WORDS + 1];
  if (special instanceof SpecialWait && special.pushes(sp - 1)) {
    goTo(special.back, sp, fp, calls);
    REGISTERS[Register.counted] = 0;
    return attend(Way.elsewhere);
  }
  const wait = waitAt(calls + CALL_WORDS);
  if (isPlain(wait)) {
    goTo(wait.back, sp, fp, calls);
    REGISTERS[Register.counted] = 0;
    return attend(Way.elsewhere);
  }
  const way = goOnBehindCall(wait, sp - 1, fp, calls);
  REGISTERS[Register.counted] = 0;
  return way;
}
