import type { ExceptionName } from '../isa/index.ts';
import type { ExceptionObject } from './objects/exceptions.ts';
import type { Value } from './values/value.ts';

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
  /** The arguments of the exception where the message alone does not tell them: the key of a `KeyError`. */
  readonly args: readonly Value[] | null;
  /** What the exception tells beside its arguments: the `name` of a `NameError`. */
  readonly members: Readonly<Record<string, Value>>;
  constructor(
    kind: ErrorKind | FatalKind,
    message: string,
    args: readonly Value[] | null = null,
    members: Readonly<Record<string, Value>> = NO_MEMBERS,
  ) {
    this.kind = kind;
    this.message = message;
    this.args = args;
    this.members = members;
  }
}

const NO_MEMBERS: Readonly<Record<string, Value>> = {};

/** The same for an exception that is an object already: one that a program raised. */
export class RaisedException {
  readonly exception: ExceptionObject;
  constructor(exception: ExceptionObject) {
    this.exception = exception;
  }
}

/** Ends the current operation in an error. */
export function raise(kind: ErrorKind | FatalKind, message: string): never {
  throw new Raised(kind, message);
}

/** The same with any arguments of the exception: `KeyError` takes the key, `StopIteration` the value that it carries. */
export function raiseWith(kind: ErrorKind, ...args: readonly Value[]): never {
  throw new Raised(kind, '', args);
}

/** Ends the current operation in an `AttributeError` that knows the object and the name. */
export function raiseAttributeError(message: string, object: Value, name: string): never {
  throw new Raised('AttributeError', message, null, { name, obj: object });
}

/** The same for a `NameError`. */
export function raiseNameError(message: string, name: string): never {
  throw new Raised('NameError', message, null, { name });
}
