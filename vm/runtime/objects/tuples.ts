import type { Heap } from '../heap/heap.ts';
import { putNew } from '../heap/put-new.ts';
import { nextSharedNumber } from '../heap/shared-numbers.ts';
import { HeapObject, bytesOfTuple, type Value, type Visit } from '../values/index.ts';
import { TupleIterator } from './sequence-iterators.ts';

/** A tuple. Immutable; the empty one exists once (`EMPTY_TUPLE`). */
export class TupleObject extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  get typeName(): string {
    return 'tuple';
  }
  readonly items: readonly Value[];

  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }

  override iterator(): TupleIterator {
    return new TupleIterator(this);
  }

  override get bytes(): number {
    return bytesOfTuple(this.items.length);
  }

  override trace(visit: Visit): void {
    this.items.forEach(visit);
  }
}

/** All empty tuples are this one. */
export const EMPTY_TUPLE = new TupleObject([]);
// Of all machines as well.
EMPTY_TUPLE.allocation = nextSharedNumber();

/** A tuple of these items, on the heap. */
export function newTuple(heap: Heap, items: readonly Value[]): TupleObject {
  if (items.length === 0) return EMPTY_TUPLE;
  return putNew(heap, new TupleObject(items));
}

/** The tuple of these items; it has yet to be put on the heap. */
export function tupleOf(items: readonly Value[]): TupleObject {
  return items.length === 0 ? EMPTY_TUPLE : new TupleObject(items);
}
