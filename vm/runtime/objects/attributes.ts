import type { Heap } from '../heap/heap.ts';
import { REFERENCE_BYTES, type HeapObject, type Value, type Visit } from '../values/index.ts';
import { DictObject } from './dicts.ts';

/**
 * The attributes of an object, in the order in which they were first set. When a program asks for `__dict__` they move into a
 * dict, which then is the attributes: what changes one changes the other.
 */
export class Attributes {
  private byName: Map<string, Value> | null = null;
  private shown: DictObject | null = null;

  get(name: string): Value | undefined {
    if (this.shown === null) return this.byName?.get(name);
    const entry = this.shown.table.find(name);
    return entry < 0 ? undefined : this.shown.table.valueAt(entry);
  }

  /** `owner` is the object whose attributes these are. */
  set(heap: Heap, owner: HeapObject, name: string, value: Value): void {
    if (this.shown !== null) {
      heap.beforeWrite(this.shown);
      const entry = this.shown.table.find(name);
      if (entry < 0) this.shown.table.add(heap, name, value, name);
      else this.shown.table.setValue(entry, value);
      return;
    }
    heap.beforeWrite(owner);
    if (this.byName === null) {
      heap.grow(MAP_BYTES);
      this.byName = new Map();
    }
    if (!this.byName.has(name)) heap.grow(ATTRIBUTE_BYTES);
    heap.stored(value);
    this.byName.set(name, value);
  }

  /** Gives a built-in type an attribute, while the machine's own tables are made. */
  define(name: string, value: Value): void {
    this.byName ??= new Map();
    this.byName.set(name, value);
  }

  /** Whether there was one. */
  delete(heap: Heap, owner: HeapObject, name: string): boolean {
    if (this.shown !== null) {
      const entry = this.shown.table.find(name);
      if (entry < 0) return false;
      heap.beforeWrite(this.shown);
      this.shown.table.remove(heap, entry);
      return true;
    }
    if (this.byName?.has(name) !== true) return false;
    heap.beforeWrite(owner);
    heap.grow(-ATTRIBUTE_BYTES);
    return this.byName.delete(name);
  }

  /** Those whose names are strings, in their order. */
  entries(): [string, Value][] {
    if (this.shown === null) return this.byName === null ? [] : [...this.byName];
    const { table } = this.shown;
    return table
      .keys()
      .flatMap((key): [string, Value][] => (typeof key === 'string' ? [[key, table.valueAt(table.find(key))]] : []));
  }

  /** The attributes as a dict, for `__dict__`; always the same one. */
  asDict(heap: Heap, owner: HeapObject): DictObject {
    if (this.shown !== null) return this.shown;
    heap.beforeWrite(owner);
    const dict = heap.allocate(new DictObject());
    for (const [name, value] of this.entries()) dict.table.add(heap, name, value, name);
    heap.grow(OWN_BYTES - this.bytes);
    this.byName = null;
    this.shown = dict;
    return dict;
  }

  /** Makes a dict the attributes: what `__dict__ = …` does. */
  replace(heap: Heap, owner: HeapObject, dict: DictObject): void {
    heap.beforeWrite(owner);
    heap.grow(-this.bytes);
    this.byName = null;
    this.shown = dict;
  }

  get bytes(): number {
    return OWN_BYTES + (this.byName === null ? 0 : MAP_BYTES + ATTRIBUTE_BYTES * this.byName.size);
  }

  trace(visit: Visit): void {
    this.byName?.forEach(value => visit(value));
    if (this.shown !== null) visit(this.shown);
  }

  save(): unknown {
    return { byName: this.byName && new Map(this.byName), shown: this.shown };
  }

  restore(saved: unknown): void {
    const { byName, shown } = saved as { byName: Map<string, Value> | null; shown: DictObject | null };
    this.byName = byName && new Map(byName);
    this.shown = shown;
  }
}

/** Without attributes. */
const OWN_BYTES = 40;
/** A name and a value. */
const ATTRIBUTE_BYTES = 8 * REFERENCE_BYTES;

/** The map of those that have any. */
const MAP_BYTES = 96;
