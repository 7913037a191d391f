import { Frame, pushResult } from '../frame.ts';
import { ITEM_OR_STOP } from '../built-ins/iteration.ts';
import { pushItem } from '../handlers/control.ts';
import type { Cell, GeneratorObject } from '../objects/index.ts';
import { ITEM_OR_END } from '../operations/iteration.ts';
import type { Value } from '../values/index.ts';
import type { CallStack } from '../call-stack.ts';
import type { LinkedProgram } from '../link.ts';
import { Word } from './generated/words.ts';
import type { Image } from './image.ts';
import {
  CALLS,
  CALL_WORDS,
  Call,
  ENTRIES,
  FRAME_SIZES,
  PLAIN_CODE,
  REGISTERS,
  RESUME_AT,
  Register,
  Seat,
  TRIES,
  TRY_WORDS,
  Try,
  limits,
} from './registers.ts';
import { REFERENCES, putReference, putValue, valueAt } from './slots.ts';
import { backAt, setWait, waitAt } from './waits.ts';

/** Makes a frame of the machine the one that the loop begins with, in the slots from `fp` on. */
export function loadFrame(frame: Frame, fp: number): void {
  const { index } = frame.function;
  CALLS[Call.function] = index;
  REGISTERS[Register.pc] = ENTRIES[index] + 2 * frame.at;
  REGISTERS[Register.fp] = fp;
  REGISTERS[Register.calls] = 0;
  REGISTERS[Register.tries] = TRY_WORDS;
  REGISTERS[Register.sp] = putFrame(frame, fp, 0);
}

/**
 * Makes a frame that an operation of the one below waits for the first call of the loop, which has just begun with that one: so the
 * operation goes on in the loop as well.
 */
export function loadAwaited(frame: Frame): void {
  const { continuation: chain, deliver, generator, at } = frame;
  const { index } = frame.function;
  const fp = REGISTERS[Register.sp];
  const record = pushCall(index, fp, RESUME_AT, REGISTERS[Register.fp], 0);
  setWait(record, { chain, deliver, back: REGISTERS[Register.pc], generator });
  REGISTERS[Register.pc] = ENTRIES[index] + 2 * at;
  REGISTERS[Register.fp] = fp;
  REGISTERS[Register.calls] = record;
  REGISTERS[Register.sp] = putFrame(frame, fp, record);
}

/** Adds a record; answers with its place. */
export function pushCall(index: number, result: number, back: number, fp: number, calls: number): number {
  const record = calls + CALL_WORDS;
  CALLS[record + Call.back] = back;
  CALLS[record + Call.fp] = fp;
  CALLS[record + Call.result] = result;
  CALLS[record + Call.function] = index;
  return record;
}

/** Puts what a frame holds into the slots from `fp` on, as that of a call of the loop; answers with its `sp`. */
export function putFrame(
  { function: { index }, locals, cells, stack, handlers }: Frame,
  fp: number,
  record: number,
): number {
  let slot = fp;
  for (let each = 0; each < locals.length; each++) putValue(slot++, locals[each]);
  for (let each = 0; each < cells.length; each++) putReference(slot++, cells[each]);
  const base = slot;
  for (let each = 0; each < stack.length; each++) putValue(slot++, stack[each]);
  if (handlers.length > 0)
    for (const { target, height } of handlers) pushTry(ENTRIES[index] + 2 * target, base + height, record);
  return slot;
}

/** Sets up a handler of errors for a call of the loop. */
export function pushTry(target: number, sp: number, record: number): void {
  const top = REGISTERS[Register.tries];
  TRIES[top + Try.target] = target;
  TRIES[top + Try.sp] = sp;
  TRIES[top + Try.calls] = record;
  REGISTERS[Register.tries] = top + TRY_WORDS;
}

/** What has calls in the loop. */
interface Hot {
  readonly calls: CallStack;
  readonly linked: LinkedProgram;
  readonly image: Image;
}

/** Writes the frames of the loop back: into `bottom`, with which it began, and into one more frame for each of its calls. */
export function flushFrames(hot: Hot, bottom: Frame): void {
  const last = REGISTERS[Register.calls];
  let frame = bottom;
  let tries = TRY_WORDS;
  for (let record = 0; ; record += CALL_WORDS) {
    const isLast = record === last;
    const above = record + CALL_WORDS;
    takeFrame(frame, fpOf(record), isLast ? REGISTERS[Register.sp] : CALLS[above + Call.result]);
    tries = takeTries(frame, record, tries);
    const pc = isLast ? REGISTERS[Register.pc] : backOf(above);
    frame.at = (pc - ENTRIES[frame.function.index]) / 2;
    if (isLast) return;
    frame = calledFrame(hot, above);
    hot.calls.push(frame);
  }
}

