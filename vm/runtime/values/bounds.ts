/**
 * The largest ints and strings. A value beyond them is refused before it is computed; what the host itself refuses
 * becomes a `MemoryError`, so that no program sees an error of the host.
 */
import { raise } from '../errors.ts';

/**
 * Bits of the largest int: 10 million decimal digits. V8 holds 32 times as many, but a division of those, or making them of
 * text, takes many seconds, in which nothing can interrupt the machine.
 */
export const MAXIMUM_INT_BITS = 2 ** 25;

/**
 * UTF-16 units of the longest string. Hosts allow more, but what looks at each code point would take many seconds, and what takes
 * a string apart needs many times the room: a host that has none ends at once.
 */
export const MAXIMUM_STRING_LENGTH = 2 ** 25;

/** Ends the operation as CPython does when memory is short: `MemoryError`, with nothing behind it. */
export function outOfMemory(): never {
  raise('MemoryError', '');
}

/** Raises `MemoryError` for an int that would have more bits than the language allows. */
export function checkIntBits(bitCount: number): void {
  if (bitCount > MAXIMUM_INT_BITS) outOfMemory();
}

/** Raises `MemoryError` for a string that would have more UTF-16 units than the language allows. */
export function checkStringLength(unitCount: number): void {
  if (unitCount > MAXIMUM_STRING_LENGTH) outOfMemory();
}

/** Computes a large value; a host that has no room for it raises `MemoryError` and not an error of its own. */
export function withinMemory<Result>(compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    asShortOfMemory(error);
  }
}

/** The same for who catches the error himself: a function that is made for each computation costs more than a sum. */
export function asShortOfMemory(error: unknown): never {
  if (error instanceof RangeError) outOfMemory();
  throw error;
}
