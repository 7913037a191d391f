import type { LinkedFunction } from './link.ts';
import type { Cell } from './objects.ts';
import type { Value } from './values/value.ts';

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
  at = 0;

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
}
