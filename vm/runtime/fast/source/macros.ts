import { CALLS, FRAME_SIZES, REGISTERS, Register, Seat, TRIES, TRY_WORDS, Try, limits } from '../registers.ts';
import {
  ClassAttributes,
  InstanceObject,
  ListObject,
  type GeneratorObject,
  type ListIterator,
} from '../../objects/index.ts';
import { putCounted } from '../outside/stores.ts';
import { setUpTries } from '../seats.ts';
import type { Lesson, Site } from '../sites.ts';
import type { HeapObject, Value } from '../../values/index.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, push, putValue, unbind } from '../slots.ts';

/* Each is put in the place of its calls, so its arguments are names or simple sums of names. */

export const isInt = (slot: number): boolean => TAGS[slot] === Tag.Int;
/** Whether an int has at most 31 bits and its sign: the heap does not count those. */
export const isSmall = (slot: number): boolean => (NUMBERS[slot] | 0) === NUMBERS[slot];
export const areInts = (left: number, right: number): boolean => TAGS[left] === Tag.Int && TAGS[right] === Tag.Int;
/** Whether both are numbers, of whichever kind. */
export const areNumbers = (left: number, right: number): boolean => TAGS[left] <= Tag.Float && TAGS[right] <= Tag.Float;
export const isNumber = (slot: number): boolean => TAGS[slot] <= Tag.Bool;
/** Whether what has been learned of objects of a shape still holds. */
export const holds = (lesson: Lesson): boolean => lesson.changes === ClassAttributes.changes;
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

/** Exchanges the two values on top. What a slot does not hold may be exchanged as well: nobody looks at it. */
export function swap(): void {
  const top = sp - 1;
  const below = sp - 2;
  const tag = TAGS[top];
  const other = TAGS[below];
  const number = NUMBERS[top];
  TAGS[top] = other;
  TAGS[below] = tag;
  NUMBERS[top] = NUMBERS[below];
  NUMBERS[below] = number;
  if (tag >= Tag.BigInt || other >= Tag.BigInt) {
    const reference: unknown = REFERENCES[top];
    REFERENCES[top] = REFERENCES[below];
    REFERENCES[below] = reference as HeapObject;
  }
}

/** Puts the value on top below the two others. */
export function rotate(): void {
  const top = sp - 1;
  const middle = sp - 2;
  const bottom = sp - 3;
  const tag = TAGS[top];
  const other = TAGS[middle];
  const lowest = TAGS[bottom];
  const number = NUMBERS[top];
  TAGS[top] = other;
  TAGS[middle] = lowest;
  TAGS[bottom] = tag;
  NUMBERS[top] = NUMBERS[middle];
  NUMBERS[middle] = NUMBERS[bottom];
  NUMBERS[bottom] = number;
  if (tag >= Tag.BigInt || other >= Tag.BigInt || lowest >= Tag.BigInt) {
    const reference: unknown = REFERENCES[top];
    REFERENCES[top] = REFERENCES[middle];
    REFERENCES[middle] = REFERENCES[bottom];
    REFERENCES[bottom] = reference as HeapObject;
  }
}

export function put(slot: number, value: Value): void {
  if (typeof value === 'number') {
    TAGS[slot] = Tag.Int;
    NUMBERS[slot] = value;
  } else {
    putValue(slot, value);
  }
}

/** Puts the next item of a list into a slot. */
export function putItem(iterator: ListIterator, slot: number): void {
  const numbers: number[] | null = iterator.list.floats;
  if (numbers === null) {
    const value: Value = iterator.list.at(iterator.place);
    put(slot, value);
  } else {
    setFloat(slot, numbers[iterator.place]);
  }
  iterator.pass();
}

/** The same of `put` for what is often another object of the program, or `None`: the host finds that out sooner where it is asked for first. */
export function putAttribute(slot: number, value: Value): void {
  if (typeof value === 'number') {
    TAGS[slot] = Tag.Int;
    NUMBERS[slot] = value;
  } else if (value === null) {
    TAGS[slot] = Tag.None;
  } else if (value instanceof InstanceObject) {
    TAGS[slot] = Tag.Object;
    REFERENCES[slot] = value;
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

/** Returns the value of a slot, as a sequence that begins with loading it. */
export function returnLoaded(from: number): void {
  if (isUnbound(from)) leave();
  if (calls === 0) {
    byStep();
    push(sp, from);
    sp++;
    goOn();
  }
  const back = CALLS[calls];
  endFrame(from);
  jumpOrPause(back);
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

/** Whether a generator is in its seat, and there is room for the call. */
export const canGoOn = (generator: GeneratorObject): boolean =>
  generator.seat >= 0 && generator.epoch === epoch && calls < limits.calls;

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

/** Puts a value in the place of an item of a list, where that is simply done: then the three values go, and the instruction is over. */
export function storeItem(container: number, index: number, stored: number): void {
  const list: unknown = REFERENCES[container];
  if (isInt(index) && TAGS[container] === Tag.Object && list instanceof ListObject && list.epoch === epoch) {
    const place = NUMBERS[index];
    if (place >= 0 && place < list.length) {
      const numbers: number[] | null = list.floats;
      if (numbers !== null && TAGS[stored] === Tag.Float) {
        numbers[place] = NUMBERS[stored];
        sp -= 3;
        next();
      }
      // Three stores, so that the host sees at each what kind of value it gets.
      if (isInt(stored) && isSmall(stored)) {
        list.put(place, NUMBERS[stored] | 0);
        sp -= 3;
        next();
      }
      if (TAGS[stored] === Tag.Bool) {
        list.put(place, NUMBERS[stored] !== 0);
        sp -= 3;
        next();
      }
      if (TAGS[stored] === Tag.Object) {
        list.put(place, REFERENCES[stored] as HeapObject);
        sp -= 3;
        next();
      }
      if (putCounted(list, place, stored)) {
        sp -= 3;
        next();
      }
    }
  }
}

/** Sets an attribute that the instruction has met before: then object and value go, and the instruction is over. */
export function storeAttributeAt(site: Site, slot: number, stored: number): void {
  let lesson: Lesson | null = site.latest;
  if (lesson !== null && TAGS[slot] === Tag.Object) {
    const object: InstanceObject = REFERENCES[slot] as InstanceObject;
    const shape: unknown = object.shape;
    if (lesson.shape !== shape && lesson.next !== null) lesson = lesson.next;
    if (
      lesson.shape === shape &&
      holds(lesson) &&
      object.epoch === epoch &&
      (lesson.wider === null || object.hasRoomAt(lesson.place))
    ) {
      // Four stores, so that the host sees at each what kind of value it gets.
      if (isInt(stored) && isSmall(stored)) {
        object.put(lesson.place, NUMBERS[stored] | 0);
        endStore(lesson, object);
        next();
      }
      if (TAGS[stored] === Tag.Object) {
        object.put(lesson.place, REFERENCES[stored] as HeapObject);
        endStore(lesson, object);
        next();
      }
      if (TAGS[stored] === Tag.None) {
        object.put(lesson.place, null);
        endStore(lesson, object);
        next();
      }
      if (TAGS[stored] === Tag.Bool) {
        object.put(lesson.place, NUMBERS[stored] !== 0);
        endStore(lesson, object);
        next();
      }
      if (putCounted(object, lesson.place, stored)) {
        endStore(lesson, object);
        next();
      }
    }
  }
}

/** Gives the object the shape that it has with a new attribute, and takes both from the stack. */
export function endStore(lesson: Lesson, object: InstanceObject): void {
  if (lesson.wider !== null) object.shape = lesson.wider;
  sp -= 2;
}
