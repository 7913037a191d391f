import { createFileProvider, formatLastLine } from '../../host/index.ts';
import { Machine, analyze, plainRepr, type Analysis, type Program, type SourceProvider } from '../../vm/index.ts';
import type { Expectations } from './expectations.ts';

/** What a run did, in the words of the comments that expect it. */
export interface Outcome {
  readonly output: readonly string[];
  readonly error: string | null;
  readonly result: string | null;
}

/** A text as if it stood in `file`; what it imports is read from the file system. */
export function analyzeText(text: string, file: string): Analysis {
  const files = createFileProvider();
  const provider: SourceProvider = {
    read: each => (each === file ? { text } : files.read(each)),
    resolve: (importPath, fromFile) => files.resolve(importPath, fromFile),
  };
  return analyze(file, provider);
}

/** Runs a program in the machine with the input and limits that its comments say. */
export function runProgram(program: Program, expectations: Expectations): Outcome {
  const input = expectations.input.values();
  let output = '';
  const machine = new Machine(program, {
    host: {
      write: text => void (output += text),
      readLine: () => input.next().value ?? null,
    },
    limits: expectations.limits,
    undefinedIsNone: expectations.undefinedIsNone,
  });
  for (;;) {
    const stop = machine.run(RUN_BUDGET);
    if (stop.kind === 'budget')
      throw new Error(`the program still runs after ${machine.instructionCount} instructions`);
    if (stop.kind === 'uncaught') return { output: linesOf(output), error: formatLastLine(stop.error), result: null };
    if (stop.kind === 'halted')
      return { output: linesOf(output), error: null, result: `[${stop.result.map(plainRepr).join(', ')}]` };
  }
}

/** No program of the tests takes as many. */
const RUN_BUDGET = 50_000_000;

function linesOf(output: string): string[] {
  const lines = output.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
