import type { FunctionIndex } from '../bytecode/index.ts';
import { isStopIteration, rescues } from './errors-in-flight.ts';
import { raise } from './errors.ts';
import { FRAME_BYTES, type Deliver, type Frame } from './frame.ts';
import type { Heap } from './heap/heap.ts';
import type { RootVisit } from './heap/roots.ts';
import type { Limits } from './limits.ts';
import type { StackProof } from './machine-options.ts';
import type { ExceptionObject, GeneratorObject } from './objects/index.ts';
import type { Continuation, Step } from './pending.ts';
import { exceptionType } from './types/index.ts';
import type { Value, Visit } from './values/value.ts';

/** What decides whether there is room for a frame, and whether its instructions have to be checked. */
interface Bounds {
  readonly limits: Limits;
  readonly heap: Heap;
  /** What has been proven of each function. */
  readonly proofs: readonly StackProof[];
}

/** The frames of the calls under way: main's first, the innermost last. There is always main's. */
export class CallStack {
  readonly frames: Frame[];
  /** How many values the frames below the innermost one hold on their stacks. */
  valuesBelow = 0;
  /** Frames below this index have not run since it was last raised: a checkpoint need not save them again. */
  untouched = 0;
  /** Whether the instruction behind which the innermost frame stands has failed, and nobody has handled that yet. */
  hasFailed = false;
  private readonly bounds: Bounds;

  constructor(main: Frame, bounds: Bounds) {
    this.frames = [main];
    this.bounds = bounds;
    main.isChecked = this.mustCheck(main);
  }

  get innermost(): Frame {
    return this.frames[this.frames.length - 1];
  }

  /** The frame that waits for the innermost one. */
  get below(): Frame | null {
    return this.frames.length < 2 ? null : this.frames[this.frames.length - 2];
  }

  get depth(): number {
    return this.frames.length;
  }

  /** What all frames take, by the heap's count. */
  get bytes(): number {
    return FRAME_BYTES * this.frames.length;
  }

  /** Begins a call: its result goes through the steps of `chain` to `deliver`. Raises where there is no room for its frame. */
  enter(frame: Frame, chain: Continuation | null, deliver: Deliver): void {
    this.checkDepth();
    this.hasFailed = false;
    frame.continuation = chain;
    frame.deliver = deliver;
    this.push(frame);
    frame.isChecked = this.mustCheck(frame);
  }

  /** Puts the frame of a generator on top; the `YIELD` where it stands gets the value. */
  drive(generator: GeneratorObject, value: Value, chain: Continuation | null, deliver: Deliver): void {
    const { frame, state } = generator;
    if (state === 'running') raise('ValueError', 'generator already executing');
    if (frame === null) raise('StopIteration', '');
    if (state === 'created' && value !== null) {
      raise('TypeError', "can't send non-None value to a just-started generator");
    }
    this.checkDepth();
    // First, because a checkpoint wants the frame as it was.
    generator.enter(this.bounds.heap, 'running');
    this.enter(frame, chain, deliver);
    if (state === 'suspended') frame.push(value);
  }

  /** Puts a frame in the place of the innermost one, for whoever waits for that. */
  replace(frame: Frame): void {
    const { continuation, deliver } = this.innermost;
    frame.continuation = continuation;
    frame.deliver = deliver;
    this.frames[this.frames.length - 1] = frame;
    frame.isChecked = this.mustCheck(frame);
  }

  /** Raises `RecursionError` where one more frame would be too many. */
  checkDepth(): void {
    const { limits, heap } = this.bounds;
    if (this.depth >= limits.depth) raise('RecursionError', 'maximum recursion depth exceeded');
    // Frames count when a collection looks; they must not exceed the heap by themselves until then.
    if (this.bytes >= limits.heapBytes) heap.refuseFrame();
  }

  /** Puts a frame on top that needs nothing more. */
  push(frame: Frame): void {
    this.valuesBelow += this.innermost.stack.length;
    this.frames.push(frame);
  }

  /** Takes the innermost frame off; not main's. */
  pop(): Frame {
    const frame = this.frames.pop() as Frame;
    this.valuesBelow -= this.innermost.stack.length;
    this.untouched = Math.min(this.untouched, this.frames.length - 1);
    return frame;
  }

  /** What the innermost operation keeps that waits to go on with this step; `null` where none does. */
  waitingFor<Data extends readonly (Value | undefined)[]>(step: Step<Data>): Data | null {
    for (let index = this.frames.length - 1; index >= 0; index--) {
      for (let each = this.frames[index].continuation; each !== null; each = each.next) {
        if (each.step === (step as unknown)) return each.data as unknown as Data;
      }
    }
    return null;
  }

  /** Whether somebody handles an error: a handler of some frame, or an operation that rescues it. */
  handles(error: ExceptionObject): boolean {
    let type = error.class;
    for (let index = this.frames.length - 1; index >= 0; index--) {
      const { handlers, continuation, generator } = this.frames[index];
      if (handlers.length > 0) return true;
      if (generator !== null && isStopIteration(type)) type = exceptionType('RuntimeError');
      for (let each = continuation; each !== null; each = each.next) if (rescues(each.step, type)) return true;
    }
    return false;
  }

  /** Where control may go on when an error ends up in one of the outermost `count` frames: the targets of their handlers. */
  handlerTargets(count: number): { function: FunctionIndex; at: number }[] {
    const places: { function: FunctionIndex; at: number }[] = [];
    for (const frame of this.frames.slice(0, count)) {
      for (const { target } of frame.handlers) places.push({ function: frame.function.index, at: target });
    }
    return places;
  }

  /** Visits every value that a frame holds, and says where. */
  trace(visit: RootVisit): void {
    for (const [index, frame] of this.frames.entries()) {
      frame.locals.forEach((value, slot) => visit(value, 'local', index, slot));
      frame.cells.forEach((cell, slot) => visit(cell, 'cell', index, slot));
      frame.stack.forEach((value, slot) => visit(value, 'stack', index, slot));
      if (frame.generator !== null) visit(frame.generator, 'generator', index, -1);
      traceContinuation(frame.continuation, value => visit(value, 'operation', index, -1));
    }
  }

  /** Whether the instructions of a frame on top have to look at the stack: where nothing is proven, and near its limit. */
  private mustCheck({ function: { index } }: Frame): boolean {
    const { proofs, limits } = this.bounds;
    const proof = proofs[index];
    if (proof === undefined || !proof.isStackSafe || proof.maximumHeight < 0) return true;
    return this.valuesBelow + proof.maximumHeight > limits.stack;
  }
}

/** Visits every value that steps keep until they go on. */
export function traceContinuation(chain: Continuation | null, visit: Visit): void {
  for (let each = chain; each !== null; each = each.next) each.data.forEach(visit);
}
