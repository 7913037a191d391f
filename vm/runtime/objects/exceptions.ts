import type { Heap } from '../heap/heap.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Value, type Visit } from '../values/index.ts';
import { Attributes } from './attributes.ts';
import type { ClassObject } from './classes.ts';
import { EMPTY_TUPLE, type TupleObject } from './tuples.ts';

/** An exception: an object of a class below `BaseException`. */
export class ExceptionObject extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  readonly class: ClassObject;
  readonly attributes = new Attributes();
  private arguments: TupleObject;
  /** What classes of exceptions keep beside their arguments: the `value` of a `StopIteration`, `__cause__`. */
  private members: ReadonlyMap<string, Value> = NO_MEMBERS;

  constructor(type: ClassObject, given: TupleObject = EMPTY_TUPLE) {
    super();
    this.class = type;
    this.arguments = given;
  }

  get typeName(): string {
    return this.class.name;
  }

  /** What `e.args` is. */
  get args(): TupleObject {
    return this.arguments;
  }

  setArgs(heap: Heap, args: TupleObject): void {
    heap.beforeWrite(this);
    this.arguments = args;
  }

  /** A member of that name; `None` where it has not been set. */
  member(name: string): Value {
    return this.members.get(name) ?? null;
  }

  setMember(heap: Heap, name: string, value: Value): void {
    heap.beforeWrite(this);
    if (!this.members.has(name)) heap.grow(2 * REFERENCE_BYTES);
    this.members = new Map(this.members).set(name, value);
  }

  override get bytes(): number {
    return OBJECT_BYTES + REFERENCE_BYTES * (2 + 2 * this.members.size) + this.attributes.bytes;
  }

  override trace(visit: Visit): void {
    visit(this.class);
    visit(this.arguments);
    this.members.forEach(value => visit(value));
    this.attributes.trace(visit);
  }

  override save(): unknown {
    return { args: this.arguments, members: this.members, attributes: this.attributes.save() };
  }

  override restore(saved: unknown): void {
    const { args, members, attributes } = saved as Saved;
    this.arguments = args;
    this.members = members;
    this.attributes.restore(attributes);
  }
}

const NO_MEMBERS: ReadonlyMap<string, Value> = new Map();

interface Saved {
  readonly args: TupleObject;
  readonly members: ReadonlyMap<string, Value>;
  readonly attributes: unknown;
}
