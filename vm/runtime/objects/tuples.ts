import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Value, type Visit } from '../values/index.ts';
import { nextSharedNumber } from './functions.ts';

/** A tuple. Immutable; the empty one exists once (`EMPTY_TUPLE`). */
export class TupleObject extends HeapObject {
  readonly typeName = 'tuple';
  readonly items: readonly Value[];

  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }

  override get bytes(): number {
    return OBJECT_BYTES + REFERENCE_BYTES * this.items.length;
  }

  override trace(visit: Visit): void {
    this.items.forEach(visit);
  }
}

/** All empty tuples are this one, in all machines. */
export const EMPTY_TUPLE: TupleObject = new (class extends TupleObject {
  override readonly allocation = nextSharedNumber();
})([]);

/** The tuple of these items; it has yet to be put on the heap. */
export function tupleOf(items: readonly Value[]): TupleObject {
  return items.length === 0 ? EMPTY_TUPLE : new TupleObject(items);
}
