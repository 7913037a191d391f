import type { Heap } from '../heap/heap.ts';
import { putNew } from '../heap/put-new.ts';
import { nextSharedNumber } from '../heap/shared-numbers.ts';
import type { Machine } from '../machine.ts';
import type { Outcome } from '../pending.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Value, type Visit } from '../values/index.ts';
import { ClassAttributes, isData } from './attributes.ts';
import type { Arguments, AtOnce, InSlots } from './functions.ts';
import { ShapedObject } from './shaped-objects.ts';
import { Shape } from './shapes.ts';

/** How a call of a class makes its instance. */
export type Construct = (machine: Machine, type: ClassObject, given: Arguments) => Outcome;

/**
 * A class: one that `MAKE_CLASS` made, or a built-in type. Built-in types are shared by all machines, and nothing in them
 * changes.
 */
export class ClassObject extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  get typeName(): string {
    return 'type';
  }
  private names: ClassNames;
  readonly bases: readonly ClassObject[];
  /** This class and all those above it, in the order in which attributes are looked up (C3). */
  readonly order: readonly ClassObject[];
  readonly isBuiltIn: boolean;
  readonly attributes = new ClassAttributes(this);
  /** What its objects look like that have no attributes yet. */
  readonly emptyShape = Shape.empty(this);
  private ofTables: Shape | null = null;
  /** How instances are made; that of the nearest class above that says it. */
  readonly construct: Construct;
  /** Of a built-in type. Set by the fast engine, always to the same. */
  inSlots: InSlots | null = null;
  atOnce: AtOnce | null = null;
  /** What was found in the classes of `order` since `foundAt` changes of classes. */
  private readonly found = new Map<string, Found | null>();
  private foundAt = -1;
  /** The same of special methods, by numbers of who asks for them; `null` for those that are not there. */
  private readonly special: (Value | undefined)[] = [];
  private known: Facts | null = null;

  constructor(names: ClassNames, above: ClassOrder, construct: Construct, isBuiltIn = false) {
    super();
    this.names = { name: names.name, qualifiedName: names.qualifiedName };
    this.bases = above.bases;
    this.order = [this, ...above.order];
    this.isBuiltIn = isBuiltIn;
    this.construct = construct;
    if (isBuiltIn) this.allocation = nextSharedNumber();
  }

  /** What `__name__` gives, and messages show of its instances. */
  get name(): string {
    return this.names.name;
  }

  /** What `__qualname__` gives, and texts of the class and its instances show. */
  get qualifiedName(): string {
    return this.names.qualifiedName;
  }

  /** What its objects look like whose attributes are in a table. */
  get tableShape(): Shape {
    this.ofTables ??= Shape.table(this);
    return this.ofTables;
  }

  rename(heap: Heap, changed: Partial<ClassNames>): void {
    heap.beforeWrite(this);
    this.names = { ...this.names, ...changed };
  }

  /** Whether what `lookUp` gives stays as it is until `ClassAttributes.changes` differs. */
  get isSettled(): boolean {
    return this.order.every(({ attributes }) => !attributes.isShown);
  }

  /** An attribute of this class or of the nearest one above that has it. */
  lookUp(name: string): Value | undefined {
    return this.find(name)?.value;
  }

  /** What `lookUp` gives for `__init__`. */
  get initializer(): Value | undefined {
    return this.facts.initializer;
  }

  /** Whether a method of the program says whether an instance is true. */
  get definesTruth(): boolean {
    return this.facts.definesTruth;
  }

  /** Whether instances are equal by something else than their identity, or hashed so. */
  get definesEquality(): boolean {
    return this.facts.definesEquality;
  }

  /** The `__hash__` of instances; `null` where the class that defines `__eq__` has none, `undefined` where identity counts. */
  get hashMethod(): Value | undefined {
    return this.facts.hashMethod;
  }

  private get facts(): Facts {
    const { known } = this;
    if (known !== null && known.changes === ClassAttributes.changes) return known;
    const facts = new Facts(this);
    if (this.isSettled) this.known = facts;
    return facts;
  }

  /** What `lookUp` gives, where a class of the program gives it; what a built-in type gives, and thereby hides, does not count. */
  lookUpOwn(name: string): Value | undefined {
    const found = this.find(name);
    return found === null || found.isBuiltIn ? undefined : found.value;
  }

  /** What `lookUpOwn` gives for a special method, or `null`; found sooner by a number that stands for the name, small and always the same. */
  specialMethod(number: number, name: string): Value {
    if (this.foundAt === ClassAttributes.changes) {
      const known = number < this.special.length ? this.special[number] : undefined;
      if (known !== undefined) return known;
    }
    const method = this.lookUpOwn(name) ?? null;
    if (this.isSettled) {
      while (this.special.length <= number) this.special.push(undefined);
      this.special[number] = method;
    }
    return method;
  }

  /** What `lookUp` finds, which holds as long as `ClassAttributes.changes` is the same; `null` where nothing is found, or nothing holds. */
  finding(name: string): Found | null {
    return this.isSettled ? this.find(name) : null;
  }

  /** Looks an attribute up, and remembers what it found until a class changes. */
  private find(name: string): Found | null {
    if (this.foundAt !== ClassAttributes.changes) {
      this.foundAt = ClassAttributes.changes;
      this.found.clear();
      this.special.length = 0;
    }
    const known = this.found.get(name);
    if (known !== undefined) return known;
    const found = this.search(name);
    if (this.found.size < MOST_FOUND && this.isSettled) this.found.set(name, found);
    return found;
  }

  private search(name: string): Found | null {
    for (const { attributes, isBuiltIn } of this.order) {
      const value = attributes.get(name);
      if (value !== undefined) return new Found(attributes, name, value, isBuiltIn);
    }
    return null;
  }

  isSubclassOf(other: ClassObject): boolean {
    return this.order.includes(other);
  }

  override get bytes(): number {
    return OBJECT_BYTES + REFERENCE_BYTES * (2 + this.bases.length + this.order.length) + this.attributes.bytes;
  }

  override trace(visit: Visit): void {
    this.bases.forEach(visit);
    this.attributes.trace(visit);
  }

  override save(): unknown {
    return { names: this.names, attributes: this.attributes.save() };
  }

  override restore(saved: unknown): void {
    const { names, attributes } = saved as { names: ClassNames; attributes: unknown };
    this.names = names;
    this.attributes.restore(attributes);
  }
}

