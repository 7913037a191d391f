import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { SourceProvider } from '../vm/index.ts';
import { isBytecodeFile } from './bytecode-file.ts';
import { decodeSource } from './decode-source.ts';
import { describeReadFailure } from './read-failure.ts';

/**
 * Source files of the file system. Imports are relative to the file that names them. A file is called what it was called
 * first, whatever links and spellings lead to it later, so that messages show paths as they were given.
 */
export function createFileProvider(): SourceProvider {
  const names = new Map<string, string>();
  const nameOf = (file: string): string => {
    const identity = identityOf(file);
    const known = names.get(identity);
    if (known === undefined) names.set(identity, file);
    return known ?? file;
  };
  return {
    read(file) {
      nameOf(file);
      if (isBytecodeFile(file)) return { error: 'expected assembly text, found a .bc file' };
      try {
        return decodeSource(readFileSync(file));
      } catch (error) {
        return { error: describeReadFailure(error) };
      }
    },
    resolve(importPath, fromFile) {
      return nameOf(path.isAbsolute(importPath) ? importPath : path.join(path.dirname(fromFile), importPath));
    },
  };
}

/** The same for every path of a file: the real path, or what it would be if there is no such file. */
function identityOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}
