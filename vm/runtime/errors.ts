/** Catchable errors, by CPython's names and tree. */
export const ERROR_BASES = {
  BaseException: null,
  Exception: 'BaseException',
  ArithmeticError: 'Exception',
  ZeroDivisionError: 'ArithmeticError',
  OverflowError: 'ArithmeticError',
  LookupError: 'Exception',
  IndexError: 'LookupError',
  KeyError: 'LookupError',
  NameError: 'Exception',
  UnboundLocalError: 'NameError',
  TypeError: 'Exception',
  ValueError: 'Exception',
  AttributeError: 'Exception',
  RuntimeError: 'Exception',
  RecursionError: 'RuntimeError',
  NotImplementedError: 'RuntimeError',
  AssertionError: 'Exception',
  MemoryError: 'Exception',
  StopIteration: 'Exception',
  GeneratorExit: 'BaseException',
  EOFError: 'Exception',
  OSError: 'Exception',
  ImportError: 'Exception',
  SyntaxError: 'Exception',
  SystemExit: 'BaseException',
  KeyboardInterrupt: 'BaseException',
  Warning: 'Exception',
} as const;

export type ErrorKind = keyof typeof ERROR_BASES;

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