/** What is asked of a class again and again, as long as no class changes. */
class Facts {
  readonly changes = ClassAttributes.changes;
  readonly initializer: Value | undefined;
  readonly definesTruth: boolean;
  readonly definesEquality: boolean;
  readonly hashMethod: Value | undefined;

  constructor(type: ClassObject) {
    this.initializer = type.lookUp('__init__');
    this.definesTruth = type.lookUpOwn('__bool__') !== undefined || type.lookUpOwn('__len__') !== undefined;
    this.definesEquality = type.lookUpOwn('__eq__') !== undefined || type.lookUpOwn('__hash__') !== undefined;
    this.hashMethod = hashMethodOf(type);
  }
}

function hashMethodOf({ order }: ClassObject): Value | undefined {
  for (const { isBuiltIn, attributes } of order) {
    if (isBuiltIn) continue;
    const method = attributes.get('__hash__');
    if (method !== undefined) return method;
    if (attributes.get('__eq__') !== undefined) return null;
  }
  return undefined;
}

/** What a class gives for a name, as long as no class changes. */
export class Found {
  private readonly holder: ClassAttributes;
  private readonly name: string;
  /** `undefined` where it is data, in whose place other data may come. */
  private readonly fixed: Value | undefined;
  /** Whether it is a built-in type's. */
  readonly isBuiltIn: boolean;

  constructor(holder: ClassAttributes, name: string, value: Value, isBuiltIn: boolean) {
    this.holder = holder;
    this.name = name;
    this.fixed = isData(value) ? undefined : value;
    this.isBuiltIn = isBuiltIn;
  }

  get value(): Value {
    return this.fixed === undefined ? (this.holder.get(this.name) as Value) : this.fixed;
  }
}

/** A class remembers no more names, for a program may ask for any. */
const MOST_FOUND = 256;

export interface ClassNames {
  readonly name: string;
  readonly qualifiedName: string;
}

/** What a new class stands below: its bases, and the order of the classes above it. */
export interface ClassOrder {
  readonly bases: readonly ClassObject[];
  readonly order: readonly ClassObject[];
}

/** An object of a class of the program that is no exception. */
export class InstanceObject extends ShapedObject {}

/** A new object of a class of the program, without attributes, on the heap. */
export function newInstance(heap: Heap, type: ClassObject): InstanceObject {
  return putNew(heap, new InstanceObject(type));
}
