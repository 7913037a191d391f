import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SourceProvider } from '../vm/index.ts';

/** Source files from the file system; imports are relative to the file that names them. */
export const FILES: SourceProvider = {
  read(file) {
    try {
      return decode(readFileSync(file));
    } catch (error) {
      return { error: describeFailure(error) };
    }
  },
  resolve(importPath, fromFile) {
    return path.resolve(path.dirname(fromFile), importPath);
  },
};

/** Why a path is no file that can be read, as a phrase; `null` when it is one. */
export function whyNoFile(file: string): string | null {
  try {
    return statSync(file).isDirectory() ? 'it is a directory' : null;
  } catch (error) {
    return describeFailure(error);
  }
}

function decode(bytes: Buffer): { text: string; malformedLines?: number[] } {
  const text = bytes.toString('utf8');
  return isUtf8(bytes) ? { text } : { text, malformedLines: findMalformedLines(bytes) };
}

function findMalformedLines(bytes: Buffer): number[] {
  const malformed: number[] = [];
  let start = 0;
  for (let line = 0; start <= bytes.length; line++) {
    const lineEnd = bytes.indexOf(0x0a, start);
    const end = lineEnd < 0 ? bytes.length : lineEnd;
    if (!isUtf8(bytes.subarray(start, end))) malformed.push(line);
    start = end + 1;
  }
  return malformed;
}

function describeFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file';
    case 'EISDIR':
      return 'it is a directory';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
