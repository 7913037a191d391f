import type { LinkedFunction } from '../link.ts';
import type { Heap } from '../heap/heap.ts';
import { putNew } from '../heap/put-new.ts';
import { nextSharedNumber } from '../heap/shared-numbers.ts';
import type { Machine } from '../machine.ts';
import type { Outcome } from '../pending.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Value, type Visit } from '../values/index.ts';
import { AttributeTable, EMPTY_TABLE_BYTES } from './attributes.ts';

/** A function value: code, the cells that it captured, the defaults that `MAKE_FUNC` gave it, and attributes of its own. */
export class FunctionObject extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  get typeName(): string {
    return 'function';
  }
  readonly code: LinkedFunction;
  readonly cells: readonly Cell[];
  /** By slot of the parameter; those that the text gives are the code's. */
  readonly defaults: ReadonlyMap<number, Value>;
  /** `null` while nobody has asked for them, which hardly anybody does. */
  private own: AttributeTable | null = null;
  /** What it says of itself where that is not what its code says. */
  private changedLabels: FunctionLabels | null = null;

  constructor(code: LinkedFunction, cells: readonly Cell[], defaults: ReadonlyMap<number, Value>) {
    super();
    this.code = code;
    this.cells = cells;
    this.defaults = defaults;
  }

  get attributes(): AttributeTable {
    this.own ??= new AttributeTable(this);
    return this.own;
  }

  private get labels(): FunctionLabels {
    return this.changedLabels ?? { ...this.code.code, documentation: null, module: '__main__' };
  }

  /** What `__name__` gives. */
  get name(): string {
    return this.labels.name;
  }

  /** What `__qualname__` gives, and messages show. */
  get qualifiedName(): string {
    return this.labels.qualifiedName;
  }

  get documentation(): Value {
    return this.labels.documentation;
  }

  get module(): Value {
    return this.labels.module;
  }

  /** Changes what a function says of itself, as decorators do. */
  relabel(heap: Heap, changed: Partial<FunctionLabels>): void {
    heap.beforeWrite(this);
    this.changedLabels = { ...this.labels, ...changed };
  }

  override get bytes(): number {
    const own = this.own === null ? 0 : this.own.bytes - EMPTY_TABLE_BYTES;
    return OBJECT_BYTES + REFERENCE_BYTES * (2 + this.cells.length + this.defaults.size) + own;
  }

  override trace(visit: Visit): void {
    this.cells.forEach(visit);
    if (this.defaults.size > 0) this.defaults.forEach(visit);
    if (this.changedLabels !== null) {
      visit(this.changedLabels.documentation);
      visit(this.changedLabels.module);
    }
    this.own?.trace(visit);
  }

  override save(): unknown {
    return { labels: this.changedLabels, attributes: this.own === null || this.own.isEmpty ? null : this.own.save() };
  }

  override restore(saved: unknown): void {
    const { labels, attributes } = saved as { labels: FunctionLabels | null; attributes: unknown };
    this.changedLabels = labels;
    if (attributes === null) this.own = null;
    else this.attributes.restore(attributes);
  }
}

/** A new function of the program, on the heap. */
export function newFunction(
  heap: Heap,
  code: LinkedFunction,
  cells: readonly Cell[],
  defaults: ReadonlyMap<number, Value>,
): FunctionObject {
  return putNew(heap, new FunctionObject(code, cells, defaults));
}

/** What a function says of itself: `__name__`, `__qualname__`, `__doc__`, `__module__`. */
export interface FunctionLabels {
  readonly name: string;
  readonly qualifiedName: string;
  readonly documentation: Value;
  readonly module: Value;
}

/** A variable that functions share by reference; `undefined` while it is unbound. */
export class Cell extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  get typeName(): string {
    return 'cell';
  }
  private content: Value | undefined;

  constructor(value: Value | undefined) {
    super();
    this.content = value;
  }

  get value(): Value | undefined {
    return this.content;
  }

  set(heap: Heap, value: Value | undefined): void {
    heap.beforeWrite(this);
    heap.stored(value);
    this.content = value;
  }

  override get bytes(): number {
    return OBJECT_BYTES + REFERENCE_BYTES;
  }

  override trace(visit: Visit): void {
    visit(this.content);
  }

  override save(): unknown {
    return this.content;
  }

  override restore(saved: unknown): void {
    this.content = saved as Value | undefined;
  }
}

/** Arguments as a call gives them: by place, and behind those the ones by name. */
export interface Arguments {
  readonly values: readonly Value[];
  readonly names: readonly string[];
}

/** What a built-in function does. It raises before it changes anything, so that a failed call has not happened. */
export type NativeCode = (machine: Machine, given: Arguments) => Outcome;

