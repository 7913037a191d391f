import type { Heap } from '../heap/heap.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Value, type Visit } from '../values/index.ts';
import { AttributeTable, type OwnAttributes } from './attributes.ts';
import type { ClassObject } from './classes.ts';
import type { DictObject } from './dicts.ts';
import type { Shape } from './shapes.ts';

/**
 * An object of a class, with attributes of its own. Their values are in the places that its shape gives them: the first ones in the
 * object itself, so that the host finds them where it finds the object. Those of an object with very many, one that has lost some,
 * or one whose `__dict__` has been asked for, are in a table.
 */
export abstract class ShapedObject extends HeapObject implements OwnAttributes {
  allocation = 0;
  epoch = 0;
  mark = 0;
  /** The class, and where the values are. */
  shape: Shape;
  private first: Value | undefined = undefined;
  private second: Value | undefined = undefined;
  private third: Value | undefined = undefined;
  private fourth: Value | undefined = undefined;
  /** The values of the places behind those. */
  private others: (Value | undefined)[] = NO_VALUES;
  /** Where the shape says that there is one. */
  private table: AttributeTable | null = null;

  constructor(type: ClassObject) {
    super();
    this.shape = type.emptyShape;
  }

  get class(): ClassObject {
    return this.shape.type;
  }

  get typeName(): string {
    return this.class.name;
  }

  /** What holds its attributes: the object. */
  get attributes(): OwnAttributes {
    return this;
  }

  get(name: string): Value | undefined {
    if (this.table !== null) return this.table.get(name);
    const place = this.shape.placeOf(name);
    return place < 0 ? undefined : this.at(place);
  }

  /** The value in a place of the shape. */
  at(place: number): Value {
    if (place < 2) return (place === 0 ? this.first : this.second) as Value;
    if (place < OWN_PLACES) return (place === 2 ? this.third : this.fourth) as Value;
    return this.others[place - OWN_PLACES] as Value;
  }

  /** Replaces the value in a place of the shape by one that the heap does not count, in an object that need not be kept. */
  put(place: number, value: Value): void {
    if (place === 0) this.first = value;
    else if (place === 1) this.second = value;
    else if (place === 2) this.third = value;
    else if (place === 3) this.fourth = value;
    else this.others[place - OWN_PLACES] = value;
  }

  /** Whether the value that a wider shape has more finds room. */
  hasRoomAt(place: number): boolean {
    return place < OWN_PLACES + this.others.length;
  }

  set(heap: Heap, name: string, value: Value): void {
    if (this.table !== null) return this.table.set(heap, name, value);
    const place = this.shape.placeOf(name);
    if (place >= 0) return this.setAt(heap, place, value);
    const wider = this.shape.with(name);
    if (wider === undefined) this.becomeTable(heap).set(heap, name, value);
    else this.widen(heap, wider, value);
  }

  /** Replaces the value in a place of the shape. */
  setAt(heap: Heap, place: number, value: Value): void {
    heap.beforeWrite(this);
    heap.stored(value);
    this.put(place, value);
  }

  /** Adds the one value that a wider shape has more. */
  widen(heap: Heap, wider: Shape, value: Value): void {
    heap.beforeWrite(this);
    const place = wider.names.length - 1;
    if (!this.hasRoomAt(place)) this.makeRoom(heap);
    heap.stored(value);
    this.put(place, value);
    this.shape = wider;
  }

  delete(heap: Heap, name: string): boolean {
    return this.get(name) !== undefined && this.becomeTable(heap).delete(heap, name);
  }

  entries(): [string, Value][] {
    if (this.table !== null) return this.table.entries();
    return this.shape.names.map((name, place) => [name, this.at(place)]);
  }

  asDict(heap: Heap): DictObject {
    return this.becomeTable(heap).asDict(heap);
  }

  replace(heap: Heap, dict: DictObject): void {
    this.becomeTable(heap).replace(heap, dict);
  }

  override get bytes(): number {
    const { length } = this.others;
    const others = length === 0 ? 0 : ARRAY_BYTES + REFERENCE_BYTES * length;
    return NEW_OBJECT_BYTES + others + (this.table === null ? 0 : this.table.bytes);
  }

  override trace(visit: Visit): void {
    visit(this.class);
    if (this.table !== null) return this.table.trace(visit);
    visit(this.first);
    visit(this.second);
    visit(this.third);
    visit(this.fourth);
    for (let place = 0; place < this.others.length; place++) visit(this.others[place]);
  }

  override save(): unknown {
    const { shape, first, second, third, fourth, others, table } = this;
    return {
      shape,
      own: [first, second, third, fourth],
      others: others.slice(),
      table,
      inTable: table?.save(),
    } satisfies Saved;
  }

  override restore(saved: unknown): void {
    const { shape, own, others, table, inTable } = saved as Saved;
    this.shape = shape;
    [this.first, this.second, this.third, this.fourth] = own;
    this.others = others.slice();
    this.table = table;
    table?.restore(inTable);
  }

  /** What `o.__class__ = …` does. */
  setClass(heap: Heap, type: ClassObject): void {
    heap.beforeWrite(this);
    const shape = this.shape.in(type);
    if (shape === undefined) this.becomeTable(heap);
    this.shape = shape ?? type.tableShape;
  }

  /** Gives up the places. Answers with the table. */
  private becomeTable(heap: Heap): AttributeTable {
    heap.beforeWrite(this);
    if (this.table !== null) return this.table;
    const before = this.bytes;
    this.table = new AttributeTable(this, this.entries());
    this.shape = this.class.tableShape;
    this.first = undefined;
    this.second = undefined;
    this.third = undefined;
    this.fourth = undefined;
    this.others = NO_VALUES;
    heap.grow(this.bytes - before);
    return this.table;
  }

  /** Doubles the places behind those of the object. The host would take four times as many for an array that grows by itself. */
  private makeRoom(heap: Heap): void {
    const { length } = this.others;
    const room = length === 0 ? OWN_PLACES : 2 * length;
    heap.grow(REFERENCE_BYTES * (room - length) + (length === 0 ? ARRAY_BYTES : 0));
    // Full from the start: the host reads arrays without holes faster.
    const values = Array.from({ length: room }, (_, place) => this.others[place]);
    this.others = values;
  }
}

interface Saved {
  readonly shape: Shape;
  readonly own: readonly (Value | undefined)[];
  readonly others: readonly (Value | undefined)[];
  readonly table: AttributeTable | null;
  /** What was in the table. */
  readonly inTable: unknown;
}

/** Places of the object itself. */
const OWN_PLACES = 4;

/** Nothing is ever put into it. */
const NO_VALUES: (Value | undefined)[] = [];

/** An object that has got no more attributes than it has places itself. */
export const NEW_OBJECT_BYTES = OBJECT_BYTES + REFERENCE_BYTES * (OWN_PLACES + 3);
/** An array without its items. */
const ARRAY_BYTES = 48;
