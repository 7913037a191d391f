import type { Heap } from '../heap/heap.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Visit } from '../values/index.ts';
import { Attributes } from './attributes.ts';
import type { ClassObject } from './classes.ts';
import { EMPTY_TUPLE, type TupleObject } from './tuples.ts';

/** An exception: an object of a class below `BaseException`. */
export class ExceptionObject extends HeapObject {
  readonly class: ClassObject;
  readonly attributes = new Attributes();
  private arguments: TupleObject;

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

  override get bytes(): number {
    return OBJECT_BYTES + 2 * REFERENCE_BYTES + this.attributes.bytes;
  }

  override trace(visit: Visit): void {
    visit(this.class);
    visit(this.arguments);
    this.attributes.trace(visit);
  }

  override save(): unknown {
    return { args: this.arguments, attributes: this.attributes.save() };
  }

  override restore(saved: unknown): void {
    const { args, attributes } = saved as { args: TupleObject; attributes: unknown };
    this.arguments = args;
    this.attributes.restore(attributes);
  }
}
