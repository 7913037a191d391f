import type { Arguments } from './arguments.ts';
import type { Streams } from './streams.ts';

/** One verb of the command line. What it takes is data: the parser and the help read the same rows. */
export interface Command {
  /** What may stand behind the verb besides options. */
  readonly operands: OperandsRow;
  /** By name, without the dashes, in the order of the help. */
  readonly options: Readonly<Record<string, OptionRow>>;
  /** More sentences for the help, or nothing. */
  readonly details?: string;
  /** Does it. What it has written has been handed to `streams` by then. */
  run(given: Arguments, streams: Streams): ExitCode | Promise<ExitCode>;
}

export interface OperandsRow {
  /** What the help calls one of them. */
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
}

export interface OptionRow {
  readonly summary: string;
  /** For an option with a value, which is a whole number: what the help calls it, and the least that it may be. */
  readonly number?: { readonly name: string; readonly minimum: number };
  /** For an option with a value, which is any text: what the help calls it. */
  readonly text?: { readonly name: string };
  /** A letter that stands for it behind one dash. */
  readonly letter?: string;
}

export const EXIT = {
  done: 0,
  /** The program ended in an error; for `fmt --check`, a file is not formatted. */
  failed: 1,
  /** It could not be assembled, or the command was used wrongly. */
  refused: 2,
} as const;

/** It has begun something that ends the process when it is over. */
export const GOES_ON = -1;

/** One of `EXIT`, or `GOES_ON`. */
export type ExitCode = number;

/** The command was used wrongly; the message is one sentence for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
