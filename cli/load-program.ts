import path from 'node:path';
import { createFileProvider, isBytecodeFile, readBytecodeFile } from '../host/index.ts';
import {
  analyze,
  BUILT_IN_NAMES,
  describeDecodeError,
  isAssemblyError,
  verify,
  type Program,
  type StackProof,
} from '../vm/index.ts';
import { UsageError } from './command.ts';
import { diagnosticText } from './diagnostic-text.ts';
import { textsOfProgram, textsOfSource, type InstructionTexts } from './instruction-texts.ts';
import type { Streams } from './streams.ts';

/** A program that may run, what is proven of its functions, and how its instructions are shown. */
export interface LoadedProgram {
  readonly program: Program;
  readonly proofs: readonly StackProof[];
  readonly instructionTexts: InstructionTexts;
}

/**
 * Reads the file that is to run, and assembles it where it is text. What keeps it from running, in it or in what it imports,
 * is written to standard error, and the result is `null`. Throws a `UsageError` for what is no program at all.
 */
export function loadProgram(file: string, streams: Streams): LoadedProgram | null {
  checkFile(file);
  return isBytecodeFile(file) ? loadBytecode(file, streams) : loadAssembly(file, streams);
}

/** As `loadProgram`, for assembly text alone. */
export function loadAssembly(file: string, { output }: Streams): LoadedProgram | null {
  const provider = createFileProvider();
  const read = provider.read(file);
  if ('error' in read) throw new UsageError(`cannot read ${file}: ${read.error}`);
  const analysis = analyze(file, provider);
  const { program, verification } = analysis;
  if (program !== null) return { program, proofs: verification.functions, instructionTexts: textsOfSource(analysis) };
  for (const module of analysis.modules) {
    for (const diagnostic of module.diagnostics) {
      if (isAssemblyError(diagnostic.kind)) output.writeError(diagnosticText(module.file, diagnostic));
    }
  }
  return null;
}

function loadBytecode(file: string, { output }: Streams): LoadedProgram | null {
  const read = readBytecodeFile(file);
  if ('unreadable' in read) throw new UsageError(`cannot read ${file}: ${read.unreadable}`);
  if ('program' in read) {
    const { program } = read;
    const { functions } = verify(program, { builtIns: BUILT_IN_NAMES });
    return { program, proofs: functions, instructionTexts: textsOfProgram(program) };
  }
  output.writeError(`${file}: ${describeDecodeError(read.malformed)}\n`);
  return null;
}

function checkFile(file: string): void {
  if (file === '-') throw new UsageError('expected a file: standard input belongs to the program that runs');
  if (path.extname(file).toLowerCase() === '.py')
    throw new UsageError(`this version of bcasm runs .bcasm and .bc files only, found ${file}`);
}
