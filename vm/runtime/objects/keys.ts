import { raise } from '../errors.ts';
import { Float, HeapObject, normalizeInt, typeName, type Value } from '../values/index.ts';
import { ShapedObject } from './shaped-objects.ts';
import { BoundMethod } from './functions.ts';
import { RangeObject, SliceObject } from './ranges.ts';
import { DictObject, DictView, SetObject } from './dicts.ts';
import { ListObject } from './lists.ts';
import { TupleObject } from './tuples.ts';

/**
 * The canonical form of a key: two keys that are equal have the same one, and two that are not have different ones, as far as
 * the host's `Map` tells them apart. Numbers stand for themselves whatever their kind, so `1`, `1.0` and `True` are one key.
 */
export type Key = null | number | bigint | string | HeapObject;

/**
 * The canonical form of a value as a key; `undefined` where only the program knows what it equals (its class, or that of
 * something inside it, defines `__eq__` or `__hash__`), and for what is nested very deep. Raises `TypeError` for what is
 * unhashable.
 */
export function keyOf(value: Value, nesting = 0): Key | undefined {
  switch (typeof value) {
    case 'number':
      return value;
    case 'bigint':
      return bigKey(value);
    case 'boolean':
      return value ? 1 : 0;
    case 'string':
      // What stands for a compound starts with a mark, which a string that starts with it gets once more.
      return value.charCodeAt(0) === 1 ? COMPOUND + value : value;
    case 'object':
      if (value === null) return null;
      return value instanceof Float ? numberKey(value.value) : objectKey(value, nesting);
  }
}

const COMPOUND = '\u0001';

/**
 * An int that is too big for a number. The host finds a bigint by its lowest 64 bits alone, and would go through all multiples of
 * a power of two to find one: what has more bits is a text.
 */
function bigKey(value: bigint): bigint | string {
  return value === BigInt.asIntN(64, value) ? value : `${COMPOUND}i${value.toString(32)}`;
}

function numberKey(value: number): Key {
  if (!Number.isInteger(value)) return value;
  const int = normalizeInt(BigInt(value));
  return typeof int === 'number' ? int : bigKey(int);
}

function objectKey(value: HeapObject, nesting: number): Key | undefined {
  if (value instanceof TupleObject) {
    const packed = packedKey(value);
    if (packed !== undefined) return packed;
  }
  if (value instanceof ShapedObject) {
    return value.class.definesEquality ? undefined : value;
  }
  if (
    value instanceof TupleObject ||
    value instanceof RangeObject ||
    value instanceof BoundMethod ||
    value instanceof SetObject
  ) {
    const text = nesting > MAXIMUM_NESTING ? undefined : compoundKey(value, nesting + 1);
    return text === undefined ? undefined : COMPOUND + text;
  }
  if (isUnhashable(value)) raiseUnhashable(value);
  return value;
}

/**
 * The form of a tuple of one to four small ints, in one number that no other key has: an int beyond 53 bits, which is a `bigint`
 * everywhere else. `undefined` for any other tuple.
 */
export function packedKey({ items }: TupleObject): number | undefined {
  const count = items.length;
  if (count === 0 || count > MOST_PACKED) return undefined;
  const limit = PACKED_LIMITS[count];
  let packed = 0;
  for (let index = 0; index < count; index++) {
    const item = items[index];
    const int = typeof item === 'number' ? item : plainNumber(item);
    if (!(int >= -limit && int < limit)) return undefined;
    packed = packed * (2 * limit) + (int + limit);
  }
  return PACKED_BASES[count] * (1 + packed / PACKED_COUNT);
}

/** The number that a bool or float is as a key; nan where it is no int. */
function plainNumber(value: Value): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof Float && Number.isInteger(value.value) ? value.value : NaN;
}

const MOST_PACKED = 4;
/** There are so many different packed forms for each length of a tuple. */
const PACKED_COUNT = 2 ** 52;
/** By length: the ints from minus this up to this are small, and the form of the tuple that has only the least of them. */
const PACKED_LIMITS = [0, 2 ** 51, 2 ** 25, 2 ** 16, 2 ** 12];
const PACKED_BASES = [0, 2 ** 60, 2 ** 61, 2 ** 62, 2 ** 63];

/** Forms are made by the host's recursion: what is nested deeper has none. */
const MAXIMUM_NESTING = 500;

/** Whether a value of a built-in type can never be a key. */
export function isUnhashable(value: Value): boolean {
  return (
    value instanceof ListObject ||
    value instanceof DictObject ||
    value instanceof SliceObject ||
    (value instanceof SetObject && !value.isFrozen) ||
    (value instanceof DictView && value.of !== 'values')
  );
}

export function raiseUnhashable(value: Value): never {
  raise('TypeError', `unhashable type: '${typeName(value)}'`);
}

/** Text that tells a compound from every other: each part says where it ends. */
function compoundKey(value: TupleObject | RangeObject | BoundMethod | SetObject, nesting: number): string | undefined {
  if (value instanceof RangeObject) {
    const count = value.length;
    if (count === 0n) return 'r';
    return count === 1n ? `r${value.start}` : `r${value.start},${value.step},${count}`;
  }
  if (value instanceof BoundMethod) return `m${identityPart(value.self)}${identityPart(value.function)}`;
  if (value instanceof TupleObject) return tupleKey(value, nesting);
  if (isUnhashable(value)) raiseUnhashable(value);
  const encoded = value.table.keys().map(item => partOf(item, nesting));
  return encoded.includes(undefined) ? undefined : `f${encoded.length}:${encoded.toSorted().join('')}`;
}

function tupleKey({ items }: TupleObject, nesting: number): string | undefined {
  let text = `t${items.length}:`;
  for (const item of items) {
    const part = partOf(item, nesting);
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}

function partOf(value: Value, nesting: number): string | undefined {
  const key = keyOf(value, nesting);
  if (key === undefined) return undefined;
  if (key === null) return 'N';
  if (key instanceof HeapObject) return identityPart(key);
  if (typeof key === 'string') return `s${key.length}:${key}`;
  return typeof key === 'number' && key >= PACKED_BASES[1] && key < Infinity ? `p${key};` : `n${key};`;
}

/** A bound method is its very object's, whatever that equals. */
function identityPart(value: Value): string | undefined {
  return value instanceof HeapObject ? `o${value.allocation};` : partOf(value, 0);
}
