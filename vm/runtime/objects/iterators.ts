import type { Heap } from '../heap/heap.ts';
import { nextSharedNumber } from '../heap/shared-numbers.ts';
import type { Machine } from '../machine.ts';
import type { Outcome } from '../pending.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, normalizeInt, type Value, type Visit } from '../values/index.ts';
import { raise } from '../errors.ts';
import type { DictObject, SetObject } from './dicts.ts';
import type { ListObject } from './lists.ts';
import type { RangeObject } from './ranges.ts';
import { tupleOf } from './tuples.ts';

/** What the machine's own iterators are: a built-in type's, or those of `map`, `zip` and the like. */
export abstract class IteratorObject extends HeapObject {
  /** The next item, or `EXHAUSTED` behind the last one, then and ever after. */
  abstract next(machine: Machine): Outcome;

  override get bytes(): number {
    return OBJECT_BYTES + 2 * REFERENCE_BYTES;
  }
}

/** Stands for 'no further item' where an item is expected. Programs never see it. */
export const EXHAUSTED: HeapObject = new (class Exhausted extends HeapObject {
  override readonly allocation = nextSharedNumber();
  readonly typeName = 'exhausted';
})();

/** An iterator that is a source and a place in it: `step` gives the item at a place, and the place behind it. */
abstract class PlaceIterator extends IteratorObject {
  protected at = 0;

  protected advance(heap: Heap, at: number): void {
    heap.beforeWrite(this);
    this.at = at;
  }

  override save(): unknown {
    return this.at;
  }

  override restore(saved: unknown): void {
    this.at = saved as number;
  }
}

/** Where an exhausted iterator stays. */
const BEHIND_ALL = Infinity;

/** Goes through a string code point by code point. */
export class StringIterator extends PlaceIterator {
  readonly typeName: string;
  private readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
    this.typeName = isAscii(text) ? 'str_ascii_iterator' : 'str_iterator';
  }

  next({ heap }: Machine): Value {
    const codePoint = this.text.codePointAt(this.at);
    if (codePoint === undefined) return EXHAUSTED;
    const character = String.fromCodePoint(codePoint);
    this.advance(heap, this.at + character.length);
    return character;
  }
}

/** Goes through items that do not change, of a tuple for example. */
export class ItemIterator extends PlaceIterator {
  readonly typeName: string;
  private readonly items: readonly Value[];

  constructor(name: string, items: readonly Value[]) {
    super();
    this.typeName = name;
    this.items = items;
  }

  next({ heap }: Machine): Value {
    if (this.at >= this.items.length) return EXHAUSTED;
    const item = this.items[this.at];
    this.advance(heap, this.at + 1);
    return item;
  }

  override trace(visit: Visit): void {
    this.items.forEach(visit);
  }
}

/** Goes through a list as it is at each step: one that grows meanwhile is gone through to its new end. */
export class ListIterator extends PlaceIterator {
  readonly typeName = 'list_iterator';
  private readonly list: ListObject;

  constructor(list: ListObject) {
    super();
    this.list = list;
  }

  next({ heap }: Machine): Value {
    if (this.at >= this.list.length) {
      this.advance(heap, BEHIND_ALL);
      return EXHAUSTED;
    }
    const item = this.list.items[this.at];
    this.advance(heap, this.at + 1);
    return item;
  }

  override trace(visit: Visit): void {
    visit(this.list);
  }
}

/** Goes through a list from its end. */
export class ListReverseIterator extends PlaceIterator {
  readonly typeName = 'list_reverseiterator';
  private readonly list: ListObject;

  constructor(list: ListObject) {
    super();
    this.list = list;
    this.at = list.length - 1;
  }

  next({ heap }: Machine): Value {
    if (this.at < 0 || this.at >= this.list.length) {
      this.advance(heap, -1);
      return EXHAUSTED;
    }
    const item = this.list.items[this.at];
    this.advance(heap, this.at - 1);
    return item;
  }

  override trace(visit: Visit): void {
    visit(this.list);
  }
}

/** Goes through a dict or set; one that has changed its size meanwhile is an error. */
export class TableIterator extends PlaceIterator {
  readonly typeName: string;
  private readonly source: DictObject | SetObject;
  private readonly gives: 'keys' | 'values' | 'items';
  private readonly size: number;
  private readonly direction: 1 | -1;

  constructor(name: string, source: DictObject | SetObject, gives: TableIterator['gives'], direction: 1 | -1 = 1) {
    super();
    this.typeName = name;
    this.source = source;
    this.gives = gives;
    this.size = source.table.size;
    this.direction = direction;
    this.at = direction === 1 ? 0 : source.table.end - 1;
  }

  next(machine: Machine): Value {
    const { heap } = machine;
    const { table } = this.source;
    if (this.at === BEHIND_ALL) return EXHAUSTED;
    if (table.size !== this.size) {
      this.advance(heap, BEHIND_ALL);
      const kind = this.source.typeName === 'dict' ? 'dictionary' : 'Set';
      raise('RuntimeError', `${kind} changed size during iteration`);
    }
    let entry = this.at;
    while (entry >= 0 && entry < table.end && table.keyAt(entry) === undefined) entry += this.direction;
    const key = table.keyAt(entry);
    if (key === undefined) {
      this.advance(heap, BEHIND_ALL);
      return EXHAUSTED;
    }
    this.advance(heap, entry + this.direction);
    if (this.gives === 'keys') return key;
    const value = table.valueAt(entry);
    return this.gives === 'values' ? value : machine.allocate(tupleOf([key, value]));
  }

  override trace(visit: Visit): void {
    visit(this.source);
  }
}

export class RangeIterator extends IteratorObject {
  readonly typeName = 'range_iterator';
  private current: bigint;
  private left: bigint;
  private readonly step: bigint;

  constructor(range: RangeObject) {
    super();
    this.current = range.start;
    this.left = range.length;
    this.step = range.step;
  }

  next({ heap }: Machine): Value {
    if (this.left === 0n) return EXHAUSTED;
    heap.beforeWrite(this);
    const item = this.current;
    this.left--;
    this.current += this.step;
    return normalizeInt(item);
  }

  override save(): unknown {
    return [this.current, this.left];
  }

  override restore(saved: unknown): void {
    [this.current, this.left] = saved as [bigint, bigint];
  }
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) >= 0x80) return false;
  }
  return true;
}
