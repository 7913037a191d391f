import type { HeapObject, Visit } from '../values/index.ts';
import type { LargeValues } from './large-values.ts';
import { FLOAT_BYTES, LARGE_UNITS, WIDE_NUMBER_BYTES, isFloat, isLarge, textBytes, intBytes } from './plain-bytes.ts';

/** What marking found. */
export interface Marked {
  readonly objects: number;
  readonly bytes: number;
}

export interface MarkOptions {
  /** What reachable objects get as their `mark`. */
  readonly mark: number;
  /** The large values that are known; afterwards those that can be reached. */
  readonly large: LargeValues;
  /**
   * Where exact counting ends: beyond it large strings count with every reference, because to tell whether two are the same may
   * take as much memory as the strings themselves.
   */
  readonly bytesLimit: number;
  /** Whether an object that has never been put on the heap is a mistake that has to be found. */
  readonly isStrict: boolean;
}

/**
 * Marks everything that can be reached from what `visitRoots` visits, and counts it. Objects that wait for their references to
 * be followed are in an array, so the host's stack does not grow with the program's data.
 */
export function markReachable(options: MarkOptions, visitRoots: (visit: Visit) => void): Marked {
  const { mark, large, bytesLimit, isStrict } = options;
  const waiting: HeapObject[] = [];
  const known = large.begin();
  let objects = 0;
  let bytes = 0;
  // Of equal floats in a row one counts: they may be one, and whether they are depends on the engine.
  let lastFloat: number | null = null;

  const countLarge = (value: string | bigint): number => {
    if (bytes > bytesLimit) return typeof value === 'string' ? textBytes(value) : intBytes(value);
    if (large.find(value) !== undefined) return 0;
    const found = known.find(value);
    if (found === undefined) return large.add(value);
    large.addAgain(found);
    return found.bytes;
  };

  const visit: Visit = value => {
    switch (typeof value) {
      case 'object':
        if (value === null) return;
        if (isFloat(value)) {
          if (!Object.is(value.value, lastFloat)) bytes += FLOAT_BYTES;
          lastFloat = value.value;
        } else if (value.mark !== mark && value.allocation >= 0) {
          if (isStrict && value.allocation === 0) throw new Error(`a ${value.typeName} in use is not on the heap`);
          value.mark = mark;
          waiting.push(value);
        }
        return;
      case 'string':
        bytes += value.length < LARGE_UNITS ? textBytes(value) : countLarge(value);
        return;
      case 'number':
        if ((value | 0) !== value) bytes += WIDE_NUMBER_BYTES;
        return;
      case 'bigint':
        bytes += isLarge(value) ? countLarge(value) : intBytes(value);
    }
  };

  visitRoots(visit);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    objects++;
    bytes += object.bytes;
    object.trace(visit);
  }
  return { objects, bytes };
}
