import { Float, type Value } from '../values/index.ts';

/**
 * Bytes of what is no object of the heap but takes room in it: strings, floats and ints beyond 31 bits, about what the host
 * takes for them. Small ones count once for each reference; of large strings and ints the heap knows whether they are the same
 * (`LargeValues`).
 */
export function textBytes(text: string): number {
  // The host has all strings of one unit already.
  return text.length < 2 ? 0 : STRING_BYTES + 2 * text.length;
}

/** Bytes of an int, more or less: within a third of its size where it is large. */
export function intBytes(value: bigint): number {
  if (isSmallInt(value)) return SMALL_INT_BYTES;
  // The highest power of two that the int reaches, found from above: shifting almost everything out costs almost nothing.
  let bits = HIGHEST_POWER;
  while (isShiftedOut(value >> BigInt(bits))) bits /= 2;
  return INT_BYTES + (bits / 8) * (isShiftedOut(value >> BigInt(bits * 1.5)) ? 1.25 : 1.75);
}

/** Whether a string or an int is so large that a program can use up the host's memory with a few thousand of them. */
export function isLarge(value: Value): value is string | bigint {
  if (typeof value === 'string') return value.length >= LARGE_UNITS;
  return typeof value === 'bigint' && !isSmallInt(value) && BigInt.asIntN(LARGE_BITS, value) !== value;
}

/** Whether an int is one of those of which each counts the same. To compare takes the host less time than to cut. */
export function isSmallInt(value: bigint): boolean {
  return value < SMALL_INTS && value >= -SMALL_INTS;
}

/** A number of more than 31 bits where any value may stand. */
export const WIDE_NUMBER_BYTES = 16;
/** The box and what is in it. */
export const FLOAT_BYTES = 48;
export const LARGE_UNITS = 1024;

function isShiftedOut(rest: bigint): boolean {
  return rest === 0n || rest === -1n;
}

/** Whether a value is a `Float`, of which the collector counts each. */
export function isFloat(value: object): value is Float {
  return value instanceof Float;
}

const STRING_BYTES = 16;
const INT_BYTES = 16;
const SMALL_INT_BITS = 256;
export const SMALL_INT_BYTES = INT_BYTES + SMALL_INT_BITS / 8;
const SMALL_INTS = 1n << BigInt(SMALL_INT_BITS - 1);
const LARGE_BITS = 8 * 2 * LARGE_UNITS;
const HIGHEST_POWER = 2 ** 25;
