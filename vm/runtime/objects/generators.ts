import type { FunctionCode } from '../../bytecode/index.ts';
import type { Heap } from '../heap/heap.ts';
import type { Frame } from '../frame.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Visit } from '../values/index.ts';

/**
 * A generator: the frame of a generator function, which runs when it is driven. The frame belongs to the machine's stack while
 * it runs, and to this object while it does not.
 */
export class GeneratorObject extends HeapObject {
  readonly typeName = 'generator';
  /** The function that it runs. */
  readonly code: FunctionCode;
  private own: Frame | null;
  private current: GeneratorState = 'created';

  constructor(frame: Frame) {
    super();
    this.code = frame.function.code;
    this.own = frame;
    frame.generator = this;
  }

  get state(): GeneratorState {
    return this.current;
  }

  /** `null` once it has finished. */
  get frame(): Frame | null {
    return this.own;
  }

  enter(heap: Heap, state: GeneratorState): void {
    heap.beforeWrite(this);
    this.current = state;
    if (state === 'finished') this.own = null;
  }

  override get bytes(): number {
    const held = this.own === null ? 0 : this.own.locals.length + this.own.cells.length + this.own.stack.length;
    return OBJECT_BYTES + REFERENCE_BYTES * (4 + held);
  }

  override trace(visit: Visit): void {
    if (this.own === null) return;
    this.own.locals.forEach(visit);
    this.own.cells.forEach(visit);
    this.own.stack.forEach(visit);
    for (let each = this.own.continuation; each !== null; each = each.next) each.data.forEach(visit);
  }
}

/** `created`: nothing has run. `suspended`: at a `YIELD`. `finished`: it has returned, or an error has left it. */
export type GeneratorState = 'created' | 'suspended' | 'running' | 'finished';
