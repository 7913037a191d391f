import type { FunctionCode } from '../../bytecode/index.ts';
import type { Heap } from '../heap/heap.ts';
import type { LinkedFunction } from '../link.ts';
import { FRAME_BYTES, type Frame, type FrameContent } from '../frame.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Visit } from '../values/index.ts';

/**
 * A generator: the frame of a generator function, which runs when it is driven. The frame belongs to the machine's stack while
 * it runs, and to this object while it does not.
 */
export class GeneratorObject extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  get typeName(): string {
    return 'generator';
  }
  /** The function that it runs. */
  readonly function: LinkedFunction;
  private own: Frame | null;
  private current: GeneratorState = 'created';
  /** Where the fast engine has the frame of one that waits to go on; -1 where it is only here. */
  seat = -1;

  /** Who gives no frame has it in a seat, and gives it when that is vacated. */
  constructor(linked: LinkedFunction, frame: Frame | null) {
    super();
    this.function = linked;
    this.own = frame;
    if (frame !== null) frame.generator = this;
  }

  get code(): FunctionCode {
    return this.function.code;
  }

  get state(): GeneratorState {
    return this.current;
  }

  /** `null` once it has finished, and while the fast engine has it in the seat that it was made in. */
  get frame(): Frame | null {
    return this.own;
  }

  receive(frame: Frame): void {
    this.own = frame;
    frame.generator = this;
  }

  enter(heap: Heap, state: GeneratorState): void {
    heap.beforeWrite(this);
    this.current = state;
    if (state === 'finished') this.own = null;
  }

  /** Goes on, for who has its frame in a seat; its epoch must be the heap's. */
  goOn(): void {
    this.current = 'running';
    this.seat = -1;
  }

  /** Is suspended again, behind `goOn` in the same run. */
  rest(seat: number): void {
    this.current = 'suspended';
    this.seat = seat;
  }

  override get bytes(): number {
    if (this.current === 'finished') return OBJECT_BYTES;
    const { code, cellCount } = this.function;
    const height = this.own === null ? 0 : this.own.stack.length;
    return OBJECT_BYTES + FRAME_BYTES + REFERENCE_BYTES * (code.locals.length + cellCount + height);
  }

  override trace(visit: Visit): void {
    if (this.own === null) return;
    this.own.locals.forEach(visit);
    this.own.cells.forEach(visit);
    this.own.stack.forEach(visit);
  }

  /** While it runs, its frame is one of the machine's, and kept with those. */
  override save(): unknown {
    const content = this.current === 'running' ? null : (this.own?.save() ?? null);
    return { state: this.current, frame: this.own, content } satisfies SavedGenerator;
  }

  override restore(saved: unknown): void {
    const { state, frame, content } = saved as SavedGenerator;
    this.current = state;
    this.own = frame;
    if (content !== null) frame?.restore(content);
  }
}

/** `created`: nothing has run. `suspended`: at a `YIELD`. `finished`: it has returned, or an error has left it. */
export type GeneratorState = 'created' | 'suspended' | 'running' | 'finished';

interface SavedGenerator {
  readonly state: GeneratorState;
  readonly frame: Frame | null;
  readonly content: FrameContent | null;
}
