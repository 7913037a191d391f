import type { Machine } from '../../machine.ts';
import {
  EXHAUSTED,
  ListIterator,
  ListObject,
  NO_ENTRY,
  TupleObject,
  type IteratorObject,
  type TableIterator,
} from '../../objects/index.ts';
import type { LazyIterator } from '../../operations/lazy-iterator.ts';
import { EnumerateIterator } from '../../types/enumerate.ts';
import { ZipIterator } from '../../types/zip.ts';
import type { Value } from '../../values/index.ts';
import { MOST_INT_BYTES, isLarge } from '../../heap/plain-bytes.ts';
import { running } from '../current.ts';
import { countFrom } from './counting.ts';
import { CODE, Way, limits } from '../registers.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, push, putValue } from '../slots.ts';

/** `UNPACK` of a list or tuple with as many items as are wanted: the first one ends on top. */
export function unpackTop(pc: number, sp: number, _fp: number, _calls: number): number {
  const count = CODE[pc + 1];
  const container = TAGS[sp - 1] === Tag.Object ? REFERENCES[sp - 1] : null;
  const last = sp - 2 + count;
  if (container instanceof TupleObject) {
    const { items } = container;
    if (items.length !== count) return Way.leave;
    for (let index = 0; index < count; index++) putValue(last - index, items[index]);
    return last + 1;
  }
  if (!(container instanceof ListObject) || container.length !== count) return Way.leave;
  for (let index = 0; index < count; index++) putValue(last - index, container.at(index));
  return last + 1;
}

/**
 * Does what `BUILD_TUPLE` and `UNPACK` do to the values on top: turns them round. The heap counts the tuple as if it had been made.
 * False, with nothing changed, where somebody could see that it has not.
 */
export function turnTop(sp: number, count: number): boolean {
  const first = sp - count;
  const { heap } = running().machine;
  let bytes = count * SMALL_BYTES;
  for (let slot = first; slot < sp; slot++) if (TAGS[slot] >= Tag.BigInt) bytes += mostBytesAt(slot);
  if (count === 0 || !heap.canHideTuple(count, bytes)) return false;
  heap.countHiddenTuple(count);
  countFrom(heap, first, sp);
  for (let low = first, high = sp - 1; low < high; low++, high--) exchange(low, high);
  return true;
}

function exchange(low: number, high: number): void {
  const tag = TAGS[low];
  const number = NUMBERS[low];
  const reference = tag < Tag.BigInt ? null : REFERENCES[low];
  push(low, high);
  TAGS[high] = tag;
  if (tag < Tag.BigInt) NUMBERS[high] = number;
  else REFERENCES[high] = reference;
}

/*
 * What `FOR_ITER` and `UNPACK` do with an iterator that gives tuples, without making those that are not there. All answer with the new
 * `sp`, with 0 behind the last item, and with -1, with nothing changed, where that is not so simple.
 */

/** Through what asks other iterators: `zip` and `enumerate`. */
export function unpackItems(iterator: LazyIterator, sp: number, count: number): number {
  if (iterator instanceof ZipIterator) return unpackZipped(iterator, sp, count);
  return iterator instanceof EnumerateIterator && count === 2 ? unpackNumbered(iterator, sp) : -1;
}

function unpackZipped({ isQuick, sources: { items } }: ZipIterator, sp: number, count: number): number {
  const { machine } = running();
  if (!isQuick || count === 0 || items.length !== count || !machine.heap.canHideTuple(count)) return -1;
  for (let each = 0; each < count; each++) if (!takeInto(machine, items[each], sp + count - 1 - each)) return 0;
  machine.heap.countHiddenTuple(count);
  return sp + count;
}

function unpackNumbered(iterator: EnumerateIterator, sp: number): number {
  const { machine } = running();
  if (!iterator.areSourcesSimple || !machine.heap.canHideTuple(2)) return -1;
  if (!takeInto(machine, iterator.sources.items[0], sp)) return 0;
  machine.heap.countHiddenTuple(2);
  putValue(sp + 1, iterator.takeNumber(machine));
  return sp + 2;
}

/** Puts an item of a list into a slot, a float without a box. */
function putItemOf(list: ListObject, place: number, slot: number): void {
  const { floats } = list;
  if (floats === null) {
    putValue(slot, list.at(place));
  } else {
    TAGS[slot] = Tag.Float;
    NUMBERS[slot] = floats[place];
  }
}

/** Puts the next item of a simple source into a slot; false behind the last one. */
function takeInto(machine: Machine, source: Value, slot: number): boolean {
  if (source instanceof ListIterator && source.epoch === limits.epoch) {
    const { list, place } = source;
    if (place < list.length) {
      source.pass();
      putItemOf(list, place, slot);
      return true;
    }
  }
  const item = (source as IteratorObject).next(machine) as Value;
  if (item === EXHAUSTED) return false;
  putValue(slot, item);
  return true;
}

/** Through a list, where the next item is a tuple of as many. */
export function unpackItem(iterator: ListIterator, sp: number, count: number): number {
  const { list, place } = iterator;
  if (list.floats !== null || place >= list.length) return -1;
  const item = list.at(place);
  if (!(item instanceof TupleObject) || item.items.length !== count) return -1;
  iterator.advance(running().machine.heap, place + 1);
  for (let index = 0; index < count; index++) putValue(sp + index, item.items[count - 1 - index]);
  return sp + count;
}

/** Through the items of a dict. */
export function unpackEntry(iterator: TableIterator, sp: number, count: number): number {
  if (count !== 2) return -1;
  const entry = iterator.nextPair(running().machine);
  if (entry < 0) return entry === NO_ENTRY ? 0 : -1;
  const { table } = iterator;
  putValue(sp, table.valueAt(entry));
  putValue(sp + 1, table.keyAt(entry));
  return sp + 2;
}

/** What the heap counts for the value in a slot, at most; `Infinity` where it may have to compare that with others. */
function mostBytesAt(slot: number): number {
  const tag = TAGS[slot];
  if (tag < Tag.BigInt || tag === Tag.Object) return SMALL_BYTES;
  const value = REFERENCES[slot];
  if (typeof value === 'string') return value.length <= LONGEST_TEXT ? SMALL_BYTES : Infinity;
  if (typeof value !== 'bigint') return SMALL_BYTES;
  return isLarge(value) ? Infinity : MOST_INT_BYTES;
}

/** Longer strings the heap may have to compare with others. */
const LONGEST_TEXT = 64;
/** The most that the heap counts for what is small. */
const SMALL_BYTES = 256;
