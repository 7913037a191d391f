import type { RangeObject } from '../objects/index.ts';
import { Float, asInt, normalizeInt, type Int, type Value } from '../values/index.ts';

/** Two ranges are equal when they go through the same ints. */
export function areRangesEqual(left: RangeObject, right: RangeObject): boolean {
  const count = left.length;
  if (count !== right.length) return false;
  return count === 0n || (left.start === right.start && (count === 1n || left.step === right.step));
}

/** What equal ranges of more than one int have in common besides their length: the first int and the step; where there are fewer, less. */
export function rangeEnds(range: RangeObject): Value[] {
  const count = range.length;
  if (count === 0n) return [];
  return count === 1n ? [normalizeInt(range.start)] : [normalizeInt(range.start), normalizeInt(range.step)];
}

/** Whether a plain value equals one of the ints. */
export function rangeContains(range: RangeObject, item: Value): boolean {
  return rangeIndex(range, item) !== undefined;
}

/** Where the int that equals a plain value stands in a range; `undefined` where there is none. */
export function rangeIndex(range: RangeObject, item: Value): Int | undefined {
  const wanted = item instanceof Float && Number.isInteger(item.value) ? BigInt(item.value) : asInt(item);
  if (wanted === undefined) return undefined;
  const distance = BigInt(wanted) - range.start;
  const index = distance / range.step;
  const isThere = distance % range.step === 0n && index >= 0n && index < range.length;
  return isThere ? normalizeInt(index) : undefined;
}

/** `range(0, 5)`, with the step where it is not 1. */
export function rangeText({ start, stop, step }: RangeObject): string {
  return `range(${start}, ${stop}${step === 1n ? '' : `, ${step}`})`;
}
