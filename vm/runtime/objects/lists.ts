import type { Heap } from '../heap/heap.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Value, type Visit } from '../values/index.ts';

/** A list. Its items change only through its methods, which tell the heap. */
export class ListObject extends HeapObject {
  get typeName(): string {
    return 'list';
  }
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

  /** Puts `values`, which are no part of this list's own array, in the place of `count` items from `start` on. */
  splice(heap: Heap, start: number, count: number, values: readonly Value[]): void {
    heap.beforeWrite(this);
    heap.grow(REFERENCE_BYTES * (values.length - count));
    if (start === 0 && count === 1 && values.length === 0) this.content.shift();
    else if (values.length <= MOST_ARGUMENTS) this.content.splice(start, count, ...values);
    else this.content = this.content.slice(0, start).concat(values, this.content.slice(start + count));
  }

  /** Takes out the items at `start`, `start + step` and so on, `count` of them; the step is at least 1. */
  removeEvery(heap: Heap, start: number, step: number, count: number): void {
    heap.beforeWrite(this);
    heap.grow(-REFERENCE_BYTES * count);
    const { content } = this;
    const behind = start + step * count;
    let to = start;
    for (let from = start; from < content.length; from++) {
      if (from >= behind || (from - start) % step !== 0) content[to++] = content[from];
    }
    content.length = to;
  }

  reverse(heap: Heap): void {
    heap.beforeWrite(this);
    this.content.reverse();
  }

  /** Adds values at the end. */
  extend(heap: Heap, values: readonly Value[]): void {
    heap.beforeWrite(this);
    heap.grow(REFERENCE_BYTES * values.length);
    // The host makes room for many at once faster, but copies the list for it.
    const isMany = values.length > MOST_ARGUMENTS && values.length >= this.content.length / 4;
    if (isMany) this.content = this.content.concat(values);
    else for (const value of values) this.content.push(value);
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

/** Hosts take only so many arguments in a call. */
const MOST_ARGUMENTS = 1024;

/** A list and the array that it holds. */
const LIST_BYTES = OBJECT_BYTES + 32;
