/** Bit operations and shifts on ints: two's complement with as many sign bits as it takes. */
import { raise } from '../errors.ts';
import { asShortOfMemory, checkIntBits, outOfMemory } from './bounds.ts';
import {
  andHalves,
  bigIntOf,
  normalizeInt,
  orHalves,
  shiftHalvesRight,
  shiftSafeLeft,
  shiftSafeRight,
  xorHalves,
} from './int64.ts';
import { LONG_BITS, bitLength, isLong } from './numeric.ts';
import type { Int } from './value.ts';

export function andInts(left: Int, right: Int): Int {
  if (fitsInt32(left) && fitsInt32(right)) return left & right;
  return andHalves(left, right) ?? normalizeInt(bigIntOf(left) & bigIntOf(right));
}

export function orInts(left: Int, right: Int): Int {
  if (fitsInt32(left) && fitsInt32(right)) return left | right;
  return orHalves(left, right) ?? normalizeInt(bigIntOf(left) | bigIntOf(right));
}

export function xorInts(left: Int, right: Int): Int {
  if (fitsInt32(left) && fitsInt32(right)) return left ^ right;
  return xorHalves(left, right) ?? normalizeInt(bigIntOf(left) ^ bigIntOf(right));
}

export function invertInt(value: Int): Int {
  return typeof value === 'number' && value !== Number.MAX_SAFE_INTEGER ? -1 - value : normalizeInt(~bigIntOf(value));
}

/** Raises `ValueError` for a negative count, `MemoryError` or `OverflowError` for a result too large. */
export function shiftLeft(value: Int, count: Int): Int {
  if (count < 0) raise('ValueError', 'negative shift count');
  if (value === 0) return 0;
  if (typeof value === 'number' && count <= 62) {
    const shifted = shiftSafeLeft(value, Number(count));
    if (shifted !== undefined) return shifted;
  }
  if (typeof count === 'bigint') refuseShift(value, count);
  if (count > LONG_BITS || isLong(value)) checkIntBits(bitLength(value) + count);
  try {
    return normalizeInt(bigIntOf(value) << bigIntOf(count));
  } catch (error) {
    asShortOfMemory(error);
  }
}

/** Rounds towards minus infinity. Raises `ValueError` for a negative count. */
export function shiftRight(value: Int, count: Int): Int {
  if (count < 0) raise('ValueError', 'negative shift count');
  if (typeof count === 'bigint') return value < 0 ? -1 : 0;
  if (fitsInt32(value)) return value >> Math.min(count, 31);
  if (typeof value === 'number') return shiftSafeRight(value, Math.min(count, 64));
  const shifted = count < 64 ? shiftHalvesRight(value, count) : undefined;
  return shifted ?? normalizeInt(value >> bigIntOf(count));
}

function fitsInt32(value: Int): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/** CPython (on 64 bits, with digits of 30 bits) tells results that it can't count the digits of from those it has no memory for. */
function refuseShift(value: Int, count: bigint): never {
  const digits = (BigInt(bitLength(value)) + 29n) / 30n + (count + 29n) / 30n;
  if (digits > MAXIMUM_DIGITS) raise('OverflowError', 'too many digits in integer');
  outOfMemory();
}

const MAXIMUM_DIGITS = 2n ** 61n - 7n;
