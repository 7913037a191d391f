import { raise, raiseWith } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  ClassObject,
  DictObject,
  ListObject,
  RangeObject,
  SliceObject,
  TupleObject,
  newFloatList,
  newList,
  newPart,
  newTuple,
} from '../objects/index.ts';
import { Pending, andThen, type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { specialMethod } from '../types/registry.ts';
import {
  REFERENCE_BYTES,
  codePointAtIndex,
  codePointLength,
  normalizeInt,
  sliceCodePoints,
  stepCodePoints,
  typeName,
  type Int,
  type Value,
} from '../values/index.ts';
import { isIndex, toIndex, toSize } from './indices.ts';
import { deleteItem } from './list-items.ts';
import { deleteListSlice, storeListSlice } from './list-slices.ts';
import { isLikeSequence } from './sequences.ts';
import { itemBounds, resolveSlice, sliceBounds, slicedItems } from './slices.ts';
import { lookUp, removeEntry, storeKey } from './tables.ts';

type Sequence = ListObject | TupleObject | RangeObject | string;

/** `container[index]`; the index may be a slice. */
export function loadIndex(machine: Machine, container: Value, index: Value): Outcome {
  if (container instanceof DictObject) {
    const entry = lookUp(machine, container, index);
    if (entry instanceof Pending) return entry.thenDo(valueOfKey, container, index);
    return valueOfKey.after(machine, entry, container, index);
  }
  if (isSequence(container)) return loadFromSequence(machine, container, index);
  const own = specialMethod(container, '__getitem__');
  if (own !== undefined) return callMethod(own, [container, index]);
  if (container instanceof ClassObject) raise('TypeError', `type '${container.name}' is not subscriptable`);
  raise('TypeError', `'${typeName(container)}' object is not subscriptable`);
}

/** `container[index] = value`; answers with `None`. */
export function storeIndex(machine: Machine, container: Value, index: Value, value: Value): Outcome {
  if (container instanceof DictObject) return storeKey(machine, container, index, value);
  if (container instanceof ListObject) {
    if (index instanceof SliceObject) {
      return andThen(machine, resolveSlice(machine, index), storeResolved, container, value);
    }
    return andThen(machine, listIndex(machine, index), storeAt, container, value);
  }
  const own = specialMethod(container, '__setitem__');
  if (own !== undefined) return callMethod(own, [container, index, value]);
  if (specialMethod(container, '__delitem__') !== undefined) raiseOnlyHalf('__setitem__');
  return refuse(machine, container, index, 'does not support item assignment', 'does not support item assignment');
}

/** `del container[index]`; answers with `None`. */
export function deleteIndex(machine: Machine, container: Value, index: Value): Outcome {
  if (container instanceof DictObject) {
    const entry = lookUp(machine, container, index);
    if (entry instanceof Pending) return entry.thenDo(removed, container, index);
    return removed.after(machine, entry, container, index);
  }
  if (container instanceof ListObject) {
    if (index instanceof SliceObject) return andThen(machine, resolveSlice(machine, index), deleteResolved, container);
    return andThen(machine, listIndex(machine, index), deleteAt, container);
  }
  const own = specialMethod(container, '__delitem__');
  if (own !== undefined) return callMethod(own, [container, index]);
  if (specialMethod(container, '__setitem__') !== undefined) raiseOnlyHalf('__delitem__');
  return refuse(machine, container, index, 'does not support item deletion', "doesn't support item deletion");
}

/** `container[start:stop:step]` */
export function loadSlice(machine: Machine, container: Value, start: Value, stop: Value, step: Value): Outcome {
  if (typeof container === 'string' || container instanceof ListObject) {
    const part = plainSlice(machine, container, start, stop, step);
    if (part !== undefined) return part;
  }
  return loadIndex(machine, container, machine.allocate(new SliceObject(start, stop, step)));
}

/** A slice of a string or list, without a slice object; `undefined` where a place or the step is more than an int, or no step. */
export function plainSlice(
  machine: Machine,
  container: string | ListObject,
  start: Value,
  stop: Value,
  step: Value,
): Value | undefined {
  if (!isPlainPlace(start) || !isPlainPlace(stop)) return undefined;
  if (step === null || step === 1) return plainPart(machine, container, start, stop);
  return typeof step === 'number' && step !== 0 ? steppedPart(machine, container, start, stop, step) : undefined;
}

/** The items from one place to another. */
function plainPart(machine: Machine, container: string | ListObject, start: number | null, stop: number | null): Value {
  const length = typeof container === 'string' ? codePointLength(container) : container.length;
  const first = placeWithin(start ?? 0, length);
  const end = Math.max(first, placeWithin(stop ?? length, length));
  if (typeof container === 'string') return sliceCodePoints(container, first, end);
  return newPart(machine.heap, container, first, end);
}

/** The same for every `step`th item. */
function steppedPart(
  machine: Machine,
  container: string | ListObject,
  start: number | null,
  stop: number | null,
  step: number,
): Value {
  const length = typeof container === 'string' ? codePointLength(container) : container.length;
  const [lowest, highest] = step > 0 ? [0, length] : [-1, length - 1];
  const [begin, end] = step > 0 ? [lowest, highest] : [highest, lowest];
  const first = start === null ? begin : cut(start, length, lowest, highest);
  const last = stop === null ? end : cut(stop, length, lowest, highest);
  const count = Math.max(0, Math.ceil((last - first) / step));
  if (typeof container === 'string') return stepCodePoints(container, first, step, count);
  machine.heap.reserve(count * REFERENCE_BYTES);
  const { floats } = container;
  return floats === null
    ? newList(machine.heap, stepped(container.items, first, step, count))
    : newFloatList(machine.heap, stepped(floats, first, step, count));
}

/** An array of `count` items is made sooner as a part of another than one by one. */
function stepped<T>(items: readonly T[], first: number, step: number, count: number): T[] {
  const picked = items.slice(0, count);
  for (let place = 0, index = first; place < count; place++, index += step) picked[place] = items[index];
  return picked;
}

function cut(place: number, length: number, lowest: number, highest: number): number {
  return Math.min(Math.max(place < 0 ? place + length : place, lowest), highest);
}

function isPlainPlace(place: Value): place is number | null {
  return place === null || typeof place === 'number';
}

/** A place of a slice, from the end where it is negative, and not beyond the items. */
function placeWithin(place: number, length: number): number {
  return Math.min(Math.max(place < 0 ? place + length : place, 0), length);
}

function isSequence(value: Value): value is Sequence {
  return (
    typeof value === 'string' ||
    value instanceof ListObject ||
    value instanceof TupleObject ||
    value instanceof RangeObject
  );
}

/** Raises that a container cannot be changed; what CPython implements as a kind of sequence looks at the index first. */
/** To CPython, storing and deleting items are one ability of a class: one that has half of it lacks a method. */
function raiseOnlyHalf(missing: '__setitem__' | '__delitem__'): never {
  raise('AttributeError', missing);
}

function refuse(machine: Machine, container: Value, index: Value, message: string, ofSequence: string): Outcome {
  if (!isLikeSequence(container) || !isIndex(index)) raise('TypeError', `'${typeName(container)}' object ${message}`);
  return andThen(machine, toSize(machine, index, 'IndexError'), refuseAt, container, ofSequence);
}

const refuseAt: Step<[Value, string]> = {
  after: (_machine, _index, container, message) => raise('TypeError', `'${typeName(container)}' object ${message}`),
};

function loadFromSequence(machine: Machine, sequence: Sequence, index: Value): Outcome {
  if (index instanceof SliceObject) return andThen(machine, resolveSlice(machine, index), loadResolved, sequence);
  if (typeof index === 'number') return itemAt(sequence, index);
  if (!isIndex(index)) {
    const name = typeName(index);
    if (typeof sequence === 'string') raise('TypeError', `string indices must be integers, not '${name}'`);
    raise('TypeError', `${sequence.typeName} indices must be integers or slices, not ${name}`);
  }
  const int = sequence instanceof RangeObject ? toIndex(machine, index) : toSize(machine, index, 'IndexError');
  return andThen(machine, int, loadAt, sequence);
}

const loadAt: Step<[Sequence]> = { after: (_machine, index, sequence) => itemAt(sequence, index as Int) };

function itemAt(sequence: Sequence, index: Int): Value {
  if (sequence instanceof RangeObject) {
    const at = BigInt(index) < 0n ? BigInt(index) + sequence.length : BigInt(index);
    if (at < 0n || at >= sequence.length) raise('IndexError', 'range object index out of range');
    return normalizeInt(sequence.start + at * sequence.step);
  }
  if (typeof sequence === 'string') {
    return codePointAtIndex(sequence, placeOf(index, codePointLength(sequence), 'string index out of range'));
  }
  const message = `${sequence.typeName} index out of range`;
  if (sequence instanceof ListObject) return sequence.at(placeOf(index, sequence.length, message));
  return sequence.items[placeOf(index, sequence.items.length, message)];
}

function placeOf(index: Int, length: number, message: string): number {
  const at = Number(index) < 0 ? Number(index) + length : Number(index);
  return at >= 0 && at < length ? at : raise('IndexError', message);
}

const loadResolved: Step<[Sequence]> = {
  after(machine, resolved, sequence) {
    const slice = resolved as SliceObject;
    if (typeof sequence === 'string') return sliceOfText(sequence, slice);
    if (sequence instanceof RangeObject) return machine.allocate(sliceOfRange(sequence, slice));
    const bounds = itemBounds(slice, sequence.items.length);
    machine.heap.reserve(bounds.count * REFERENCE_BYTES);
    if (sequence instanceof ListObject) return newList(machine.heap, slicedItems(sequence.items, bounds));
    const isWhole = bounds.step === 1 && bounds.count === sequence.items.length;
    return isWhole ? sequence : newTuple(machine.heap, slicedItems(sequence.items, bounds));
  },
};

function sliceOfText(text: string, slice: SliceObject): string {
  const { start, stop, step, count } = itemBounds(slice, codePointLength(text));
  return step === 1 ? sliceCodePoints(text, start, stop) : stepCodePoints(text, start, step, count);
}

function sliceOfRange(range: RangeObject, slice: SliceObject): RangeObject {
  const { start, stop, step } = sliceBounds(slice, normalizeInt(range.length));
  return new RangeObject(
    normalizeInt(range.start + start * range.step),
    normalizeInt(range.start + stop * range.step),
    normalizeInt(range.step * step),
  );
}

function listIndex(machine: Machine, index: Value): Outcome {
  if (isIndex(index)) return toSize(machine, index, 'IndexError');
  raise('TypeError', `list indices must be integers or slices, not ${typeName(index)}`);
}

const storeAt: Step<[ListObject, Value]> = {
  after({ heap }, index, list, value) {
    list.set(heap, placeOf(index as Int, list.length, 'list assignment index out of range'), value);
    return null;
  },
};

const deleteAt: Step<[ListObject]> = {
  after({ heap }, index, list) {
    const at = placeOf(index as Int, list.length, 'list assignment index out of range');
    deleteItem(heap, list, at);
    return null;
  },
};

const storeResolved: Step<[ListObject, Value]> = {
  after: (machine, slice, list, value) => storeListSlice(machine, list, slice as SliceObject, value),
};

const deleteResolved: Step<[ListObject]> = {
  after: (machine, slice, list) => deleteListSlice(machine, list, slice as SliceObject),
};

const valueOfKey: Step<[DictObject, Value]> = {
  after: (_machine, entry, dict, key) =>
    (entry as number) < 0 ? raiseWith('KeyError', key) : dict.table.valueAt(entry as number),
};

const removed: Step<[DictObject, Value]> = {
  after(machine, entry, dict, key) {
    if ((entry as number) < 0) raiseWith('KeyError', key);
    removeEntry(machine, dict, entry as number);
    return null;
  },
};
