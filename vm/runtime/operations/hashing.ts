import type { Machine } from '../machine.ts';
import { keyOf, raiseUnhashable, RangeObject, TupleObject } from '../objects/index.ts';
import { callLater, type Outcome, type Step } from '../pending.ts';
import { specialMethod } from '../types/registry.ts';
import * as plain from '../values/index.ts';
import { HeapObject, isInt, normalizeInt, typeName, type Value } from '../values/index.ts';
import { raise } from '../errors.ts';
import { rangeEnds } from './ranges.ts';

/** `hash(value)`: an int; raises `TypeError` for what cannot be a key. */
export function hash(_machine: Machine, value: Value): Outcome {
  const own = specialMethod(value, '__hash__');
  if (own === null) return raiseUnhashable(value);
  if (own !== undefined) return callLater(own, [value]).thenDo(hashOf);
  if (specialMethod(value, '__eq__') !== undefined) return raiseUnhashable(value);
  return plainHash(value);
}

const hashOf: Step<[]> = {
  after(_machine, result) {
    if (isInt(result)) return plain.hash(result);
    if (typeof result === 'boolean') return Number(result);
    raise('TypeError', `__hash__ method should return an integer`);
  },
};

/** The hash of what holds no object of the program that would have to be asked. */
export function plainHash(value: Value): plain.Int {
  if (!(value instanceof HeapObject)) return plain.hash(value);
  if (value instanceof RangeObject) return hashItems([normalizeInt(value.length), ...rangeEnds(value)]);
  if (value instanceof TupleObject) return hashItems(value.items);
  if (keyOf(value) === undefined) raise('TypeError', `unhashable type: '${typeName(value)}'`);
  return value.allocation;
}

/** Depends on the hashes of the items and on their order; at most 31 bits. */
function hashItems(items: readonly Value[]): number {
  let mixed = items.length;
  for (const item of items) mixed = Math.imul(mixed, 1_000_003) ^ Number(BigInt.asIntN(32, BigInt(plainHash(item))));
  return mixed >>> 1;
}
