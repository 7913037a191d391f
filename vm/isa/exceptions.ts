/** The exceptions: CPython's class tree, each class behind its base. */

export interface ExceptionRow<B extends string | null = string | null> {
  /** The class that it derives from; `null` for the root. */
  readonly base: B;
  /** When it is raised, without a full stop. */
  readonly summary: string;
}

export const EXCEPTIONS = {
  BaseException: row(null, 'The base of all exceptions'),
  Exception: row('BaseException', 'The base of all exceptions that programs are meant to handle'),
  ArithmeticError: row('Exception', 'The base of errors in arithmetic'),
  ZeroDivisionError: row('ArithmeticError', 'A division or remainder by zero'),
  OverflowError: row('ArithmeticError', 'A number that is too large to be represented'),
  LookupError: row('Exception', 'The base of errors for an index or a key that is not there'),
  IndexError: row('LookupError', 'An index outside a sequence'),
  KeyError: row('LookupError', 'A key that a dict does not hold'),
  NameError: row('Exception', 'A name that is not bound'),
  UnboundLocalError: row('NameError', 'A local variable that is read before it is assigned'),
  TypeError: row('Exception', 'An operation on a value of a type that does not have it'),
  ValueError: row('Exception', 'A value of the right type that an operation cannot take'),
  AttributeError: row('Exception', 'An attribute that an object does not have, or that cannot be set'),
  RuntimeError: row('Exception', 'An error that fits no other class'),
  RecursionError: row('RuntimeError', 'Calls that are nested too deep'),
  NotImplementedError: row('RuntimeError', 'A method that a subclass has to define'),
  AssertionError: row('Exception', 'An assertion that does not hold'),
  MemoryError: row('Exception', 'The heap limit is reached'),
  StopIteration: row('Exception', 'An iterator has no more items'),
  GeneratorExit: row('BaseException', 'A generator is closed'),
  EOFError: row('Exception', 'The end of the input'),
  OSError: row('Exception', 'An operation of the system has failed'),
  ImportError: row('Exception', 'An import has failed'),
  SyntaxError: row('Exception', 'Text that is not well formed'),
  SystemExit: row('BaseException', 'The program asks to end'),
  KeyboardInterrupt: row('BaseException', 'The program is interrupted from outside'),
  Warning: row('Exception', 'The base of warnings'),
} as const satisfies Record<string, ExceptionRow>;

export type ExceptionName = keyof typeof EXCEPTIONS;

/** Every exception, a base before what derives from it. */
export const EXCEPTION_NAMES = Object.keys(EXCEPTIONS) as readonly ExceptionName[];

function row<B extends string | null>(base: B, summary: string): ExceptionRow<B> {
  return { base, summary };
}
