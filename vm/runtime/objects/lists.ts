import type { Heap } from '../heap/heap.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Value, type Visit } from '../values/index.ts';

/** A list. Its items change only through its methods, which tell the heap. */
export class ListObject extends HeapObject {
  readonly typeName = 'list';
  private content: Value[];

  /** Takes the array over: nobody else may change it. */
  constructor(items: Value[]) {
    super();
    this.content = items;
  }

  get items(): readonly Value[] {
    return this.content;
  }

  get length(): number {
    return this.content.length;
  }

  push(heap: Heap, value: Value): void {
    heap.beforeWrite(this);
    heap.grow(REFERENCE_BYTES);
    heap.stored(value);
    this.content.push(value);
  }

  /** Puts a value in the place of another; the index is there. */
  set(heap: Heap, index: number, value: Value): void {
    heap.beforeWrite(this);
    heap.stored(value);
    this.content[index] = value;
  }

  /** Puts `values` in the place of `count` items from `start` on. */
  splice(heap: Heap, start: number, count: number, values: readonly Value[]): void {
    heap.beforeWrite(this);
    heap.grow(REFERENCE_BYTES * (values.length - count));
    if (values.length === 0) this.content.splice(start, count);
    else this.content = [...this.content.slice(0, start), ...values, ...this.content.slice(start + count)];
  }

  /** Adds values at the end. */
  extend(heap: Heap, values: readonly Value[]): void {
    heap.beforeWrite(this);
    heap.grow(REFERENCE_BYTES * values.length);
    for (const value of values) this.content.push(value);
  }

  /** Takes the last item off; there is one. */
  pop(heap: Heap): Value {
    heap.beforeWrite(this);
    heap.grow(-REFERENCE_BYTES);
    return this.content.pop() as Value;
  }

  /** Replaces all items; takes the array over. */
  replace(heap: Heap, items: Value[]): void {
    heap.beforeWrite(this);
    heap.grow(REFERENCE_BYTES * (items.length - this.content.length));
    this.content = items;
  }

  override get bytes(): number {
    return LIST_BYTES + REFERENCE_BYTES * this.content.length;
  }

  override trace(visit: Visit): void {
    this.content.forEach(visit);
  }

  override save(): unknown {
    return this.content.slice();
  }

  override restore(saved: unknown): void {
    this.content = (saved as Value[]).slice();
  }
}

/** A list and the array that it holds. */
const LIST_BYTES = OBJECT_BYTES + 32;
