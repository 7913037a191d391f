import type { Heap } from '../heap/heap.ts';
import { putNew } from '../heap/put-new.ts';
import { Float, HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Value, type Visit } from '../values/index.ts';
import { ListIterator } from './sequence-iterators.ts';

/**
 * A list. Its items change only through its methods, which tell the heap.
 *
 * A list of nothing but floats holds their numbers, without a box for each, until something else comes in or somebody wants to see
 * the items as values. So it takes a third of the room, and programs that compute with it make no boxes.
 */
export class ListObject extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  get typeName(): string {
    return 'list';
  }
  /** The numbers, where all items are floats and there is one; `null` for any other list. */
  floats: number[] | null = null;
  /** The items; empty where they are in `floats`. */
  private content: Value[];

  /** Takes the array over: nobody else may change it. */
  constructor(items: Value[]) {
    super();
    this.content = items;
    if (items.length > 0 && items[0] instanceof Float) this.unbox();
  }

  /** All items as values. To look at one, `at` is the cheaper way. */
  get items(): readonly Value[] {
    return this.boxed();
  }

  get length(): number {
    return this.floats === null ? this.content.length : this.floats.length;
  }

  /** The item at a place that is there. */
  at(index: number): Value {
    return this.floats === null ? this.content[index] : new Float(this.floats[index]);
  }

  /** A copy of the items; the list stays as it is. */
  values(): Value[] {
    return this.floats === null ? this.content.slice() : this.floats.map(each => new Float(each));
  }

  push(heap: Heap, value: Value): void {
    heap.beforeWrite(this);
    heap.grow(REFERENCE_BYTES);
    if (value instanceof Float && (this.floats !== null || this.content.length === 0)) {
      this.floats ??= [];
      this.floats.push(value.value);
    } else {
      heap.stored(value);
      this.boxed().push(value);
    }
  }

  /** Puts a value in the place of another; the index is there. */
  set(heap: Heap, index: number, value: Value): void {
    heap.beforeWrite(this);
    if (this.floats !== null && value instanceof Float) {
      this.floats[index] = value.value;
    } else {
      heap.stored(value);
      this.boxed()[index] = value;
    }
  }

  /** The same for a value that the heap need not count, in a list that need not be kept before it changes. */
  put(index: number, value: Value): void {
    if (this.floats !== null) this.boxed();
    this.content[index] = value;
  }

  /** Adds a value that the heap need not count, and that is no float, to a list of others that need not be kept. */
  append(value: Value): void {
    this.content.push(value);
  }

  /** Puts a value before the one at an index that is there. */
  insert(heap: Heap, index: number, value: Value): void {
    heap.beforeWrite(this);
    heap.grow(REFERENCE_BYTES);
    const content = this.boxed();
    if (index === 0) content.unshift(value);
    else content.splice(index, 0, value);
  }

  /** Takes out the item at an index that is there. */
  remove(heap: Heap, index: number): void {
    heap.beforeWrite(this);
    heap.grow(-REFERENCE_BYTES);
    const content = this.boxed();
    if (index === 0) content.shift();
    else content.splice(index, 1);
  }

  /** Puts `values`, which are no part of this list's own array, in the place of `count` items from `start` on. */
  splice(heap: Heap, start: number, count: number, values: readonly Value[]): void {
    heap.beforeWrite(this);
    heap.grow(REFERENCE_BYTES * (values.length - count));
    const content = this.boxed();
    if (values.length === count) for (let each = 0; each < count; each++) content[start + each] = values[each];
    else if (start === 0 && count === 1 && values.length === 0) content.shift();
    else if (values.length <= MOST_ARGUMENTS) content.splice(start, count, ...values);
    else this.content = content.slice(0, start).concat(values, content.slice(start + count));
  }

  /** Takes out the items at `start`, `start + step` and so on, `count` of them; the step is at least 1. */
  removeEvery(heap: Heap, start: number, step: number, count: number): void {
    heap.beforeWrite(this);
    heap.grow(-REFERENCE_BYTES * count);
    const content = this.boxed();
    const behind = start + step * count;
    let to = start;
    for (let from = start; from < content.length; from++) {
      if (from >= behind || (from - start) % step !== 0) content[to++] = content[from];
    }
    content.length = to;
  }

  reverse(heap: Heap): void {
    heap.beforeWrite(this);
    this.boxed().reverse();
  }

  /** Adds values at the end. */
  extend(heap: Heap, values: readonly Value[]): void {
    heap.beforeWrite(this);
    heap.grow(REFERENCE_BYTES * values.length);
    const content = this.boxed();
    // The host makes room for many at once faster, but copies the list for it.
    const isMany = values.length > MOST_ARGUMENTS && values.length >= content.length / 4;
    if (isMany) this.content = content.concat(values);
    else for (const value of values) content.push(value);
  }

  /** Takes the last item off; there is one. */
  pop(heap: Heap): Value {
    heap.beforeWrite(this);
    heap.grow(-REFERENCE_BYTES);
    if (this.floats === null) return this.content.pop() as Value;
    const last = new Float(this.floats.pop() as number);
    if (this.floats.length === 0) this.floats = null;
    return last;
  }

  /** Replaces all items; takes the array over. */
  replace(heap: Heap, items: Value[]): void {
    heap.beforeWrite(this);
    heap.grow(REFERENCE_BYTES * (items.length - this.length));
    this.floats = null;
    this.content = items;
  }

  /** The same by the numbers of as many floats as there are items; takes the array over. */
  replaceFloats(heap: Heap, floats: number[]): void {
    heap.beforeWrite(this);
    this.floats = floats;
    this.content = [];
  }

  override iterator(): ListIterator {
    return new ListIterator(this);
  }

  override get bytes(): number {
    return LIST_BYTES + REFERENCE_BYTES * this.length;
  }

  override trace(visit: Visit): void {
    const { content } = this;
    for (let index = 0; index < content.length; index++) {
      const item = content[index];
      // Nobody counts ints of 31 bits, or what is there once.
      if (typeof item === 'number' ? (item | 0) !== item : typeof item !== 'boolean') visit(item);
    }
  }

  override save(): unknown {
    return { content: this.content.slice(), floats: this.floats && this.floats.slice() } satisfies SavedList;
  }

  override restore(saved: unknown): void {
    const { content, floats } = saved as SavedList;
    this.content = content.slice();
    this.floats = floats && floats.slice();
  }

  /** The items as values, from now on. */
  private boxed(): Value[] {
    if (this.floats !== null) {
      this.content = this.floats.map(each => new Float(each));
      this.floats = null;
    }
    return this.content;
  }

  /** Holds the numbers instead, where all items are floats. */
  private unbox(): void {
    const { content } = this;
    const floats: number[] = [];
    for (let index = 0; index < content.length; index++) {
      const item = content[index];
      if (!(item instanceof Float)) return;
      floats.push(item.value);
    }
    this.floats = floats;
    this.content = [];
  }
}

/** A new list of these items, on the heap; takes the array over. */
export function newList(heap: Heap, items: Value[]): ListObject {
  return putNew(heap, new ListObject(items));
}

/** The same of floats. */
export function newFloatList(heap: Heap, floats: number[]): ListObject {
  const list = new ListObject([]);
  if (floats.length > 0) list.floats = floats;
  return putNew(heap, list);
}

/** A new list of the items from one place to another. */
export function newPart(heap: Heap, list: ListObject, start: number, end: number): ListObject {
  heap.reserve((end - start) * REFERENCE_BYTES);
  const { floats } = list;
  return floats === null ? newList(heap, list.items.slice(start, end)) : newFloatList(heap, floats.slice(start, end));
}

interface SavedList {
  readonly content: readonly Value[];
  readonly floats: readonly number[] | null;
}

/** Hosts take only so many arguments in a call. */
const MOST_ARGUMENTS = 1024;

/** A list and the array that it holds. */
const LIST_BYTES = OBJECT_BYTES + 32;
