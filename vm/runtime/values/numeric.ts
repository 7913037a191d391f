/** How values count as numbers: a bool is 0 or 1, an int and a float are themselves, everything else is none. */
import { raise } from '../errors.ts';
import { Float, type Int, type Value } from './value.ts';

/** The int that a value is or counts as; `undefined` when it is no int and no bool. */
export function asInt(value: Value): Int | undefined {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default:
      return undefined;
  }
}

/** The float nearest to a number; `undefined` when the value is no number. Raises `OverflowError` for an int beyond floats. */
export function asFloat(value: Value): number | undefined {
  if (value instanceof Float) return value.value;
  const int = asInt(value);
  return int === undefined ? undefined : floatOfInt(int);
}

/** The float nearest to an int (ties to even). Raises `OverflowError` when there is none. */
export function floatOfInt(value: Int): number {
  if (typeof value === 'number') return value;
  const nearest = Number(value);
  if (nearest === Infinity || nearest === -Infinity) raise('OverflowError', 'int too large to convert to float');
  return nearest;
}

/** Bits of the magnitude of an int; 0 for 0. */
export function bitLength(value: Int): number {
  if (typeof value === 'number') return numberBitLength(Math.abs(value));
  const digits = (value < 0n ? -value : value).toString(16);
  return (digits.length - 1) * 4 + numberBitLength(parseInt(digits[0], 16));
}

/** Whether an int has so many bits that its length is worth finding out before it grows; comparing is much quicker than that. */
export function isLong(value: Int): boolean {
  return typeof value === 'bigint' && (value >= LONG || value <= LONG_BELOW_ZERO);
}

/** More than this many bits are long; a shift of a shorter int by as many more is still far from the largest int. */
export const LONG_BITS = 2 ** 20;
const LONG = 1n << BigInt(LONG_BITS);
const LONG_BELOW_ZERO = -LONG;

/** Ones in the binary digits of the magnitude of an int. */
export function bitCount(value: Int): number {
  const magnitude = value < 0 ? -BigInt(value) : BigInt(value);
  let count = 0;
  for (const digit of magnitude.toString(16)) count += ONES[parseInt(digit, 16)];
  return count;
}

/** Ones in each hexadecimal digit. */
const ONES = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];

function numberBitLength(magnitude: number): number {
  const high = Math.floor(magnitude / 2 ** 32);
  return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(magnitude);
}
