import type { LinkedFunction } from './link.ts';
import type { Machine } from './machine.ts';
import type { Cell } from './objects/functions.ts';
import type { GeneratorObject } from './objects/generators.ts';
import type { Continuation } from './pending.ts';
import type { Value } from './values/value.ts';

/** What an instruction does with the value that it has waited for; `frame` is the one that waited. */
export type Deliver = (machine: Machine, frame: Frame, value: Value) => void;

/** What `SETUP_TRY` sets up. */
export interface Handler {
  /** The instruction that goes on behind an error. */
  readonly target: number;
  /** How many values are left of the operand stack then, before the exception. */
  readonly height: number;
}

/**
 * One call under way: the machine's call stack is an array of these, so the host's stack does not grow with it.
 * `at` is the instruction that runs next; while the frame waits for a call, the one behind the call.
 */
export class Frame {
  readonly function: LinkedFunction;
  readonly locals: (Value | undefined)[];
  /** Own cells, then the captured ones. */
  readonly cells: readonly Cell[];
  readonly stack: Value[] = [];
  /** The innermost handler last. */
  readonly handlers: Handler[] = [];
  at = 0;
  /** Who gets the result: first the steps of operations that wait for it, then the instruction of the frame below. */
  continuation: Continuation | null = null;
  deliver: Deliver = pushResult;
  /** Whether each instruction looks first if the stack holds what it takes, and has room: not where that has been proven. */
  isChecked = true;
  /** The generator whose frame this is. */
  generator: GeneratorObject | null = null;

  constructor(linked: LinkedFunction, locals: (Value | undefined)[], cells: readonly Cell[]) {
    this.function = linked;
    this.locals = locals;
    this.cells = cells;
  }

  /** Takes the value on top. The interpreter has made sure that there is one. */
  pop(): Value {
    return this.stack.pop() as Value;
  }

  push(value: Value): void {
    this.stack.push(value);
  }

  /** The value on top, or `depth` below it. */
  peek(depth = 0): Value {
    return this.stack[this.stack.length - 1 - depth];
  }

  /** The `count` values on top, the topmost last, in an array of the caller's. */
  top(count: number): Value[] {
    return this.stack.slice(this.stack.length - count);
  }

  cell(index: number): Cell {
    return this.cells[index];
  }

  /** Takes values off. */
  drop(count: number): void {
    this.stack.length -= count;
  }

  /** A copy of what can change in it. */
  save(): FrameContent {
    const { locals, stack, handlers, at, continuation, deliver, isChecked } = this;
    return {
      locals: locals.slice(),
      stack: stack.slice(),
      handlers: handlers.slice(),
      at,
      continuation,
      deliver,
      isChecked,
    };
  }

  /** Makes it what it was when `save` gave this. */
  restore(content: FrameContent): void {
    replaceAll(this.locals, content.locals);
    replaceAll(this.stack, content.stack);
    replaceAll(this.handlers, content.handlers);
    this.at = content.at;
    this.continuation = content.continuation;
    this.deliver = content.deliver;
    this.isChecked = content.isChecked;
  }
}

/** What can change in a frame. */
export interface FrameContent {
  readonly locals: readonly (Value | undefined)[];
  readonly stack: readonly Value[];
  readonly handlers: readonly Handler[];
  readonly at: number;
  readonly continuation: Continuation | null;
  readonly deliver: Deliver;
  readonly isChecked: boolean;
}

/** By the heap's count: a frame with its arrays. */
export const FRAME_BYTES = 400;

/** In place, because others hold the array. */
function replaceAll<T>(array: T[], content: readonly T[]): void {
  array.length = content.length;
  for (let index = 0; index < content.length; index++) array[index] = content[index];
}

/** What most instructions do with a value: it goes on top of the stack. */
export const pushResult: Deliver = (_machine, frame, value) => frame.push(value);

/** For what is done for its effect alone. */
export const dropResult: Deliver = () => {};
