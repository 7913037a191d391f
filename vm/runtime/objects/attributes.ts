import type { Heap } from '../heap/heap.ts';
import { HeapObject, REFERENCE_BYTES, type Value, type Visit } from '../values/index.ts';
import { DictObject } from './dicts.ts';
import { ListObject } from './lists.ts';

/** The attributes that an object has of its own, in the order in which they were first set. */
export interface OwnAttributes {
  get(name: string): Value | undefined;
  set(heap: Heap, name: string, value: Value): void;
  /** Whether there was one. */
  delete(heap: Heap, name: string): boolean;
  /** Those whose names are strings, in their order. */
  entries(): [string, Value][];
  /** The attributes as a dict, for `__dict__`; always the same one. What changes one changes the other. */
  asDict(heap: Heap): DictObject;
  /** Makes a dict the attributes: what `__dict__ = …` does. */
  replace(heap: Heap, dict: DictObject): void;
}

/**
 * Attributes in a map: those of classes and functions, and of objects with very many. When a program asks for `__dict__` they move
 * into a dict, which then is the attributes.
 */
export class AttributeTable implements OwnAttributes {
  private readonly owner: HeapObject;
  private byName: Map<string, Value> | null = null;
  private shown: DictObject | null = null;

  /** Those of `owner`; `entries` are counted already. */
  constructor(owner: HeapObject, entries?: Iterable<[string, Value]>) {
    this.owner = owner;
    if (entries !== undefined) this.byName = new Map(entries);
  }

  get(name: string): Value | undefined {
    if (this.shown === null) return this.byName?.get(name);
    const entry = this.shown.table.find(name);
    return entry < 0 ? undefined : this.shown.table.valueAt(entry);
  }

  get isEmpty(): boolean {
    return this.shown === null && (this.byName === null || this.byName.size === 0);
  }

  /** Whether they are a dict that the program has, and changes. */
  get isShown(): boolean {
    return this.shown !== null;
  }

  set(heap: Heap, name: string, value: Value): void {
    this.noteSet(name, value);
    if (this.shown !== null) setInDict(heap, this.shown, name, value);
    else this.setInMap(heap, name, value);
  }

  /** Gives a built-in type an attribute, while the machine's own tables are made. */
  define(name: string, value: Value): void {
    this.byName ??= new Map();
    this.byName.set(name, value);
  }

  delete(heap: Heap, name: string): boolean {
    if (this.get(name) === undefined) return false;
    this.noteChange();
    if (this.shown !== null) {
      const { table } = this.shown;
      heap.beforeWrite(this.shown);
      table.remove(heap, table.find(name));
      return true;
    }
    heap.beforeWrite(this.owner);
    heap.grow(-ATTRIBUTE_BYTES);
    return (this.byName as Map<string, Value>).delete(name);
  }

  entries(): [string, Value][] {
    if (this.shown === null) return this.byName === null ? [] : [...this.byName];
    const { table } = this.shown;
    return table
      .keys()
      .flatMap((key): [string, Value][] => (typeof key === 'string' ? [[key, table.valueAt(table.find(key))]] : []));
  }

  asDict(heap: Heap): DictObject {
    if (this.shown !== null) return this.shown;
    const dict = heap.allocate(new DictObject());
    for (const [name, value] of this.entries()) dict.table.add(heap, name, value, name);
    this.replace(heap, dict);
    return dict;
  }

  replace(heap: Heap, dict: DictObject): void {
    this.noteChange();
    heap.beforeWrite(this.owner);
    heap.grow(EMPTY_TABLE_BYTES - this.bytes);
    this.byName = null;
    this.shown = dict;
  }

  get bytes(): number {
    return EMPTY_TABLE_BYTES + (this.byName === null ? 0 : MAP_BYTES + ATTRIBUTE_BYTES * this.byName.size);
  }

  trace(visit: Visit): void {
    this.byName?.forEach(value => visit(value));
    if (this.shown !== null) visit(this.shown);
  }

  save(): unknown {
    const { byName, shown } = this;
    return { byName: byName && new Map(byName), shown } satisfies Saved;
  }

  restore(saved: unknown): void {
    this.noteChange();
    const { byName, shown } = saved as Saved;
    this.byName = byName && new Map(byName);
    this.shown = shown;
  }

  /** Called before anything changes. */
  protected noteChange(): void {}

  /** The same, before an attribute is set. */
  protected noteSet(_name: string, _value: Value): void {}

  private setInMap(heap: Heap, name: string, value: Value): void {
    heap.beforeWrite(this.owner);
    if (this.byName === null) {
      heap.grow(MAP_BYTES);
      this.byName = new Map();
    }
    if (!this.byName.has(name)) heap.grow(ATTRIBUTE_BYTES);
    heap.stored(value);
    this.byName.set(name, value);
  }
}

/** The attributes of a class. */
export class ClassAttributes extends AttributeTable {
  /**
   * Counts the changes of all classes, in all machines. What a class gives for a name is the same as long as this is, where no
   * class above it has been shown as a dict.
   */
  static changes = 0;

  protected override noteChange(): void {
    ClassAttributes.changes++;
  }

  /** Data in the place of data is no change: who looks for it asks the class that holds it. */
  protected override noteSet(name: string, value: Value): void {
    const before = isData(value) && !name.startsWith('__') ? this.get(name) : undefined;
    if (before === undefined || !isData(before)) this.noteChange();
  }
}

/** Whether it is the same through an object as through its class, and makes nothing else of what an instruction does. */
export function isData(value: Value): boolean {
  return !(value instanceof HeapObject) || value instanceof DictObject || value instanceof ListObject;
}

function setInDict(heap: Heap, dict: DictObject, name: string, value: Value): void {
  heap.beforeWrite(dict);
  const entry = dict.table.find(name);
  if (entry < 0) dict.table.add(heap, name, value, name);
  else dict.table.setValue(entry, value);
}

interface Saved {
  readonly byName: ReadonlyMap<string, Value> | null;
  readonly shown: DictObject | null;
}

/** A table without attributes. */
export const EMPTY_TABLE_BYTES = 48;
/** A name and a value of a map. */
const ATTRIBUTE_BYTES = 8 * REFERENCE_BYTES;
/** The map of those that have any. */
const MAP_BYTES = 96;
