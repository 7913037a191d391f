/**
 * Arithmetic on ints of at most 64 bits, as the general ways (`int-arithmetic.ts`, `int-bits.ts`) do it on bigints. A loop that mixes a
 * hash or a random number leaves the safe integers at every step and comes back to them: there the host takes longer to turn
 * numbers into bigints and back than to compute. Two halves of 32 bits in memory, which it reads as one bigint, take it a third of the time.
 *
 * What is answered with `undefined` is to be computed in general.
 */
import type { Int } from './value.ts';

/** The bigint of a whole number of a magnitude below 2 ** 63; a bigint is itself. */
export function bigIntOf(value: Int): bigint {
  if (typeof value !== 'number') return value;
  RESULT[HIGH] = Math.floor(value / TWO_32);
  RESULT[LOW] = value;
  return RESULT_WHOLE[0];
}

/** The one form of an int that may have any size. */
export function normalizeInt(value: bigint): Int {
  RESULT_WHOLE[0] = value;
  const high = RESULT[HIGH];
  if (high >= SAFE_HIGH || high < -SAFE_HIGH || RESULT_WHOLE[0] !== value) return value;
  const number = high * TWO_32 + (RESULT[LOW] >>> 0);
  return number === -TWO_53 ? value : number;
}

/** Of the lower 64 bits of an int, the upper half; with a sign. */
export function upperHalf(value: Int): number {
  if (typeof value === 'number') return Math.floor(value / TWO_32) | 0;
  LEFT_WHOLE[0] = value;
  return LEFT[HIGH];
}

/** The lower half; with a sign, too. */
export function lowerHalf(value: Int): number {
  if (typeof value === 'number') return value | 0;
  LEFT_WHOLE[0] = value;
  return LEFT[LOW];
}

/** The product of two safe integers. */
export function multiplySafe(left: number, right: number): Int | undefined {
  const product = left * right;
  if (!(Math.abs(product) < TWO_63)) return undefined;
  // The lower half is exact. Without it the rounded product is a multiple of 2 ** 32, give or take 1024.
  const low = Math.imul(left, right);
  return intOf(Math.round((product - (low >>> 0)) / TWO_32), low);
}

/** `value << count` of a safe integer; `count` is from 0 to 64. */
export function shiftSafeLeft(value: number, count: number): Int | undefined {
  const shifted = value * POWERS_OF_TWO[count];
  if (Number.isSafeInteger(shifted)) return shifted;
  return Math.abs(shifted) < TWO_63 ? bigIntOf(shifted) : undefined;
}

export function addHalves(left: Int, right: Int): Int | undefined {
  if (!halve(left, LEFT, LEFT_WHOLE) || !halve(right, RIGHT, RIGHT_WHOLE)) return undefined;
  const low = (LEFT[LOW] >>> 0) + (RIGHT[LOW] >>> 0);
  const high = LEFT[HIGH] + RIGHT[HIGH] + (low >= TWO_32 ? 1 : 0);
  return (high | 0) === high ? intOf(high, low) : undefined;
}

export function subtractHalves(left: Int, right: Int): Int | undefined {
  if (!halve(left, LEFT, LEFT_WHOLE) || !halve(right, RIGHT, RIGHT_WHOLE)) return undefined;
  const low = (LEFT[LOW] >>> 0) - (RIGHT[LOW] >>> 0);
  const high = LEFT[HIGH] - RIGHT[HIGH] - (low < 0 ? 1 : 0);
  return (high | 0) === high ? intOf(high, low) : undefined;
}

/** The quotient by a safe integer above 0, where it is a safe integer, too. */
export function floorDivideHalves(dividend: bigint, divisor: number): number | undefined {
  const quotient = estimateQuotient(dividend, divisor);
  if (quotient === undefined) return undefined;
  const remainder = remainderOf(quotient, divisor);
  return remainder < 0 ? quotient - 1 : remainder >= divisor ? quotient + 1 : quotient;
}

/** The remainder of that division. */
export function moduloHalves(dividend: bigint, divisor: number): number | undefined {
  const quotient = estimateQuotient(dividend, divisor);
  if (quotient === undefined) return undefined;
  const remainder = remainderOf(quotient, divisor);
  return remainder < 0 ? remainder + divisor : remainder >= divisor ? remainder - divisor : remainder;
}

export function andHalves(left: Int, right: Int): Int | undefined {
  const areHalved = halve(left, LEFT, LEFT_WHOLE) && halve(right, RIGHT, RIGHT_WHOLE);
  if (areHalved) return intOf(LEFT[HIGH] & RIGHT[HIGH], LEFT[LOW] & RIGHT[LOW]);
  // A mask of 64 bits without a sign takes the lower 64 of any int.
  if (!isUnsigned64(left) && !isUnsigned64(right)) return undefined;
  lowerHalves(left, LEFT, LEFT_WHOLE);
  lowerHalves(right, RIGHT, RIGHT_WHOLE);
  return unsignedIntOf(LEFT[HIGH] & RIGHT[HIGH], LEFT[LOW] & RIGHT[LOW]);
}

