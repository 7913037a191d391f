import { raise } from '../errors.ts';
import { absoluteInt } from './int-arithmetic.ts';
import { bitLength } from './numeric.ts';
import type { Int } from './value.ts';

/**
 * The float nearest to the quotient of two ints of any size (ties to even); the divisor is not 0.
 * Raises `OverflowError` when the quotient is beyond floats.
 */
export function divideInts(dividend: Int, divisor: Int): number {
  // Safe integers are floats, and the host's division rounds once.
  if (typeof dividend === 'number' && typeof divisor === 'number') return dividend / divisor;
  const magnitude = divideMagnitudes(absoluteInt(dividend), absoluteInt(divisor));
  if (magnitude === Infinity) raise('OverflowError', 'integer division result too large for a float');
  return dividend < 0 === divisor < 0 ? magnitude : -magnitude;
}

/**
 * Scales the dividend so that the quotient has at least 66 bits, of which the last also stands for all bits cut off behind
 * it; converting that int rounds once. Near the smallest floats the quotient keeps just the bits that a float has there.
 */
function divideMagnitudes(dividend: Int, divisor: Int): number {
  if (dividend === 0) return 0;
  const estimate = bitLength(dividend) - bitLength(divisor);
  if (estimate > 1025) return Infinity;
  if (estimate < -1080) return 0;
  const shift = Math.min(QUOTIENT_BITS - estimate, SMALLEST_EXPONENT);
  const numerator = shift > 0 ? BigInt(dividend) << BigInt(shift) : BigInt(dividend);
  const denominator = shift < 0 ? BigInt(divisor) << BigInt(-shift) : BigInt(divisor);
  const quotient = numerator / denominator;
  const isExact = quotient * denominator === numerator;
  if (shift === SMALLEST_EXPONENT) return roundSubnormal(quotient, isExact);
  return scale(Number(isExact ? quotient : quotient | 1n), -shift);
}

/** The quotient counts quarters of the smallest float, so its two last bits and the rest are to be rounded away. */
function roundSubnormal(quotient: bigint, isExact: boolean): number {
  const sticky = isExact ? quotient : quotient | 1n;
  // With as many bits as this the float is not subnormal, and converting rounds it.
  if (sticky >= 1n << 54n) return scale(Number(sticky), -SMALLEST_EXPONENT);
  const halves = sticky & 3n;
  const down = sticky >> 2n;
  const roundsUp = halves === 3n || (halves === 2n && (down & 1n) === 1n);
  return scale(Number(roundsUp ? down + 1n : down), -SMALLEST_EXPONENT + 2);
}

/** `value * 2 ** exponent` in two steps, each a power of two that a float can hold; exact where the result is a float. */
function scale(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}

const QUOTIENT_BITS = 66;
/** The exponent of two that makes a quarter of the smallest float 1. */
const SMALLEST_EXPONENT = 1076;
