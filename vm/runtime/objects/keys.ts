import { raise } from '../errors.ts';
import { Float, HeapObject, normalizeInt, typeName, type Value } from '../values/index.ts';
import { InstanceObject } from './classes.ts';
import { BoundMethod } from './functions.ts';
import { RangeObject, SliceObject } from './ranges.ts';
import { DictObject, SetObject } from './dicts.ts';
import { ListObject } from './lists.ts';
import { TupleObject } from './tuples.ts';

/**
 * The canonical form of a key: two keys that are equal have the same one, and two that are not have different ones, as far as
 * the host's `Map` tells them apart. Numbers stand for themselves whatever their kind, so `1`, `1.0` and `True` are one key.
 */
export type Key = null | number | bigint | string | HeapObject;

/**
 * The canonical form of a value as a key; `undefined` where only the program knows what it equals: its class, or that of
 * something inside it, defines `__eq__` or `__hash__`. Raises `TypeError` for what is unhashable.
 */
export function keyOf(value: Value): Key | undefined {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'string':
      // What stands for a compound starts with a mark, which a string that starts with it gets once more.
      return value.charCodeAt(0) === 1 ? COMPOUND + value : value;
    case 'object':
      if (value === null) return null;
      return value instanceof Float ? numberKey(value.value) : objectKey(value);
  }
}

const COMPOUND = '\u0001';

function numberKey(value: number): number | bigint {
  return Number.isInteger(value) ? normalizeInt(BigInt(value)) : value;
}

function objectKey(value: HeapObject): Key | undefined {
  if (value instanceof InstanceObject) return value.class.definesEquality ? undefined : value;
  const isCompound =
    value instanceof TupleObject ||
    value instanceof RangeObject ||
    value instanceof BoundMethod ||
    value instanceof SetObject;
  if (isCompound) {
    const text = compoundKey(value);
    return text === undefined ? undefined : COMPOUND + text;
  }
  if (value instanceof ListObject || value instanceof DictObject || value instanceof SliceObject)
    raiseUnhashable(value);
  return value;
}

export function raiseUnhashable(value: Value): never {
  raise('TypeError', `unhashable type: '${typeName(value)}'`);
}

/** Text that tells a compound from every other: each part says where it ends. */
function compoundKey(value: TupleObject | RangeObject | BoundMethod | SetObject): string | undefined {
  if (value instanceof RangeObject) {
    const count = value.length;
    if (count === 0n) return 'r';
    return count === 1n ? `r${value.start}` : `r${value.start},${value.step},${count}`;
  }
  if (value instanceof BoundMethod) return parts('m', [value.self, value.function]);
  if (value instanceof TupleObject) return parts('t', value.items);
  if (!value.isFrozen) raiseUnhashable(value);
  const encoded = value.table.keys().map(partOf);
  return encoded.includes(undefined) ? undefined : `f${encoded.length}:${encoded.toSorted().join('')}`;
}

function parts(mark: string, values: readonly Value[]): string | undefined {
  let text = `${mark}${values.length}:`;
  for (const value of values) {
    const part = partOf(value);
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}

function partOf(value: Value): string | undefined {
  const key = keyOf(value);
  if (key === undefined) return undefined;
  if (key === null) return 'N';
  if (key instanceof HeapObject) return `o${key.allocation};`;
  return typeof key === 'string' ? `s${key.length}:${key}` : `n${key};`;
}
