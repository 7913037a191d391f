import type { FunctionDebug, Program } from './program.ts';

/** The program with other names for its files. `rename` gets a name of `.source` together with the file that says it. */
export function renameFiles(
  program: Program,
  rename: (file: string) => string,
  renameSource: (source: string, file: string) => string,
): Program {
  const renameIn = ({ file, source, ...rest }: FunctionDebug): FunctionDebug => ({
    ...rest,
    file: rename(file),
    source: source && { ...source, files: source.files.map(each => renameSource(each, file)) },
  });
  return {
    ...program,
    functions: program.functions.map(code => (code.debug === null ? code : { ...code, debug: renameIn(code.debug) })),
  };
}
