import { nextSharedNumber } from '../heap/shared-numbers.ts';
import type { Machine } from '../machine.ts';
import type { Outcome } from '../pending.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Value, type Visit } from '../values/index.ts';
import { Attributes } from './attributes.ts';
import type { Arguments } from './functions.ts';

/** How a call of a class makes its instance. */
export type Construct = (machine: Machine, type: ClassObject, given: Arguments) => Outcome;

/**
 * A class: one that `MAKE_CLASS` made, or a built-in type. Built-in types are shared by all machines, and nothing in them
 * changes.
 */
export class ClassObject extends HeapObject {
  readonly typeName = 'type';
  readonly name: string;
  readonly qualifiedName: string;
  readonly bases: readonly ClassObject[];
  /** This class and all those above it, in the order in which attributes are looked up (C3). */
  readonly order: readonly ClassObject[];
  readonly isBuiltIn: boolean;
  readonly attributes = new Attributes();
  /** How instances are made; that of the nearest class above that says it. */
  readonly construct: Construct;

  constructor(
    names: { name: string; qualifiedName: string },
    above: ClassOrder,
    construct: Construct,
    isBuiltIn = false,
  ) {
    super();
    this.name = names.name;
    this.qualifiedName = names.qualifiedName;
    this.bases = above.bases;
    this.order = [this, ...above.order];
    this.isBuiltIn = isBuiltIn;
    this.construct = construct;
    if (isBuiltIn) this.allocation = nextSharedNumber();
  }

  /** An attribute of this class or of the nearest one above that has it. */
  lookUp(name: string): Value | undefined {
    for (const each of this.order) {
      const value = each.attributes.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** An attribute that a class of the program gives; what the built-in types give does not count. */
  lookUpOwn(name: string): Value | undefined {
    for (const each of this.order) {
      const value = each.isBuiltIn ? undefined : each.attributes.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  isSubclassOf(other: ClassObject): boolean {
    return this.order.includes(other);
  }

  /** Whether instances are equal by something else than their identity, or hashed so. */
  get definesEquality(): boolean {
    return this.lookUpOwn('__eq__') !== undefined || this.lookUpOwn('__hash__') !== undefined;
  }

  override get bytes(): number {
    return OBJECT_BYTES + REFERENCE_BYTES * (2 + this.bases.length + this.order.length) + this.attributes.bytes;
  }

  override trace(visit: Visit): void {
    this.bases.forEach(visit);
    this.attributes.trace(visit);
  }

  override save(): unknown {
    return this.attributes.save();
  }

  override restore(saved: unknown): void {
    this.attributes.restore(saved);
  }
}

/** What a new class stands below: its bases, and the order of the classes above it. */
export interface ClassOrder {
  readonly bases: readonly ClassObject[];
  readonly order: readonly ClassObject[];
}

/** An object of a class of the program. */
export class InstanceObject extends HeapObject {
  readonly class: ClassObject;
  readonly attributes = new Attributes();

  constructor(type: ClassObject) {
    super();
    this.class = type;
  }

  get typeName(): string {
    return this.class.name;
  }

  override get bytes(): number {
    return OBJECT_BYTES + REFERENCE_BYTES + this.attributes.bytes;
  }

  override trace(visit: Visit): void {
    visit(this.class);
    this.attributes.trace(visit);
  }

  override save(): unknown {
    return this.attributes.save();
  }

  override restore(saved: unknown): void {
    this.attributes.restore(saved);
  }
}
