import type { Value } from './values/value.ts';

/** What main's or any other frame is when one looks at it; valid until the machine goes on. */
export interface FrameView {
  readonly function: number;
  /** The instruction that runs next in this frame; in a frame that waits for a call, the call. */
  readonly at: number;
  /** By local slot; `undefined` while unbound. */
  readonly locals: readonly (Value | undefined)[];
  /** Own cells, then captured ones; `undefined` while unbound. */
  readonly cells: readonly (Value | undefined)[];
  /** The operand stack of this frame, the top last. */
  readonly stack: readonly Value[];
}

/** Why `run` came back. */
export type Stop =
  /** The budget is spent; call `run` again to go on. */
  | { readonly kind: 'budget' }
  /** A breakpoint stands on the instruction that would run next; it has not run. */
  | { readonly kind: 'breakpoint' }
  /** A `BREAKPOINT` instruction has just run. */
  | { readonly kind: 'break-instruction' }
  /** `INPUT` waits for a line; it has not run. */
  | { readonly kind: 'input' }
  /** An error that nothing catches: the frames stand as they were at the instruction that raised it, until the next `run`. */
  | { readonly kind: 'uncaught'; readonly error: MachineError }
  /** The program has ended; `result` is what main's stack held at the end. */
  | { readonly kind: 'halted'; readonly result: readonly Value[] };

/** An error that ended the program. */
export interface MachineError {
  readonly kind: string;
  /** What follows `Kind: `; empty when nothing does. */
  readonly message: string;
  readonly isFatal: boolean;
  /** The frames at the error, main first, as Python prints them; values captured. */
  readonly traceback: readonly TracebackEntry[];
}

export interface TracebackEntry extends FrameView {
  /** What tracebacks show of the function. */
  readonly name: string;
  /** The `.bcasm` file and 0-based line; `null` without debug information. */
  readonly file: string | null;
  readonly line: number;
  /** What `.source` and `.line` say, the line 1-based; `null` where they say nothing. */
  readonly source: { readonly file: string; readonly line: number } | null;
}
