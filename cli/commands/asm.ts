import path from 'node:path';
import { describeWriteFailure, isBytecodeFile, replaceFile, withStoredFiles } from '../../host/index.ts';
import { decodeProgram, describeDecodeError, encodeProgram } from '../../vm/index.ts';
import type { Arguments } from '../arguments.ts';
import { EXIT, UsageError, type Command } from '../command.ts';
import { loadAssembly } from '../load-program.ts';

export const asm: Command = {
  operands: { name: 'file', minimum: 1, maximum: 1 },
  options: {
    output: { summary: 'The file to write', text: { name: 'OUT.bc' }, letter: 'o' },
    strip: { summary: 'Leaves out the debug information: labels, files and lines' },
  },
  details: 'The same text gives the same bytes, wherever it lies. Findings do not keep a program from being assembled.',
  run(given, streams) {
    const [file] = given.operands;
    const target = outputFile(given, file);
    if (path.extname(file).toLowerCase() === '.py' || isBytecodeFile(file))
      throw new UsageError(`this version of bcasm assembles .bcasm files only, found ${file}`);
    const loaded = loadAssembly(file, streams);
    if (loaded === null) return EXIT.refused;
    const bytes = encodeProgram(withStoredFiles(loaded.program, file), given.has('strip'));
    // A file that could not be loaded again is worth nothing: one may hand over more cells than its parts.
    const decoded = decodeProgram(bytes);
    if ('error' in decoded) {
      streams.output.writeError(`${file}: it cannot be written as bytecode: ${describeDecodeError(decoded.error)}\n`);
      return EXIT.refused;
    }
    try {
      replaceFile(target, bytes);
    } catch (error) {
      throw new UsageError(`cannot write ${target}: ${describeWriteFailure(error)}`);
    }
    return EXIT.done;
  },
};

function outputFile(given: Arguments, file: string): string {
  const target = given.text('output');
  if (target === undefined) throw new UsageError('asm takes the file to write: -o OUT.bc');
  if (path.resolve(target) === path.resolve(file)) throw new UsageError(`asm would write over ${file} itself`);
  return target;
}
