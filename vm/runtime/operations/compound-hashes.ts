/**
 * The hashes of tuples and frozensets from those of their items, as CPython calculates them: a tuple's in steps, because
 * an item's hash may come from a method of the program. Numbers of 64 bits without a sign stand for signed ones.
 */
import { normalizeInt, type Int } from '../values/index.ts';
import { intOf, upperHalf, lowerHalf } from '../values/int64.ts';

/**
 * The hash of a tuple, item by item: 64 bits, in an upper and a lower half of 32 with a sign. The host multiplies such halves many
 * times sooner than it does bigints.
 */
export class TupleHash {
  high: number;
  low: number;

  constructor(high = START_HIGH, low = START_LOW) {
    this.high = high;
    this.low = low;
  }

  /** Mixes the hash of one more item in. */
  mix(item: Int): void {
    const itemHigh = upperHalf(item);
    const itemLow = lowerHalf(item);
    const low = (this.low >>> 0) + (Math.imul(itemLow, ITEM_FACTOR_LOW) >>> 0);
    const carry = low >= TWO_32 ? 1 : 0;
    const high = this.high + upperOfProduct(itemHigh, itemLow, ITEM_FACTOR_HIGH, ITEM_FACTOR_LOW) + carry;
    // Turned by 31 bits.
    const turnedHigh = (high << 31) | ((low | 0) >>> 1);
    const turnedLow = (low << 31) | ((high | 0) >>> 1);
    this.high = upperOfProduct(turnedHigh, turnedLow, FACTOR_HIGH, FACTOR_LOW);
    this.low = Math.imul(turnedLow, FACTOR_LOW);
  }

  /** That of a tuple which has had all of its items, so many. */
  end(count: number): Int {
    const low = (this.low >>> 0) + ((END_LOW ^ count) >>> 0);
    const high = (this.high + END_HIGH + (low >= TWO_32 ? 1 : 0)) | 0;
    const isError = high === -1 && (low | 0) === -1;
    return isError ? 1546275796 : intOf(high, low | 0);
  }
}

/** The upper half of the lower 64 bits of a product; its lower half is that of the product of the lower ones. */
function upperOfProduct(high: number, low: number, factorHigh: number, factorLow: number): number {
  // The product of the lower halves in two steps, so that each stays a safe integer.
  const unsigned = low >>> 0;
  const first = unsigned * (factorLow & 0xffff);
  const carried = Math.floor((unsigned * (factorLow >>> 16) + Math.floor(first / TWO_16)) / TWO_16);
  return (carried + Math.imul(low, factorHigh) + Math.imul(high, factorLow)) | 0;
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

function unsigned(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function signed(value: bigint): Int {
  return normalizeInt(BigInt.asIntN(64, value));
}

const TWO_16 = 2 ** 16;
const TWO_32 = 2 ** 32;
/* The constants of CPython's hash, 64 bits each. */
const START_HIGH = 0x27d4eb2f;
const START_LOW = 0x165667c5;
const FACTOR_HIGH = 0x9e3779b1 | 0;
const FACTOR_LOW = 0x85ebca87 | 0;
const ITEM_FACTOR_HIGH = 0xc2b2ae3d | 0;
const ITEM_FACTOR_LOW = 0x27d4eb4f;
const END_HIGH = START_HIGH;
const END_LOW = START_LOW ^ 3527539;
/** -1 is what CPython's functions return for an error. */
const ERROR = 2n ** 64n - 1n;
