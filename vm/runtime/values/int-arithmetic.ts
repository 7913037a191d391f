/** Arithmetic on ints of any size. Results are in the one form that `value.ts` asks for. */
import { raise } from '../errors.ts';
import { asShortOfMemory, checkIntBits, withinMemory } from './bounds.ts';
import {
  addHalves,
  bigIntOf,
  floorDivideHalves,
  moduloHalves,
  multiplySafe,
  normalizeInt,
  subtractHalves,
} from './int64.ts';
import { bitLength, isLong } from './numeric.ts';
import type { Int } from './value.ts';

export function addInts(left: Int, right: Int): Int {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    // Beyond the safe integers the sum may be rounded, but never back into them.
    if (Number.isSafeInteger(sum)) return sum;
  }
  try {
    return addHalves(left, right) ?? normalizeInt(bigIntOf(left) + bigIntOf(right));
  } catch (error) {
    asShortOfMemory(error);
  }
}

export function subtractInts(left: Int, right: Int): Int {
  if (typeof left === 'number' && typeof right === 'number') {
    const difference = left - right;
    if (Number.isSafeInteger(difference)) return difference;
  }
  try {
    return subtractHalves(left, right) ?? normalizeInt(bigIntOf(left) - bigIntOf(right));
  } catch (error) {
    asShortOfMemory(error);
  }
}

export function multiplyInts(left: Int, right: Int): Int {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    // Adding 0 makes 0 of -0.
    if (Number.isSafeInteger(product)) return product + 0;
    const exact = multiplySafe(left, right);
    if (exact !== undefined) return exact;
  }
  if (left === 0 || right === 0) return 0;
  if (isLong(left) || isLong(right)) checkIntBits(bitLength(left) + bitLength(right) - 1);
  try {
    return normalizeInt(bigIntOf(left) * bigIntOf(right));
  } catch (error) {
    asShortOfMemory(error);
  }
}

/** The quotient rounded towards minus infinity. The divisor is not 0. */
export function floorDivideInts(left: Int, right: Int): Int {
  if (typeof left === 'number' && typeof right === 'number') {
    const remainder = left % right;
    // The remainder of the host is exact, so this division is, too.
    const quotient = (left - remainder) / right;
    return remainder !== 0 && remainder < 0 !== right < 0 ? quotient - 1 : quotient + 0;
  }
  if (typeof left === 'bigint' && typeof right === 'number' && right > 0) {
    const quotient = floorDivideHalves(left, right);
    if (quotient !== undefined) return quotient;
  }
  const dividend = bigIntOf(left);
  const divisor = bigIntOf(right);
  const quotient = dividend / divisor;
  const isRoundedUp = dividend < 0n !== divisor < 0n && quotient * divisor !== dividend;
  return normalizeInt(isRoundedUp ? quotient - 1n : quotient);
}

/** The remainder that has the sign of the divisor. The divisor is not 0. */
export function moduloInts(left: Int, right: Int): Int {
  if (typeof left === 'number' && typeof right === 'number') {
    const remainder = left % right;
    return remainder !== 0 && remainder < 0 !== right < 0 ? remainder + right : remainder + 0;
  }
  if (typeof left === 'bigint' && typeof right === 'number' && right > 0) {
    const remainder = moduloHalves(left, right);
    if (remainder !== undefined) return remainder;
  }
  const divisor = bigIntOf(right);
  const remainder = bigIntOf(left) % divisor;
  return normalizeInt(remainder !== 0n && remainder < 0n !== divisor < 0n ? remainder + divisor : remainder);
}

export function negateInt(value: Int): Int {
  return typeof value === 'number' ? 0 - value : normalizeInt(-value);
}

export function absoluteInt(value: Int): Int {
  return value < 0 ? negateInt(value) : value;
}

/** The exact power. The exponent is not negative. Raises `MemoryError` when the result would be too large. */
export function powerInts(base: Int, exponent: Int): Int {
  if (base === 0 || base === 1 || base === -1) {
    if (exponent === 0) return 1;
    return base === -1 && moduloInts(exponent, 2) === 0 ? 1 : base;
  }
  // The result has more than (bits - 1) * exponent bits: enough to refuse before computing for long.
  checkIntBits((bitLength(base) - 1) * Number(exponent));
  return smallPower(base, exponent) ?? normalizeInt(withinMemory(() => BigInt(base) ** BigInt(exponent)));
}

/** The power by repeated squaring while everything stays a safe integer; `undefined` when it does not. */
function smallPower(base: Int, exponent: Int): Int | undefined {
  if (typeof base !== 'number' || typeof exponent !== 'number') return undefined;
  let result = 1;
  let square = base;
  for (let rest = exponent; ;) {
    if (rest % 2 === 1) result *= square;
    rest = Math.floor(rest / 2);
    if (!Number.isSafeInteger(result)) return undefined;
    if (rest === 0) return result;
    square *= square;
    if (!Number.isSafeInteger(square)) return undefined;
  }
}

/** `pow(base, exponent, modulus)`: the result has the sign of the modulus. Raises `ValueError` where there is none. */
export function modularPower(base: Int, exponent: Int, modulus: Int): Int {
  if (modulus === 0) raise('ValueError', 'pow() 3rd argument cannot be 0');
  if (typeof modulus === 'number' && Math.abs(modulus) <= LARGEST_FACTOR && typeof exponent === 'number') {
    if (exponent >= 0) return smallModularPower(base, exponent, modulus);
  }
  const size = BigInt(absoluteInt(modulus));
  let square = BigInt(moduloInts(base, normalizeInt(size)));
  let rest = BigInt(exponent);
  if (rest < 0n) {
    square = modularInverse(square, size);
    rest = -rest;
  }
  let result = 1n % size;
  for (const bit of rest.toString(2)) {
    result = (result * result) % size;
    if (bit === '1') result = (result * square) % size;
  }
  return moduloInts(normalizeInt(result), modulus);
}

/** The same where products of two remainders are safe integers. */
function smallModularPower(base: Int, exponent: number, modulus: number): Int {
  const size = Math.abs(modulus);
  let square = Number(moduloInts(base, size));
  let result = 1 % size;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % size;
    square = (square * square) % size;
  }
  return moduloInts(result, modulus);
}

const LARGEST_FACTOR = 2 ** 26;

/** The number that times `value` is 1 modulo `size`, by the extended Euclidean algorithm. */
function modularInverse(value: bigint, size: bigint): bigint {
  let [remainder, nextRemainder] = [size, value];
  let [factor, nextFactor] = [0n, 1n];
  while (nextRemainder !== 0n) {
    const quotient = remainder / nextRemainder;
    [remainder, nextRemainder] = [nextRemainder, remainder - quotient * nextRemainder];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  if (remainder !== 1n) raise('ValueError', 'base is not invertible for the given modulus');
  return ((factor % size) + size) % size;
}