/** The same for a method, behind its object, which is of the type that has the method. */
export type NativeMethodCode = (machine: Machine, self: Value, given: Arguments) => Outcome;

/**
 * What the fast engine does in the place of a call: with `count` arguments in its slots from `first` on, and the slot that gets the
 * result. False, with nothing changed, where it is not so simple. May raise `MemoryError`.
 */
export type InSlots = (machine: Machine, first: number, count: number, result: number) => boolean;

/** The same of what makes nothing that the heap counts, and never raises. */
export type AtOnce = (first: number, count: number, result: number) => boolean;

/** A function of the machine itself, as a value. Immutable, and shared by all machines. */
export class NativeFunction extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  readonly name: string;
  readonly run: NativeCode;
  /** What a method does, for who knows that the object is of the type; `null` where there is no such way. */
  readonly method: NativeMethodCode | null;
  /** The type whose method it is; its first argument is then the object. `null` for a function such as `len`. */
  readonly owner: string | null;
  /** Set by the fast engine, always to the same. */
  inSlots: InSlots | null = null;
  atOnce: AtOnce | null = null;
  /** Whether it is what an operator does, such as `int.__add__`: those look a little different. */
  readonly isOperator: boolean;

  constructor(
    name: string,
    owner: string | null,
    run: NativeCode,
    isOperator = false,
    method: NativeMethodCode | null = null,
  ) {
    super();
    this.name = name;
    this.owner = owner;
    this.run = run;
    this.isOperator = isOperator;
    this.method = method;
    this.allocation = nextSharedNumber();
  }

  get typeName(): string {
    if (this.owner === null) return 'builtin_function_or_method';
    return this.isOperator ? 'wrapper_descriptor' : 'method_descriptor';
  }
}

/** An attribute that a built-in type reads off its values, such as `(5).real`. Immutable, and shared by all machines. */
export class NativeGetter extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  get typeName(): string {
    return 'getset_descriptor';
  }
  readonly name: string;
  /** The type whose values have it. */
  readonly owner: string;
  /** `undefined` where this value has no such attribute after all. */
  readonly read: (self: Value, machine: Machine) => Value | undefined;
  /** Sets the attribute, or with `undefined` takes it away; answers when that is done. `null` where it cannot be set. */
  readonly write: NativeWrite | null;

  constructor(name: string, owner: string, read: NativeGetter['read'], write: NativeWrite | null) {
    super();
    this.name = name;
    this.owner = owner;
    this.read = read;
    this.write = write;
    this.allocation = nextSharedNumber();
  }
}

export type NativeWrite = (machine: Machine, self: Value, value: Value | undefined) => Outcome;

/** A function with its first argument: what `o.m` gives. */
export class BoundMethod extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  readonly self: Value;
  readonly function: Value;

  constructor(self: Value, callee: Value) {
    super();
    this.self = self;
    this.function = callee;
  }

  get typeName(): string {
    if (!(this.function instanceof NativeFunction)) return 'method';
    return this.function.isOperator ? 'method-wrapper' : 'builtin_function_or_method';
  }

  override get bytes(): number {
    return OBJECT_BYTES + 2 * REFERENCE_BYTES;
  }

  override trace(visit: Visit): void {
    visit(this.self);
    visit(this.function);
  }
}

/** What `staticmethod(f)` and `classmethod(f)` give. */
export class MethodWrapper extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  readonly typeName: 'staticmethod' | 'classmethod';
  readonly function: Value;
  readonly attributes = new AttributeTable(this);

  constructor(kind: MethodWrapper['typeName'], wrapped: Value) {
    super();
    this.typeName = kind;
    this.function = wrapped;
  }

  override get bytes(): number {
    return OBJECT_BYTES + REFERENCE_BYTES + this.attributes.bytes;
  }

  override trace(visit: Visit): void {
    visit(this.function);
    this.attributes.trace(visit);
  }

  override save(): unknown {
    return this.attributes.save();
  }

  override restore(saved: unknown): void {
    this.attributes.restore(saved);
  }
}

/** What `property(…)` gives; `None` for what it has not. */
export class PropertyObject extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  get typeName(): string {
    return 'property';
  }
  readonly getter: Value;
  readonly setter: Value;
  readonly deleter: Value;
  readonly documentation: Value;

  constructor(getter: Value, setter: Value, deleter: Value, documentation: Value) {
    super();
    this.getter = getter;
    this.setter = setter;
    this.deleter = deleter;
    this.documentation = documentation;
  }

  override get bytes(): number {
    return OBJECT_BYTES + 4 * REFERENCE_BYTES;
  }

  override trace(visit: Visit): void {
    visit(this.getter);
    visit(this.setter);
    visit(this.deleter);
    visit(this.documentation);
  }
}
