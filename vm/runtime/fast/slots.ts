import { Float, HeapObject, isSame, wideOf, type Value, type WideInt } from '../values/index.ts';

/**
 * The slots that the fast engine works on: constants, globals, and above them the frames, each with its locals, its cells and
 * its operand stack. A slot is an index into three arrays: a tag says what it holds, a number holds ints, floats and bools
 * without a box, and a reference everything else.
 *
 * The arrays are constants of this module, because V8 then knows where they are: reached through an object, they would make
 * numeric programs half as fast. So there is one set of slots, and one machine has it at a time (`ownership.ts`).
 */
export const SLOTS = 1 << 20;
/** Slots for frames: more than these are never in use at once, the machine has the frames below. */
export const MOST_FRAME_SLOTS = 1 << 15;
export const TAGS = new Int8Array(SLOTS);
export const NUMBERS = new Float64Array(SLOTS);
export const REFERENCES: (HeapObject | string | bigint | WideInt | null)[] = [];

/** What a slot holds. Below `Tag.None` it has a number, above it a reference. */
export const Tag = {
  /** An int of at most 53 bits. */
  Int: 1,
  Float: 2,
  /** 0 or 1. */
  Bool: 3,
  None: 4,
  /** No value: a variable that nothing has bound. */
  Unbound: 5,
  /** An int of more than 53 bits, as the host has it. */
  BigInt: 6,
  /** One that the loop has computed, or a constant: a `WideInt`. */
  Wide: 7,
  String: 8,
  /** An object of the heap. */
  Object: 9,
} as const;

/** Makes the slots below `end` those that can hold references. */
export function provideReferences(end: number): void {
  if (REFERENCES.length > end) REFERENCES.length = end;
  while (REFERENCES.length < end) REFERENCES.push(null);
}

/** Lets go of what the slots from `start` on refer to. */
export function clearReferences(start: number): void {
  if (start < REFERENCES.length) REFERENCES.fill(null, start);
}

/** The value of a slot, in its boxed form. */
export function valueAt(slot: number): Value | undefined {
  switch (TAGS[slot]) {
    case Tag.Int:
      return intAt(slot);
    case Tag.Float:
      return new Float(NUMBERS[slot]);
    case Tag.Bool:
      return NUMBERS[slot] !== 0;
    case Tag.None:
      return null;
    case Tag.Unbound:
      return undefined;
    case Tag.Wide:
      return (REFERENCES[slot] as WideInt).bigInt;
    default:
      return REFERENCES[slot] as Value;
  }
}

/** An int of at most 53 bits. The host takes one of 31 bits for a float unless it is told, and makes a box for it. */
export function intAt(slot: number): number {
  const value = NUMBERS[slot];
  const small = value | 0;
  return small === value ? small : value;
}

/** Whether two slots hold the same object, as `is` has it. */
export function areSame(left: number, right: number): boolean {
  const tag = TAGS[left];
  const other = TAGS[right];
  if (tag === Tag.Object || other === Tag.Object) return tag === other && REFERENCES[left] === REFERENCES[right];
  if (tag === Tag.None || other === Tag.None) return tag === other;
  return isSame(valueAt(left) as Value, valueAt(right) as Value);
}

/** Copies a slot to another one. */
export function push(to: number, from: number): void {
  const tag = TAGS[from];
  TAGS[to] = tag;
  if (tag < Tag.BigInt) NUMBERS[to] = NUMBERS[from];
  else REFERENCES[to] = REFERENCES[from];
}

/** Puts a value into a slot. What is frequent comes first: the host asks for each type in turn. */
export function putValue(slot: number, value: Value | undefined): void {
  if (typeof value === 'number') {
    TAGS[slot] = Tag.Int;
    NUMBERS[slot] = value;
  } else if (value === true || value === false) {
    TAGS[slot] = Tag.Bool;
    NUMBERS[slot] = value ? 1 : 0;
  } else if (value instanceof HeapObject) {
    TAGS[slot] = Tag.Object;
    REFERENCES[slot] = value;
  } else if (value instanceof Float) {
    TAGS[slot] = Tag.Float;
    NUMBERS[slot] = value.value;
  } else if (value === null) {
    TAGS[slot] = Tag.None;
  } else {
    putRare(slot, value);
  }
}

function putRare(slot: number, value: string | bigint | undefined): void {
  if (value === undefined) {
    TAGS[slot] = Tag.Unbound;
    return;
  }
  TAGS[slot] = typeof value === 'string' ? Tag.String : Tag.BigInt;
  REFERENCES[slot] = value;
}

/** Puts a constant of the program into a slot: with wide ints the loop can compute as they are. */
export function putConstant(slot: number, value: Value | undefined): void {
  const wide = typeof value === 'bigint' ? wideOf(value) : undefined;
  if (wide === undefined) putValue(slot, value);
  else putWide(slot, wide);
}

export function putBool(slot: number, value: boolean): void {
  TAGS[slot] = Tag.Bool;
  NUMBERS[slot] = value ? 1 : 0;
}

export function putWide(slot: number, int: WideInt): void {
  TAGS[slot] = Tag.Wide;
  REFERENCES[slot] = int;
}

/** Puts an object into a slot. */
export function putReference(slot: number, object: HeapObject): void {
  TAGS[slot] = Tag.Object;
  REFERENCES[slot] = object;
}

/** Makes the slots from `start` up to `end` variables that nothing has bound. */
export function unbind(start: number, end: number): void {
  for (let slot = start; slot < end; slot++) TAGS[slot] = Tag.Unbound;
}
