import { raise } from '../errors.ts';
import { MAXIMUM_STRING_LENGTH, outOfMemory } from './bounds.ts';
import { codePointLength } from './code-points.ts';
import type { Int } from './value.ts';

/** `text * count`; a count below 0 is 0. Raises `OverflowError` or `MemoryError` for a result that is too long. */
export function repeatString(text: string, count: Int): string {
  const times = indexSized(count);
  if (times <= 0 || text === '') return '';
  if (text.length * times <= MAXIMUM_STRING_LENGTH) return text.repeat(times);
  if (codePointLength(text) * times > MAXIMUM_INDEX) raise('OverflowError', 'repeated string is too long');
  outOfMemory();
}

/** An int where CPython wants a size or an index, as a `number` that is rounded beyond the safe integers. */
export function indexSized(value: Int): number {
  if (typeof value === 'number') return value;
  if (value > MAXIMUM_INDEX || value < -MAXIMUM_INDEX - 1n) {
    raise('OverflowError', "cannot fit 'int' into an index-sized integer");
  }
  return Number(value);
}

/** The largest index of CPython on machines of 64 bits. */
const MAXIMUM_INDEX = 2n ** 63n - 1n;
