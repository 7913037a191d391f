import { HeapObject, type Value } from './values/index.ts';

/** A tuple: what `*rest` collects. */
export class TupleObject extends HeapObject {
  readonly typeName = 'tuple';
  readonly items: readonly Value[];

  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }
}

/** A dict from names to values, in the order of insertion: what `**named` collects. */
export class DictObject extends HeapObject {
  readonly typeName = 'dict';
  readonly entries: Map<string, Value>;

  constructor(entries: Map<string, Value>) {
    super();
    this.entries = entries;
  }
}