export function orHalves(left: Int, right: Int): Int | undefined {
  if (!halve(left, LEFT, LEFT_WHOLE) || !halve(right, RIGHT, RIGHT_WHOLE)) return undefined;
  return intOf(LEFT[HIGH] | RIGHT[HIGH], LEFT[LOW] | RIGHT[LOW]);
}

export function xorHalves(left: Int, right: Int): Int | undefined {
  if (!halve(left, LEFT, LEFT_WHOLE) || !halve(right, RIGHT, RIGHT_WHOLE)) return undefined;
  return intOf(LEFT[HIGH] ^ RIGHT[HIGH], LEFT[LOW] ^ RIGHT[LOW]);
}

/** `value >> count` of a safe integer, rounded towards minus infinity; `count` is from 0 to 64. */
export function shiftSafeRight(value: number, count: number): number {
  return Math.floor(value / POWERS_OF_TWO[count]);
}

/** The same of a bigint; `count` is from 0 to 63. */
export function shiftHalvesRight(value: bigint, count: number): Int | undefined {
  if (!halve(value, LEFT, LEFT_WHOLE)) return undefined;
  const high = LEFT[HIGH];
  if (count >= 32) return high >> (count - 32);
  if (count === 0) return value;
  return intOf(high >> count, (LEFT[LOW] >>> count) | (high << (32 - count)));
}

/** Up to the 64th: the host takes longer to compute one than to look it up. */
const POWERS_OF_TWO = Float64Array.from({ length: 65 }, (_, exponent) => 2 ** exponent);
const TWO_32 = 2 ** 32;
const TWO_53 = 2 ** 53;
const TWO_63 = 2 ** 63;
/** The upper halves of safe integers are below this, and not below its opposite. */
const SAFE_HIGH = 2 ** 21;

/** Which half the host keeps first. */
const LOW = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;
const HIGH = 1 - LOW;

const LEFT = new Int32Array(2);
const LEFT_WHOLE = new BigInt64Array(LEFT.buffer);
const RIGHT = new Int32Array(2);
const RIGHT_WHOLE = new BigInt64Array(RIGHT.buffer);
const RESULT = new Int32Array(2);
const RESULT_WHOLE = new BigInt64Array(RESULT.buffer);
const RESULT_UNSIGNED = new BigUint64Array(RESULT.buffer);

/** Takes an int apart. False where it has more than 64 bits. */
function halve(value: Int, halves: Int32Array, whole: BigInt64Array): boolean {
  lowerHalves(value, halves, whole);
  return typeof value === 'number' || whole[0] === value;
}

/** Puts the lower 64 bits of an int there. */
function lowerHalves(value: Int, halves: Int32Array, whole: BigInt64Array): void {
  if (typeof value === 'number') {
    halves[HIGH] = Math.floor(value / TWO_32);
    halves[LOW] = value;
  } else {
    whole[0] = value;
  }
}

/** The int of an upper half, and of a lower one, of which only 32 bits count. */
export function intOf(high: number, low: number): Int {
  if (high < SAFE_HIGH && high >= -SAFE_HIGH) {
    const number = high * TWO_32 + (low >>> 0);
    if (number !== -TWO_53) return number;
  }
  RESULT[HIGH] = high;
  RESULT[LOW] = low;
  return RESULT_WHOLE[0];
}

function unsignedIntOf(high: number, low: number): Int {
  if (high >>> 0 < SAFE_HIGH) return (high >>> 0) * TWO_32 + (low >>> 0);
  RESULT[HIGH] = high;
  RESULT[LOW] = low;
  return RESULT_UNSIGNED[0];
}

/** Whether an int has no sign and no more than 64 bits. */
function isUnsigned64(value: Int): boolean {
  return typeof value === 'number' ? value >= 0 : BigInt.asUintN(64, value) === value;
}

/** The quotient rounded down, or 1 more or less, of a dividend whose halves are then in `LEFT`. */
function estimateQuotient(dividend: bigint, divisor: number): number | undefined {
  if (!halve(dividend, LEFT, LEFT_WHOLE)) return undefined;
  const quotient = Math.floor((LEFT[HIGH] * TWO_32 + (LEFT[LOW] >>> 0)) / divisor);
  // Two roundings of a quotient below this make less than 1 of difference.
  return Math.abs(quotient) < QUOTIENT_LIMIT && divisor < QUOTIENT_LIMIT ? quotient : undefined;
}

const QUOTIENT_LIMIT = 2 ** 50;

/** What is left of `LEFT` without so many times the divisor: exact, as it is small. */
function remainderOf(quotient: number, divisor: number): number {
  const low = Math.imul(quotient, divisor) >>> 0;
  const high = Math.round((quotient * divisor - low) / TWO_32);
  return (LEFT[HIGH] - high) * TWO_32 + ((LEFT[LOW] >>> 0) - low);
}
