import type { Heap } from '../heap/heap.ts';
import { putNew } from '../heap/put-new.ts';
import { HeapObject, OBJECT_BYTES, type Value, type Visit } from '../values/index.ts';
import { TableIterator } from './table-iterators.ts';
import { HashTable } from './tables.ts';

/** What holds a table. Whoever changes the table calls `heap.beforeWrite` first. */
abstract class TableObject extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  readonly table: HashTable;

  constructor(table: HashTable) {
    super();
    this.table = table;
  }

  override get bytes(): number {
    return OBJECT_BYTES + this.table.bytes;
  }

  override trace(visit: Visit): void {
    this.table.trace(visit);
  }

  override save(): unknown {
    return this.table.copy();
  }

  override restore(saved: unknown): void {
    this.table.become(saved as HashTable);
  }
}

/** In the order of insertion, as Python's dicts are. */
export class DictObject extends TableObject {
  get typeName(): string {
    return 'dict';
  }

  constructor(table = new HashTable()) {
    super(table);
  }

  override iterator(): TableIterator {
    return new TableIterator('dict_keyiterator', this, 'keys');
  }
}

/** A new empty dict, on the heap. */
export function newDict(heap: Heap): DictObject {
  return putNew(heap, new DictObject());
}

/** A set or a frozenset, in the order of insertion; the values of its table mean nothing. */
export class SetObject extends TableObject {
  readonly isFrozen: boolean;

  constructor(isFrozen: boolean, table = new HashTable(false)) {
    super(table);
    this.isFrozen = isFrozen;
  }

  get typeName(): string {
    return this.isFrozen ? 'frozenset' : 'set';
  }

  override iterator(): TableIterator {
    return new TableIterator('set_iterator', this, 'keys');
  }
}

/** A new empty set that may change, on the heap. */
export function newSet(heap: Heap): SetObject {
  return putNew(heap, new SetObject(false));
}

/** The keys, values or items of a dict as they are at any time: what `d.keys()`, `d.values()` and `d.items()` give. */
export class DictView extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  readonly dict: DictObject;
  readonly of: 'keys' | 'values' | 'items';

  constructor(dict: DictObject, of: DictView['of']) {
    super();
    this.dict = dict;
    this.of = of;
  }

  get typeName(): string {
    return `dict_${this.of}`;
  }

  override iterator(): TableIterator {
    return new TableIterator(VIEW_ITERATORS[this.of], this.dict, this.of);
  }

  override trace(visit: Visit): void {
    visit(this.dict);
  }
}

const VIEW_ITERATORS = { keys: 'dict_keyiterator', values: 'dict_valueiterator', items: 'dict_itemiterator' } as const;

/** A dict from names to values, as `**named` collects them; it has yet to be put on the heap. */
export function dictOfNames(heap: Heap, entries: Iterable<readonly [string, Value]>): DictObject {
  const dict = new DictObject();
  for (const [name, value] of entries) dict.table.add(heap, name, value, name);
  return dict;
}
