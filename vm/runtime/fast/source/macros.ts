import { CALLS, FRAME_SIZES, REGISTERS, Register, Seat, TRIES, TRY_WORDS, Try } from '../registers.ts';
import { ClassAttributes, type GeneratorObject, type InstanceObject } from '../../objects/index.ts';
import { setUpTries } from '../seats.ts';
import type { Lesson } from '../sites.ts';
import type { Value } from '../../values/index.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, putValue, unbind } from '../slots.ts';

/* Each is put in the place of its calls, so its arguments are names or simple sums of names. */

export const isInt = (slot: number): boolean => TAGS[slot] === Tag.Int;
/** Whether an int has at most 31 bits and its sign: the heap does not count those. */
export const isSmall = (slot: number): boolean => (NUMBERS[slot] | 0) === NUMBERS[slot];
export const areInts = (left: number, right: number): boolean => TAGS[left] === Tag.Int && TAGS[right] === Tag.Int;
/** Whether both are numbers, of whichever kind. */
export const areNumbers = (left: number, right: number): boolean => TAGS[left] <= Tag.Float && TAGS[right] <= Tag.Float;
export const isNumber = (slot: number): boolean => TAGS[slot] <= Tag.Bool;
/** Whether what has been learned of objects of a class holds for this one of them. */
export const holds = (lesson: Lesson, object: InstanceObject): boolean =>
  lesson.shape === object.attributes.shape && lesson.changes === ClassAttributes.changes;
export const isUnbound = (slot: number): boolean => TAGS[slot] === Tag.Unbound;

/** Whether the result of an operation on ints is one of at most 53 bits. */
export const isSafe = (int: number): boolean => int <= 9007199254740991 && int >= -9007199254740991;

export function setInt(slot: number, value: number): void {
  TAGS[slot] = Tag.Int;
  NUMBERS[slot] = value;
}

export function setFloat(slot: number, value: number): void {
  TAGS[slot] = Tag.Float;
  NUMBERS[slot] = value;
}

export function setBool(slot: number, value: boolean): void {
  TAGS[slot] = Tag.Bool;
  NUMBERS[slot] = value ? 1 : 0;
}

export function copy(to: number, from: number): void {
  const tag = TAGS[from];
  TAGS[to] = tag;
  if (tag < Tag.BigInt) NUMBERS[to] = NUMBERS[from];
  else REFERENCES[to] = REFERENCES[from];
}

export function put(slot: number, value: Value): void {
  if (typeof value === 'number') {
    TAGS[slot] = Tag.Int;
    NUMBERS[slot] = value;
  } else {
    putValue(slot, value);
  }
}

/** Gives the value of a slot to the caller, and makes the caller's frame the innermost one. */
export function endFrame(from: number): void {
  const to = CALLS[calls + 2];
  copy(to, from);
  sp = to + 1;
  fp = CALLS[calls + 1];
  calls -= 4;
}

/** Records a call, behind which the caller goes on with the next instruction. */
export function recordCall(callee: number, result: number): void {
  calls += 4;
  CALLS[calls] = pc + 2;
  CALLS[calls + 1] = fp;
  CALLS[calls + 2] = result;
  CALLS[calls + 3] = callee;
}

/** Whether a call has set up handlers that are still there. */
export const hasTries = (record: number): boolean =>
  TRIES[REGISTERS[Register.tries] - TRY_WORDS + Try.calls] === record;

/** Records a call that goes on in the seat of a generator. The `YIELD` where it stands gets `None`. */
export function goOnInSeat(generator: GeneratorObject, seat: number, result: number): void {
  generator.goOn();
  recordCall(NUMBERS[seat + Seat.function] | 0, result);
  fp = seat;
  sp = NUMBERS[seat + Seat.sp] | 0;
  if (NUMBERS[seat + Seat.tries] > 0) setUpTries(seat, calls);
  TAGS[sp] = Tag.None;
  sp += NUMBERS[seat + Seat.gets] | 0;
  NUMBERS[seat + Seat.gets] = 1;
}

/** Records a call, and makes the slots behind its arguments those of a new frame. */
export function beginFrame(callee: number, first: number, result: number): void {
  recordCall(callee, result);
  fp = first;
  const end = first + FRAME_SIZES[callee];
  // In a function of its own: with a loop in it this one would be compiled to slower code.
  if (sp !== end) unbind(sp, end);
  sp = end;
}
