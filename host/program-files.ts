import path from 'node:path';
import { renameFiles, type Program } from '../vm/index.ts';

/**
 * The program with files named as a `.bc` file stores them: relative to the folder of the assembly file, with `/`. So the bytes
 * depend on the text and the names in it, not on where it lies. What `.source` says is relative to the file that says it.
 */
export function withStoredFiles(program: Program, assemblyFile: string): Program {
  const folder = path.dirname(assemblyFile);
  const store = (file: string): string => path.relative(folder, file).split(path.sep).join('/');
  return renameFiles(program, store, (source, file) => {
    const beside = path.posix.dirname(store(file));
    return beside === '.' || isAbsolute(source) ? source : path.posix.join(beside, source);
  });
}

/** The program with files named as they can be read: what a `.bc` file stores is relative to its folder. */
export function withReadableFiles(program: Program, bytecodeFile: string): Program {
  const folder = path.dirname(bytecodeFile);
  const locate = (file: string): string => (isAbsolute(file) ? file : path.join(folder, file));
  return renameFiles(program, locate, (source, file) =>
    isAbsolute(source) ? source : path.relative(path.dirname(locate(file)), locate(source)),
  );
}

/** On any system, so that the same text gives the same bytes. */
function isAbsolute(file: string): boolean {
  return path.posix.isAbsolute(file) || path.win32.isAbsolute(file);
}
