import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeProgram, type DecodeError, type Program } from '../vm/index.ts';
import { withReadableFiles } from './program-files.ts';
import { describeReadFailure } from './read-failure.ts';

/** A program, or why there is none: the file cannot be read (a phrase), or holds no program. */
export type BytecodeFile =
  { readonly program: Program } | { readonly unreadable: string } | { readonly malformed: DecodeError };

/** Reads a `.bc` file and checks all of it. Files are named as they can be read. */
export function readBytecodeFile(file: string): BytecodeFile {
  const read = readBytecode(file);
  return 'program' in read ? { program: withReadableFiles(read.program, file) } : read;
}

/** Reads a `.bc` file and checks all of it. Files are named as it names them. */
export function readBytecode(file: string): BytecodeFile {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { unreadable: describeReadFailure(error) };
  }
  const decoded = decodeProgram(bytes);
  return 'program' in decoded ? decoded : { malformed: decoded.error };
}

/** Whether a file is one of bytecode by its name. */
export function isBytecodeFile(file: string): boolean {
  return path.extname(file).toLowerCase() === '.bc';
}
