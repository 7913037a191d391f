import type { Value } from './value.ts';

/** An array of so many values, `LONGEST_FILLED` at most, each to be put in its place. The host copies a short array sooner than it makes one grow. */
export function arrayToFill(length: number): Value[] {
  return ZEROS[length].slice();
}

export const LONGEST_FILLED = 64;
const ZEROS: readonly (readonly Value[])[] = Array.from({ length: LONGEST_FILLED + 1 }, (_, length) =>
  Array.from({ length }, () => 0),
);
