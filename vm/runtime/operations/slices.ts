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

/** The same of a sequence that holds its items: what a slice means in it are numbers of the host. */
export interface ItemBounds {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** What a resolved slice means in a sequence that holds so many items. Parts beyond all items may be rounded. */
export function itemBounds(slice: SliceObject, length: number): ItemBounds {
  const step = slice.step === null ? 1 : Number(slice.step as Int);
  const [lowest, highest] = step > 0 ? [0, length] : [-1, length - 1];
  const start = slice.start === null ? (step > 0 ? lowest : highest) : cut(slice.start, length, lowest, highest);
  const stop = slice.stop === null ? (step > 0 ? highest : lowest) : cut(slice.stop, length, lowest, highest);
  return { start, stop, step, count: Math.max(Math.ceil((stop - start) / step), 0) };
}

function cut(part: Value, length: number, lowest: number, highest: number): number {
  const given = Number(part as Int);
  return Math.min(Math.max(given < 0 ? given + length : given, lowest), highest);
}

/** The items of a slice of a sequence. */
export function slicedItems(items: readonly Value[], { start, stop, step, count }: ItemBounds): Value[] {
  if (step === 1) return items.slice(start, Math.max(stop, start));
  const picked: Value[] = [];
  for (let index = start, left = count; left > 0; left--, index += step) picked.push(items[index]);
  return picked;
}
