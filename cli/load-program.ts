import path from 'node:path';
import { createFileProvider } from '../host/index.ts';
import { analyze, isAssemblyError, type Analysis, type Program } from '../vm/index.ts';
import { UsageError } from './command.ts';
import { diagnosticText } from './diagnostic-text.ts';
import type { Streams } from './streams.ts';

/** An analysis whose program may run. */
export type RunnableAnalysis = Analysis & { readonly program: Program };

/**
 * Reads and assembles the file that is to run. What keeps it from running, in it or in what it imports, is written to
 * standard error, and the result is `null`. Throws a `UsageError` for what is no assembly file at all.
 */
export function loadProgram(file: string, { output }: Streams): RunnableAnalysis | null {
  checkExtension(file);
  const provider = createFileProvider();
  const read = provider.read(file);
  if ('error' in read) throw new UsageError(`cannot read ${file}: ${read.error}`);
  const analysis = analyze(file, provider);
  if (analysis.program !== null) return analysis as RunnableAnalysis;
  for (const module of analysis.modules) {
    for (const diagnostic of module.diagnostics) {
      if (isAssemblyError(diagnostic.kind)) output.writeError(diagnosticText(module.file, diagnostic));
    }
  }
  return null;
}

function checkExtension(file: string): void {
  if (file === '-') throw new UsageError('expected a file: standard input belongs to the program that runs');
  const extension = path.extname(file).toLowerCase();
  if (extension === '.py' || extension === '.bc')
    throw new UsageError(`this version of bcasm runs .bcasm files only, found ${file}`);
}