/** Makes a frame what the slots from `fp` up to `end` hold. */
export function takeFrame({ locals, cells, stack }: Frame, fp: number, end: number): void {
  for (let each = 0; each < locals.length; each++) locals[each] = valueAt(fp + each);
  const base = fp + locals.length + cells.length;
  // To set the length of an array is slow in the host.
  if (stack.length !== end - base) stack.length = end - base;
  for (let slot = base; slot < end; slot++) stack[slot - base] = valueAt(slot) as Value;
}

/** Gives a frame the handlers of its call, the first of which is at `from` if there is one; answers where the next call's are. */
export function takeTries({ handlers, function: { index } }: Frame, record: number, from: number): number {
  const end = REGISTERS[Register.tries];
  const base = fpOf(record) + FRAME_SIZES[index];
  if (handlers.length > 0) handlers.length = 0;
  let each = from;
  for (; each < end && TRIES[each + Try.calls] === record; each += TRY_WORDS) {
    handlers.push({ target: (TRIES[each + Try.target] - ENTRIES[index]) / 2, height: TRIES[each + Try.sp] - base });
  }
  return each;
}

/** Where the handlers of the innermost call begin. */
export function firstTryOf(record: number): number {
  let first = REGISTERS[Register.tries];
  while (TRIES[first - TRY_WORDS + Try.calls] === record) first -= TRY_WORDS;
  return first;
}

function fpOf(record: number): number {
  return record === REGISTERS[Register.calls] ? REGISTERS[Register.fp] : CALLS[record + CALL_WORDS + Call.fp];
}

/** Where the caller of a record goes on. */
function backOf(record: number): number {
  const back = CALLS[record + Call.back];
  return back === RESUME_AT ? backAt(record) : back;
}

/** The frame of a call that the loop has made: a new one, or that of a generator. */
function calledFrame({ linked, image: { isProven } }: Hot, record: number): Frame {
  const called = linked.functions[CALLS[record + Call.function]];
  const wait = CALLS[record + Call.back] === RESUME_AT ? waitAt(record) : null;
  const fp = fpOf(record);
  const generator = called.isGenerator ? generatorOf(record, fp) : null;
  const frame = generator === null ? newFrame(called, fp) : frameOfGenerator(generator, fp);
  const isOfLoop = generator !== null && wait === null && !isOfCall(record);
  frame.isChecked = !isProven[called.index];
  frame.continuation = isOfLoop
    ? ITEM_OR_END
    : generator !== null && wait === null
      ? ITEM_OR_STOP
      : (wait?.chain ?? null);
  frame.deliver = isOfLoop ? pushItem : (wait?.deliver ?? pushResult);
  return frame;
}

/** The frame of a generator that the slots from `fp` on hold. One that was made in its seat gets it only now. */
export function frameOfGenerator(generator: GeneratorObject, fp: number): Frame {
  if (generator.frame === null) generator.receive(newFrame(generator.function, fp));
  return generator.frame as Frame;
}

function newFrame(called: Frame['function'], fp: number): Frame {
  const { code, cellCount } = called;
  const firstCell = fp + code.locals.length;
  const cells = Array.from({ length: cellCount }, (_, index) => REFERENCES[firstCell + index] as Cell);
  return new Frame(called, new Array<Value | undefined>(code.locals.length).fill(undefined), cells);
}

/** The generator that a call runs, in the frame at `fp`: its seat knows it, or who waits for it. A loop of the program has it under its item. */
export function generatorOf(record: number, fp: number): GeneratorObject {
  if (fp >= limits.seats) return REFERENCES[fp + Seat.generator] as GeneratorObject;
  const waited = CALLS[record + Call.back] === RESUME_AT ? waitAt(record).generator : null;
  return waited ?? (REFERENCES[CALLS[record + Call.result] - 1] as GeneratorObject);
}

/** Whether a call that nobody waits for runs a generator for `next` or `send`, and not for a loop of the program. */
export function isOfCall(record: number): boolean {
  const word = PLAIN_CODE[CALLS[record + Call.back] - 2];
  return word === Word.NEXT || word === Word.CALL_METHOD;
}
