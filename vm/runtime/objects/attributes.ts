import type { Heap } from '../heap/heap.ts';
import { REFERENCE_BYTES, type HeapObject, type Value, type Visit } from '../values/index.ts';
import { DictObject } from './dicts.ts';
import { EMPTY_SHAPE, type Shape } from './shapes.ts';

/**
 * The attributes of an object, in the order in which they were first set. Most are values in the places that a shape gives them;
 * those of a class, and those of an object with very many, are a map. When a program asks for `__dict__` they move into a dict,
 * which then is the attributes: what changes one changes the other.
 */
export class Attributes {
  /** Where the values are in `values`; `null` where there is a map or a dict. */
  shape: Shape | null = EMPTY_SHAPE;
  private values: (Value | undefined)[];
  private byName: Map<string, Value> | null = null;
  private shown: DictObject | null = null;

  /** With places for the first ones where there will be some, as who makes the object knows. */
  constructor(hasRoom = false) {
    this.values = hasRoom ? emptyValues(FIRST_ROOM) : NO_VALUES;
  }

  get(name: string): Value | undefined {
    if (this.shape !== null) {
      const place = this.shape.placeOf(name);
      return place < 0 ? undefined : this.values[place];
    }
    if (this.shown === null) return this.byName?.get(name);
    const entry = this.shown.table.find(name);
    return entry < 0 ? undefined : this.shown.table.valueAt(entry);
  }

  get isEmpty(): boolean {
    return this.shape === EMPTY_SHAPE;
  }

  /** Whether they are a dict that the program has, and changes. */
  get isShown(): boolean {
    return this.shown !== null;
  }

  /** The value in a place of the shape. */
  at(place: number): Value {
    return this.values[place] as Value;
  }

  /** `owner` is the object whose attributes these are. */
  set(heap: Heap, owner: HeapObject, name: string, value: Value): void {
    this.noteChange();
    if (this.shape !== null) this.setInShape(heap, owner, this.shape, name, value);
    else if (this.shown !== null) setInDict(heap, this.shown, name, value);
    else this.setInMap(heap, owner, name, value);
  }

  /** Replaces the value in a place of the shape by one that the heap does not count, in an object that need not be kept. */
  put(place: number, value: Value): void {
    this.values[place] = value;
  }

  /** Whether the value that a wider shape has more finds room. */
  hasRoomAt(place: number): boolean {
    return place < this.values.length;
  }

  /** Replaces the value in a place of the shape. */
  setAt(heap: Heap, owner: HeapObject, place: number, value: Value): void {
    heap.beforeWrite(owner);
    heap.stored(value);
    this.values[place] = value;
  }

  /** Adds the one value that a wider shape has more. */
  widen(heap: Heap, owner: HeapObject, wider: Shape, value: Value): void {
    heap.beforeWrite(owner);
    const place = wider.names.length - 1;
    if (place === this.values.length) this.makeRoom(heap);
    heap.stored(value);
    this.values[place] = value;
    this.shape = wider;
  }

  /** Gives a built-in type an attribute, while the machine's own tables are made. */
  define(name: string, value: Value): void {
    this.byName ??= new Map();
    this.byName.set(name, value);
  }

  /** Whether there was one. */
  delete(heap: Heap, owner: HeapObject, name: string): boolean {
    if (this.get(name) === undefined) return false;
    this.noteChange();
    if (this.shown !== null) {
      const { table } = this.shown;
      heap.beforeWrite(this.shown);
      table.remove(heap, table.find(name));
      return true;
    }
    this.becomeMap(heap, owner);
    heap.grow(-ATTRIBUTE_BYTES);
    return (this.byName as Map<string, Value>).delete(name);
  }

  /** Those whose names are strings, in their order. */
  entries(): [string, Value][] {
    if (this.shape !== null) return this.shape.names.map((name, place) => [name, this.at(place)]);
    if (this.shown === null) return this.byName === null ? [] : [...this.byName];
    const { table } = this.shown;
    return table
      .keys()
      .flatMap((key): [string, Value][] => (typeof key === 'string' ? [[key, table.valueAt(table.find(key))]] : []));
  }

  /** The attributes as a dict, for `__dict__`; always the same one. */
  asDict(heap: Heap, owner: HeapObject): DictObject {
    if (this.shown !== null) return this.shown;
    const dict = heap.allocate(new DictObject());
    for (const [name, value] of this.entries()) dict.table.add(heap, name, value, name);
    this.replace(heap, owner, dict);
    return dict;
  }

  /** Makes a dict the attributes: what `__dict__ = …` does. */
  replace(heap: Heap, owner: HeapObject, dict: DictObject): void {
    this.noteChange();
    heap.beforeWrite(owner);
    heap.grow(EMPTY_ATTRIBUTES_BYTES - this.bytes);
    this.shape = null;
    this.values = NO_VALUES;
    this.byName = null;
    this.shown = dict;
  }

