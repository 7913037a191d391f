import path from 'node:path';
import { DEFAULT_LIMITS, type Limits } from '../vm/index.ts';
import { isObject, showFound, type Arguments } from './arguments.ts';
import { isUri } from './convert.ts';
import { RequestError } from './request-error.ts';

/** What `launch` was asked to do, checked. */
export interface LaunchAttributes {
  /** Absolute. */
  readonly program: string;
  readonly stopOnEntry: boolean;
  readonly noDebug: boolean;
  readonly limits: Limits;
  readonly undefinedIsNone: boolean;
  /** The lines of standard input; `null`: ask for them when the program wants one. */
  readonly input: readonly string[] | null;
}

/** Reads and checks the attributes of a launch request; others than these belong to the client and are passed over. */
export function readLaunchAttributes(args: unknown): LaunchAttributes {
  if (!isObject(args)) throw wrong('launch', 'an object with the attributes', args);
  return {
    program: readProgram(args),
    stopOnEntry: readFlag(args, 'stopOnEntry'),
    noDebug: readFlag(args, 'noDebug'),
    limits: {
      instructions: readLimit(args, 'maxInstructions', DEFAULT_LIMITS.instructions),
      depth: readLimit(args, 'maxDepth', DEFAULT_LIMITS.depth),
      stack: readLimit(args, 'maxStack', DEFAULT_LIMITS.stack),
      heapBytes: readLimit(args, 'maxHeapBytes', DEFAULT_LIMITS.heapBytes),
    },
    undefinedIsNone: readFlag(args, 'undefinedNone'),
    input: readInput(args),
  };
}

function readProgram(args: Arguments): string {
  const program = readPath(args, 'program');
  if (program === null) throw wrong('program', 'the path of a .bcasm file', args.program);
  return path.resolve(readPath(args, 'cwd') ?? '.', program);
}

function readPath(args: Arguments, name: string): string | null {
  const value = args[name] ?? null;
  if (value === null) return null;
  if (typeof value !== 'string' || value.trim() === '') throw wrong(name, 'a path', value);
  if (value.includes('\0')) throw wrong(name, 'a path without a zero character', value);
  if (isUri(value)) throw wrong(name, 'a path of the file system, not a URI', value);
  return value;
}

function readFlag(args: Arguments, name: string): boolean {
  const value = args[name] ?? false;
  if (typeof value !== 'boolean') throw wrong(name, 'true or false', value);
  return value;
}

function readLimit(args: Arguments, name: string, fallback: number): number {
  const value = args[name] ?? null;
  if (value === null) return fallback;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
    throw wrong(name, 'a whole number of at least 1', value);
  }
  return value;
}

function readInput(args: Arguments): readonly string[] | null {
  const value = args.input ?? null;
  if (value === null) return null;
  if (!Array.isArray(value) || !value.every(line => typeof line === 'string')) {
    throw wrong('input', 'a list of strings, one for each line', value);
  }
  return value;
}

function wrong(name: string, expected: string, found: unknown): RequestError {
  return new RequestError(
    'badLaunchAttribute',
    `launch attribute \`${name}\`: expected ${expected}, found ${showFound(found)}`,
    { isForUser: true },
  );
}
