import { Machine, analyze, plainStr, type Analysis, type Limits, type Program, type Stop } from '../../vm/index.ts';

/** Analyzes `main.bcasm` of some files. */
export function analyzeFiles(files: Readonly<Record<string, string>>): Analysis {
  return analyze('main.bcasm', {
    read: file => (Object.hasOwn(files, file) ? { text: files[file] } : { error: 'no such file' }),
    resolve: path => path,
  });
}

/** The program of a text that must be right; fails with its diagnostics where it is not. */
export function programOf(text: string): Program {
  const { program, module } = analyzeFiles({ 'main.bcasm': text });
  if (program === null)
    throw new Error(module.diagnostics.map(each => `${each.span.start.line + 1}: ${each.message}`).join('\n'));
  return program;
}

export interface Run {
  readonly output: string;
  readonly stop: Stop;
  readonly machine: Machine;
}

/** Runs a text to its end. */
export function run(
  text: string,
  options: { input?: readonly string[]; limits?: Partial<Limits>; budget?: number } = {},
): Run {
  const input = [...(options.input ?? [])];
  let output = '';
  const host = { write: (written: string) => void (output += written), readLine: () => input.shift() ?? null };
  const machine = new Machine(programOf(text), {
    host,
    limits: { instructions: 10_000_000, ...options.limits },
    listsObjects: true,
  });
  let stop = machine.run(options.budget ?? Infinity);
  while (stop.kind === 'budget' || stop.kind === 'break-instruction') stop = machine.run(options.budget ?? Infinity);
  return { output, stop, machine };
}

/** How a run ended, in one line: `[results]` or `Kind: message`. */
export function ending({ stop }: Run): string {
  if (stop.kind === 'halted') return `[${stop.result.map(plainStr).join(', ')}]`;
  if (stop.kind === 'uncaught')
    return stop.error.message === '' ? stop.error.kind : `${stop.error.kind}: ${stop.error.message}`;
  return stop.kind;
}
