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
  for (const { bits, middle, upper } of BOUNDS)
    if (isWithin(value, upper)) return INT_BYTES + (bits / 8) * (isWithin(value, middle) ? 1.25 : 1.75);
  return largeIntBytes(value);
}

/** The same: a large int is more work than to shift it. */
function largeIntBytes(value: bigint): number {
  let bits = LARGE_BITS / 2;
  while (!isShiftedOut(value >> BigInt(2 * bits))) bits *= 2;
  return INT_BYTES + (bits / 8) * (isShiftedOut(value >> BigInt(bits * 1.5)) ? 1.25 : 1.75);
}

/** Whether a string or an int is so large that a program can use up the host's memory with a few thousand of them. */
export function isLarge(value: Value): value is string | bigint {
  if (typeof value === 'string') return value.length >= LARGE_UNITS;
  return typeof value === 'bigint' && !isWithin(value, LARGE_INTS);
}

/** Whether an int is one of those of which each counts the same. */
export function isSmallInt(value: bigint): boolean {
  return isWithin(value, SMALL_INTS);
}

/** Whether an int is below a bound, and not below its negative. To compare takes the host less time than to cut, and makes nothing. */
function isWithin(value: bigint, bound: bigint): boolean {
  return value < bound && (value >= 0n || value >= -bound);
}

/** A number of more than 31 bits where any value may stand. */
export const WIDE_NUMBER_BYTES = 16;
/** The box and what is in it. */
export const FLOAT_BYTES = 48;
export const LARGE_UNITS = 1024;
/** More than `intBytes` gives for any int that is not large. */
export const MOST_INT_BYTES = 2 * 2 * LARGE_UNITS;

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
/** As many bits as so many units have. */
const LARGE_BITS = 8 * 2 * LARGE_UNITS;
const LARGE_INTS = 1n << BigInt(LARGE_BITS - 1);
/** From each power of two to the next one, of ints that are neither small nor large. */
const BOUNDS = [256, 512, 1024, 2048, 4096, 8192].map(bits => ({
  bits,
  middle: 1n << BigInt(bits * 1.5),
  upper: 1n << BigInt(bits * 2),
}));
