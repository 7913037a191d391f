/**
 * The hashes of tuples and frozensets from those of their items, as CPython calculates them: a tuple's in steps, because
 * an item's hash may come from a method of the program. Numbers of 64 bits without a sign stand for signed ones.
 */
import { bigIntOf, normalizeInt, type Int } from '../values/index.ts';

export const startOfTuple: bigint = 2870177450012600261n;

/** The hash of a tuple so far, with that of one more item. */
export function tupleHashWith(mixed: bigint, item: Int): bigint {
  WHOLE[0] = mixed + bigIntOf(item) * TUPLE_ITEM_FACTOR;
  // Turned by 31 bits. Each half becomes the same of the two, so it does not matter which of them the host keeps first.
  const first = HALVES[0];
  const second = HALVES[1];
  HALVES[0] = (first << 31) | (second >>> 1);
  HALVES[1] = (second << 31) | (first >>> 1);
  return unsigned(WHOLE[0] * TUPLE_FACTOR);
}

/** The hash of a tuple that has that many items. */
export function tupleHashEnd(mixed: bigint, count: number): Int {
  const hash = unsigned(mixed + (bigIntOf(count) ^ END_OF_TUPLE));
  return hash === ERROR ? 1546275796 : signed(hash);
}

/** The hash of a frozenset from those of its items, whose order does not matter. */
export function hashOfSet(items: readonly Int[]): Int {
  let mixed = 0n;
  for (const item of items) {
    const bits = unsigned(BigInt(item));
    mixed ^= unsigned((bits ^ 89869747n ^ (bits << 16n)) * 3644798167n);
  }
  mixed ^= unsigned(BigInt(items.length + 1) * 1927868237n);
  mixed ^= (mixed >> 11n) ^ (mixed >> 25n);
  const hash = unsigned(mixed * 69069n + 907133923n);
  return hash === ERROR ? 590923713 : signed(hash);
}

/** 64 bits in memory: what is stored there is cut to them, and the host makes no bigint of any size on the way. */
const WHOLE = new BigUint64Array(1);
const HALVES = new Int32Array(WHOLE.buffer);

function unsigned(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function signed(value: bigint): Int {
  return normalizeInt(BigInt.asIntN(64, value));
}

const END_OF_TUPLE = startOfTuple ^ 3527539n;
const TUPLE_FACTOR = 11400714785074694791n;
const TUPLE_ITEM_FACTOR = 14029467366897019727n;
/** -1 is what CPython's functions return for an error. */
const ERROR = 2n ** 64n - 1n;
