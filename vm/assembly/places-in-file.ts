import type { Unit } from './unit.ts';

/** Which of two tokens stands first in the file; negative where the first one does. */
export function comparePlaces(a: Unit, tokenA: number, b: Unit, tokenB: number): number {
  return a === b ? tokenA - tokenB : a.sectionOf(tokenA) - b.sectionOf(tokenB);
}

/** The one that stands first in the file; `undefined` where there is none. */
export function firstInFile<T>(
  all: Iterable<T>,
  unitOf: (each: T) => Unit,
  tokenOf: (each: T) => number,
): T | undefined {
  let first: T | undefined;
  for (const each of all) {
    const isBefore =
      first === undefined || comparePlaces(unitOf(each), tokenOf(each), unitOf(first), tokenOf(first)) < 0;
    if (isBefore) first = each;
  }
  return first;
}