  get bytes(): number {
    if (this.byName !== null) return EMPTY_ATTRIBUTES_BYTES + MAP_BYTES + ATTRIBUTE_BYTES * this.byName.size;
    return EMPTY_ATTRIBUTES_BYTES + (this.values.length === 0 ? 0 : ARRAY_BYTES + REFERENCE_BYTES * this.values.length);
  }

  trace(visit: Visit): void {
    for (let place = 0; place < this.values.length; place++) visit(this.values[place]);
    this.byName?.forEach(value => visit(value));
    if (this.shown !== null) visit(this.shown);
  }

  save(): unknown {
    const { shape, values, byName, shown } = this;
    return { shape, values: values.slice(), byName: byName && new Map(byName), shown } satisfies Saved;
  }

  restore(saved: unknown): void {
    this.noteChange();
    const { shape, values, byName, shown } = saved as Saved;
    this.shape = shape;
    this.values = values.slice();
    this.byName = byName && new Map(byName);
    this.shown = shown;
  }

  /** Called before anything changes. */
  protected noteChange(): void {}

  private setInShape(heap: Heap, owner: HeapObject, shape: Shape, name: string, value: Value): void {
    const place = shape.placeOf(name);
    if (place >= 0) return this.setAt(heap, owner, place, value);
    const wider = shape.with(name);
    if (wider !== undefined) return this.widen(heap, owner, wider, value);
    this.becomeMap(heap, owner);
    this.setInMap(heap, owner, name, value);
  }

  private setInMap(heap: Heap, owner: HeapObject, name: string, value: Value): void {
    heap.beforeWrite(owner);
    if (this.byName === null) {
      heap.grow(MAP_BYTES);
      this.byName = new Map();
    }
    if (!this.byName.has(name)) heap.grow(ATTRIBUTE_BYTES);
    heap.stored(value);
    this.byName.set(name, value);
  }

  /** Gives up the shape. */
  private becomeMap(heap: Heap, owner: HeapObject): void {
    heap.beforeWrite(owner);
    if (this.shape === null) return;
    const before = this.bytes;
    this.byName = new Map(this.entries());
    this.shape = null;
    this.values = NO_VALUES;
    heap.grow(this.bytes - before);
  }

  /** Doubles the places. The host would take four times as many for an array that grows by itself. */
  private makeRoom(heap: Heap): void {
    const { length } = this.values;
    const room = length === 0 ? FIRST_ROOM : 2 * length;
    heap.grow(REFERENCE_BYTES * (room - length) + (length === 0 ? ARRAY_BYTES : 0));
    const values = emptyValues(room);
    for (let place = 0; place < length; place++) values[place] = this.values[place];
    this.values = values;
  }
}

/** An array that is full from the start: the host reads those without holes faster. */
function emptyValues(room: number): (Value | undefined)[] {
  if (room === FIRST_ROOM) return [undefined, undefined, undefined, undefined];
  return Array.from({ length: room }, () => undefined);
}

/** The attributes of a class: a map from the start. */
export class ClassAttributes extends Attributes {
  /**
   * Counts the changes of all classes, in all machines. What a class gives for a name is the same as long as this is, where no
   * class above it has been shown as a dict.
   */
  static changes = 0;

  constructor() {
    super();
    this.shape = null;
  }

  protected override noteChange(): void {
    ClassAttributes.changes++;
  }
}

function setInDict(heap: Heap, dict: DictObject, name: string, value: Value): void {
  heap.beforeWrite(dict);
  const entry = dict.table.find(name);
  if (entry < 0) dict.table.add(heap, name, value, name);
  else dict.table.setValue(entry, value);
}

interface Saved {
  readonly shape: Shape | null;
  readonly values: readonly (Value | undefined)[];
  readonly byName: ReadonlyMap<string, Value> | null;
  readonly shown: DictObject | null;
}

/** Nothing is ever put into it. */
const NO_VALUES: (Value | undefined)[] = [];

/** Places that an object gets with its first attribute. */
const FIRST_ROOM = 4;

/** Without attributes. */
export const EMPTY_ATTRIBUTES_BYTES = 56;
/** An array without its items. */
const ARRAY_BYTES = 48;
/** The places that there are from the start where there is room. */
export const FIRST_ROOM_BYTES = ARRAY_BYTES + REFERENCE_BYTES * FIRST_ROOM;

/** A name and a value of a map. */
const ATTRIBUTE_BYTES = 8 * REFERENCE_BYTES;
/** The map of those that have any. */
const MAP_BYTES = 96;
