import type { ExceptionName } from '../isa/index.ts';

/** Catchable errors: the exceptions, by their names. */
export type ErrorKind = ExceptionName;

/** Errors that no program can catch. */
export const FATAL_KINDS = [
  'StackUnderflow',
  'StackOverflow',
  'InvalidOpcode',
  'InvalidJumpTarget',
  'InstructionLimit',
] as const;
export type FatalKind = (typeof FATAL_KINDS)[number];

/**
 * How an operation of the machine reports that it cannot go on: thrown by values and handlers, caught by the interpreter
 * at the instruction, never seen outside the machine. Not a host `Error`: no host stack is captured.
 */
export class Raised {
  readonly kind: ErrorKind | FatalKind;
  /** What follows `Kind: ` in the report; empty when nothing does. */
  readonly message: string;
  constructor(kind: ErrorKind | FatalKind, message: string) {
    this.kind = kind;
    this.message = message;
  }
}

/** Ends the current operation in an error. */
export function raise(kind: ErrorKind | FatalKind, message: string): never {
  throw new Raised(kind, message);
}
