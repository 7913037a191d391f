import { ClassObject, DictObject, FunctionObject, InstanceObject, ListObject, TupleObject } from '../objects/index.ts';
import { Float, HeapObject, isSame, type Value } from '../values/index.ts';

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
export const FRAME_SLOTS = 1 << 15;
export const TAGS = new Uint8Array(SLOTS);
export const NUMBERS = new Float64Array(SLOTS);
export const REFERENCES: (HeapObject | string | bigint | null)[] = new Array<null>(1 << 12).fill(null);

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
  /** Any object that has no tag of its own, and an int of more than 53 bits. */
  Other: 6,
  String: 7,
  Dict: 8,
  Tuple: 9,
  List: 10,
  Function: 11,
  Class: 12,
  Instance: 13,
} as const;

/** The kinds of objects that have a tag of their own. */
const TAGGED = [
  [DictObject, Tag.Dict],
  [TupleObject, Tag.Tuple],
  [ListObject, Tag.List],
  [FunctionObject, Tag.Function],
  [ClassObject, Tag.Class],
  [InstanceObject, Tag.Instance],
] as const;

Object.defineProperty(Float.prototype, 'slotTag', { value: Tag.Float });
Object.defineProperty(HeapObject.prototype, 'slotTag', { value: Tag.Other });
for (const [type, tag] of TAGGED) Object.defineProperty(type.prototype, 'slotTag', { value: tag });

/** Makes sure that references below a slot have their place. */
export function provideReferences(end: number): void {
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
      return NUMBERS[slot];
    case Tag.Float:
      return new Float(NUMBERS[slot]);
    case Tag.Bool:
      return NUMBERS[slot] !== 0;
    case Tag.None:
      return null;
    case Tag.Unbound:
      return undefined;
    default:
      return REFERENCES[slot] as Value;
  }
}

/** Whether two slots hold the same object, as `is` has it. */
export function areSame(left: number, right: number): boolean {
  const tag = TAGS[left];
  if (tag >= Tag.Instance && tag === TAGS[right]) return REFERENCES[left] === REFERENCES[right];
  if (tag === Tag.None || TAGS[right] === Tag.None) return tag === TAGS[right];
  return isSame(valueAt(left) as Value, valueAt(right) as Value);
}

/** The function that a slot holds, by its number. */
export function functionAt(slot: number): number {
  return (REFERENCES[slot] as FunctionObject).code.index;
}

/** Copies a slot to another one. */
export function push(to: number, from: number): void {
  const tag = TAGS[from];
  TAGS[to] = tag;
  if (tag < Tag.Other) NUMBERS[to] = NUMBERS[from];
  else REFERENCES[to] = REFERENCES[from];
}

/** Puts a value into a slot. */
export function putValue(slot: number, value: Value | undefined): void {
  switch (typeof value) {
    case 'number':
      TAGS[slot] = Tag.Int;
      NUMBERS[slot] = value;
      return;
    case 'string':
      TAGS[slot] = Tag.String;
      REFERENCES[slot] = value;
      return;
    case 'boolean':
      TAGS[slot] = Tag.Bool;
      NUMBERS[slot] = value ? 1 : 0;
      return;
    case 'bigint':
      TAGS[slot] = Tag.Other;
      REFERENCES[slot] = value;
      return;
    case 'undefined':
      TAGS[slot] = Tag.Unbound;
      return;
    default:
      putObject(slot, value);
  }
}

function putObject(slot: number, value: Float | HeapObject | null): void {
  if (value === null) {
    TAGS[slot] = Tag.None;
    return;
  }
  const tag = value.slotTag;
  TAGS[slot] = tag;
  if (tag === Tag.Float) NUMBERS[slot] = (value as Float).value;
  else REFERENCES[slot] = value as HeapObject;
}

/** Puts an object into a slot whose tag is known. */
export function putReference(slot: number, tag: number, object: HeapObject): void {
  TAGS[slot] = tag;
  REFERENCES[slot] = object;
}

/** Makes the slots from `start` up to `end` variables that nothing has bound. */
export function unbind(start: number, end: number): void {
  for (let slot = start; slot < end; slot++) TAGS[slot] = Tag.Unbound;
}
