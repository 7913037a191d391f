/**
 * What a value of the machine is, in its boxed form.
 *
 * | Python | here |
 * | --- | --- |
 * | `None` | `null` |
 * | `bool` | `boolean` |
 * | `int` of at most 53 bits | `number`, always a safe integer and never `-0` |
 * | `int` of more bits | `bigint`, always outside the safe integers |
 * | `float` | `Float`, a box, so that `1.0` and `1` stay apart |
 * | `str` | `string`, in UTF-16; lengths and indices of the language count code points |
 * | everything else | an object on the machine's heap |
 *
 * Invariant: an int has one form only (`normalizeInt` in `int64.ts` makes it), so `===` on two ints is equality.
 */
export type Value = null | boolean | number | bigint | string | Float | HeapObject;

/** An int in either of its forms. */
export type Int = number | bigint;

/** A float. Immutable and without identity: two boxes of the same bits are the same value. */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/**
 * Everything that the heap counts: it has an identity, and references that the collector follows.
 * `allocation` is its number in the order of creation; the heap gives it, and it stands where CPython prints an address.
 */
export abstract class HeapObject {
  // The heap's three fields: each class sets them itself. A constructor that all share would meet every layout of object there is,
  // and take the host a third longer to make one.
  abstract allocation: number;
  /** The checkpoint epoch in which it was made or last kept; see `Heap.beforeWrite`. */
  abstract epoch: number;
  /** The number of the latest collection that has reached it. */
  abstract mark: number;
  /** The name of its type, as `type(x).__name__` has it: what messages call it. */
  abstract readonly typeName: string;

  /** Its size in bytes by the machine's own count: about what the host takes for it, without the values that it refers to. */
  get bytes(): number {
    return OBJECT_BYTES;
  }

  /** A new iterator through the items of a collection, which has yet to be put on the heap; `null` of what is none. */
  iterator(): HeapObject | null {
    return null;
  }

  /** Calls `visit` with every value that it holds a reference to. */
  trace(_visit: Visit): void {}

  /** A copy of everything in it that can change, for `restore`; what is immutable has nothing to keep. */
  save(): unknown {
    return null;
  }

  /** Makes it what it was when `save` gave this. */
  restore(_saved: unknown): void {}
}

// To find that an object is not of a class, the host goes through all of its prototypes. One less makes loops over iterators that are met
// late a quarter faster. Nothing that the host's objects can do is asked of these.
Object.setPrototypeOf(HeapObject.prototype, null);

/** Told of a reference; `undefined` stands for an unbound variable. */
export type Visit = (value: Value | undefined) => void;

/** What an object takes that has no more than one or two fields. */
export const OBJECT_BYTES = 64;
export const REFERENCE_BYTES = 8;

/** What a tuple of so many items takes, with the array that it holds. */
export function bytesOfTuple(count: number): number {
  return OBJECT_BYTES + 16 + REFERENCE_BYTES * count;
}

/** Whether a value is an `int` proper (a `bool` is not, although it counts as 0 or 1 in arithmetic). */
export function isInt(value: Value): value is Int {
  return typeof value === 'number' || typeof value === 'bigint';
}
