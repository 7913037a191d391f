import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { SliceObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { Int, Value } from '../values/index.ts';
import { isIndex, toIndex } from './indices.ts';

/** Which items of a sequence a slice means: `count` of them, from `start` on; `stop` is where the slice ends. */
export interface Bounds {
  readonly start: bigint;
  readonly stop: bigint;
  readonly step: bigint;
  readonly count: bigint;
}

/** A slice whose parts are ints or `None`: what has an `__index__` is asked, the step first. Raises where a part is neither. */
export function resolveSlice(machine: Machine, slice: SliceObject): Outcome {
  if (isResolved(slice.start) && isResolved(slice.stop) && isResolved(slice.step)) {
    if (Number(slice.step ?? 1) === 0) raise('ValueError', 'slice step cannot be zero');
    return slice;
  }
  return andThen(machine, partOf(machine, slice.step), withStep, slice);
}

function isResolved(part: Value): part is Int | boolean | null {
  return part === null || typeof part === 'number' || typeof part === 'bigint' || typeof part === 'boolean';
}

function partOf(machine: Machine, part: Value): Outcome {
  if (part === null) return null;
  if (!isIndex(part)) raise('TypeError', 'slice indices must be integers or None or have an __index__ method');
  return toIndex(machine, part);
}

const withStep: Step<[SliceObject]> = {
  after(machine, step, slice) {
    if (step === 0) raise('ValueError', 'slice step cannot be zero');
    return andThen(machine, partOf(machine, slice.start), withStart, slice, step);
  },
};

const withStart: Step<[SliceObject, Value]> = {
  after: (machine, start, slice, step) => andThen(machine, partOf(machine, slice.stop), withStop, start, step),
};

const withStop: Step<[Value, Value]> = {
  after: (machine, stop, start, step) => machine.allocate(new SliceObject(start, stop, step)),
};

/** What a resolved slice means in a sequence of that length. */
export function sliceBounds(slice: SliceObject, length: Int): Bounds {
  const size = BigInt(length);
  const step = BigInt((slice.step as Int | null) ?? 1);
  const [lowest, highest] = step > 0n ? [0n, size] : [-1n, size - 1n];
  const start = slice.start === null ? (step > 0n ? lowest : highest) : clamp(slice.start, size, lowest, highest);
  const stop = slice.stop === null ? (step > 0n ? highest : lowest) : clamp(slice.stop, size, lowest, highest);
  return { start, stop, step, count: countOf(start, stop, step) };
}

function clamp(part: Value, size: bigint, lowest: bigint, highest: bigint): bigint {
  const given = BigInt(part as Int);
  const index = given < 0n ? given + size : given;
  return index < lowest ? lowest : index > highest ? highest : index;
}

function countOf(start: bigint, stop: bigint, step: bigint): bigint {
  if (step > 0n) return start < stop ? (stop - start - 1n) / step + 1n : 0n;
  return stop < start ? (start - stop - 1n) / -step + 1n : 0n;
}

/** The items of a slice of a sequence. */
export function slicedItems(items: readonly Value[], { start, stop, step, count }: Bounds): Value[] {
  if (step === 1n) return items.slice(Number(start), Number(stop > start ? stop : start));
  const picked: Value[] = [];
  for (let index = Number(start), left = Number(count); left > 0; left--, index += Number(step)) {
    picked.push(items[index]);
  }
  return picked;
}
