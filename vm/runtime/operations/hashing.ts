import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  BoundMethod,
  RangeObject,
  SetObject,
  TupleObject,
  isUnhashable,
  raiseUnhashable,
  ShapedObject,
} from '../objects/index.ts';
import { Pending, later, type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import * as plain from '../values/index.ts';
import { HeapObject, isInt, normalizeInt, type Int, type Value } from '../values/index.ts';
import { TupleHash, hashOfSet } from './compound-hashes.ts';
import { rangeEnds } from './ranges.ts';

/** `hash(value)`: an int; raises `TypeError` for what cannot be a key. */
export function hash(machine: Machine, value: Value): Outcome {
  return hashNested(machine, value, 0);
}

/** The hash of what holds no object of the program that would have to be asked; such objects count as themselves. */
export function plainHash(value: Value): Int {
  if (!(value instanceof HeapObject)) return plain.hash(value);
  if (value instanceof RangeObject) {
    return hashItems([normalizeInt(value.length), ...rangeEnds(value)].map(plain.hash));
  }
  if (value instanceof TupleObject) return hashItems(value.items.map(plainHash));
  if (value instanceof SetObject) return hashOfSet(hashesOf(value));
  if (value instanceof BoundMethod) return plain.hash(value.function);
  return value.allocation;
}

function hashNested(machine: Machine, value: Value, nesting: number): Outcome {
  if (value instanceof ShapedObject) return hashInstance(value);
  if (isUnhashable(value)) raiseUnhashable(value);
  if (!(value instanceof TupleObject)) return plainHash(value);
  // Deep tuples must not grow the host's stack.
  if (nesting % NATIVE_NESTING === NATIVE_NESTING - 1) return later(null).thenDo(hashDeeper, value, nesting + 1);
  return hashTuple(machine, value, 0, new TupleHash(), nesting + 1);
}

function hashInstance(value: ShapedObject): Outcome {
  const method = value.class.hashMethod;
  if (method === undefined) return value.allocation;
  return method === null ? raiseUnhashable(value) : callMethod(method, [value]).thenDo(hashOf);
}

function hashTuple(machine: Machine, tuple: TupleObject, from: number, mixed: TupleHash, nesting: number): Outcome {
  const { items } = tuple;
  for (let index = from; index < items.length; index++) {
    const item = items[index];
    const outcome = item instanceof HeapObject ? hashNested(machine, item, nesting) : plain.hash(item);
    if (outcome instanceof Pending) return outcome.thenDo(mixIn, tuple, index + 1, mixed.high, mixed.low, nesting);
    mixed.mix(outcome as Int);
  }
  return mixed.end(items.length);
}

const mixIn: Step<[TupleObject, from: number, high: number, low: number, nesting: number]> = {
  after(machine, item, tuple, from, high, low, nesting) {
    const mixed = new TupleHash(high, low);
    mixed.mix(item as Int);
    return hashTuple(machine, tuple, from, mixed, nesting);
  },
};

const hashDeeper: Step<[Value, number]> = {
  after: (machine, _nothing, value, nesting) => hashNested(machine, value, nesting),
};

const hashOf: Step<[]> = {
  after(_machine, result) {
    if (typeof result === 'boolean') return Number(result);
    if (!isInt(result)) raise('TypeError', '__hash__ method should return an integer');
    // What has the size of a hash stays as it is, although the hash of such an int is another.
    const isSized = typeof result === 'number' || (result >= -HASH_BOUND && result < HASH_BOUND);
    return isSized && result !== -1 ? result : plain.hash(result);
  },
};

/** The hashes of a set's items; the table knows those that only the program can tell. */
function hashesOf({ table }: SetObject): Int[] {
  const hashes: Int[] = [];
  for (let entry = table.first; entry < table.end; entry++) {
    const item = table.keyAt(entry);
    if (item !== undefined) hashes.push(table.hashAt(entry) ?? plainHash(item));
  }
  return hashes;
}

function hashItems(hashes: readonly Int[]): Int {
  const mixed = new TupleHash();
  for (const each of hashes) mixed.mix(each);
  return mixed.end(hashes.length);
}

/** Hashes have 64 bits, one of them for the sign. */
const HASH_BOUND = 2n ** 63n;

/** So many levels of tuples the host's recursion goes down at once. */
const NATIVE_NESTING = 100;
