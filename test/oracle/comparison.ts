import { execFileSync } from 'node:child_process';
import { formatLastLine } from '../../host/index.ts';
import { CATALOGUE, Machine, analyze, type Diagnostic, type MachineOptions, type Program } from '../../vm/index.ts';
import { takeAllWords } from '../../vm/runtime/fast/taken-words.ts';

// So that short programs are run by the loop, too.
takeAllWords(true);

/** A Python program; lines `# input: text` in it are its standard input. */
export interface PythonProgram {
  readonly name: string;
  readonly source: string;
}

/** What a run wrote, and the last line of its traceback. */
export interface Behaviour {
  readonly output: string;
  readonly error: string | null;
}

/** One program in CPython and in the machine. */
export interface Comparison {
  readonly name: string;
  readonly inCPython: Behaviour;
  /** `null` where there is no translation, it cannot be assembled, or our engines differ: `failure` says why. */
  readonly inMachine: Behaviour | null;
  readonly failure: string | null;
  /** The translation, and what the assembler and the verifier say about it. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Translates the programs, and runs them in CPython and on both engines of the machine. `directory` holds the Python scripts. */
export function compare(programs: readonly PythonProgram[], directory: string): Comparison[] {
  const translations = askPython<Translation>(
    `${directory}/translate.py`,
    programs.map(({ source }) => ({ source })),
  );
  const behaviours = askPython<Behaviour>(
    `${directory}/run.py`,
    programs.map(({ source }) => ({
      source,
      input: inputLines(source)
        .map(line => `${line}\n`)
        .join(''),
    })),
  );
  return programs.map((program, index) => compareOne(program, translations[index], behaviours[index]));
}

/** The first line in which the two differ, as a person would tell it; `null` when they agree. */
export function firstDifference({ inCPython, inMachine, failure }: Comparison): string | null {
  if (inMachine === null) return failure;
  return firstDifferentLine(linesOf(inCPython), linesOf(inMachine), 'CPython', 'bcasm');
}

function firstDifferentLine(
  expected: readonly string[],
  found: readonly string[],
  where: string,
  elsewhere: string,
): string | null {
  const index = expected.findIndex((line, at) => line !== found[at]);
  if (index < 0 && expected.length === found.length) return null;
  const at = index < 0 ? expected.length : index;
  const width = Math.max(where.length, elsewhere.length) + 1;
  const line = (place: string, text: string | undefined): string =>
    `\n  ${`${place}:`.padEnd(width)} ${text ?? '(nothing)'}`;
  return `output line ${at + 1}${line(where, expected[at])}${line(elsewhere, found[at])}`;
}

interface Translation {
  readonly text?: string;
  readonly refused?: string;
  readonly line?: number;
}

function compareOne({ name, source }: PythonProgram, translation: Translation, inCPython: Behaviour): Comparison {
  const { text } = translation;
  if (text === undefined) {
    const failure = `line ${translation.line}: cannot translate ${translation.refused}`;
    return { name, inCPython, inMachine: null, failure, text: '', diagnostics: [] };
  }
  const { program, diagnostics, verification } = analyze('program.bcasm', {
    read: () => ({ text }),
    resolve: importPath => importPath,
  });
  const common = { name, inCPython, text, diagnostics };
  if (program === null) return { ...common, inMachine: null, failure: `not assembled\n${describe(diagnostics, text)}` };
  try {
    const input = inputLines(source);
    const inMachine = runInMachine(program, input, {});
    const byFastEngine = runInMachine(program, input, { proofs: verification.functions, isFast: true });
    const difference = firstDifferentLine(linesOf(inMachine), linesOf(byFastEngine), 'plain engine', 'fast engine');
    return difference === null
      ? { ...common, inMachine, failure: null }
      : { ...common, inMachine: null, failure: difference };
  } catch (error) {
    const stack = error instanceof Error ? error.stack?.split('\n').slice(0, SHOWN_FRAMES).join('\n') : String(error);
    return { ...common, inMachine: null, failure: `the machine itself failed: ${stack}` };
  }
}

const SHOWN_FRAMES = 6;

/** The errors among diagnostics, each with the line of the text that it is about. */
function describe(diagnostics: readonly Diagnostic[], text: string): string {
  const lines = text.split('\n');
  return diagnostics
    .filter(({ kind }) => CATALOGUE[kind].severity === 'error')
    .slice(0, SHOWN_ERRORS)
    .map(({ message, span }) => `  ${message}: ${lines[span.start.line].trim()}`)
    .join('\n');
}

const SHOWN_ERRORS = 5;

function runInMachine(program: Program, input: readonly string[], options: Omit<MachineOptions, 'host'>): Behaviour {
  const lines = input.values();
  let output = '';
  const machine = new Machine(program, {
    host: { write: text => void (output += text), readLine: () => lines.next().value ?? null },
    ...options,
  });
  for (;;) {
    const stop = machine.run(RUN_BUDGET);
    if (stop.kind === 'budget') return { output, error: `still running after ${RUN_BUDGET} instructions` };
    if (stop.kind === 'uncaught') return { output, error: formatLastLine(stop.error) };
    if (stop.kind === 'halted') return { output, error: null };
  }
}

/** No program of the tests takes as many. */
const RUN_BUDGET = 20_000_000;

/** Asks one of the Python scripts all questions in one process: a JSON line each, a JSON line back. */
function askPython<Answer>(script: string, questions: readonly object[]): Answer[] {
  const output = execFileSync(findPython(), [script, '--batch'], {
    input: questions.map(question => `${JSON.stringify(question)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, PYTHONHASHSEED: '0', PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' },
  });
  return output
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Answer);
}

/** CPython 3.11, whose answers and wording are the ones that count; throws when there is none. */
export function findPython(): string {
  let version: string;
  try {
    version = execFileSync('python3', ['--version'], { encoding: 'utf8' });
  } catch (error) {
    throw new Error('the comparison with CPython needs `python3` on the PATH', { cause: error });
  }
  if (!version.startsWith('Python 3.11.')) throw new Error(`the comparison needs Python 3.11, found ${version.trim()}`);
  return 'python3';
}

function inputLines(source: string): string[] {
  return Array.from(source.matchAll(/^# input: ?(.*)$/gm), match => match[1]);
}

/** The lines of the output, and the error as one more. */
function linesOf({ output, error }: Behaviour): string[] {
  const printed = output
    // Where objects are differs from run to run.
    .replaceAll(/ at 0x[0-9a-f]+>/g, ' at 0x…>')
    .split('\n')
    .map((line, index, all) => (index < all.length - 1 ? line : line && `${line}(no line end)`));
  const lines = printed.at(-1) === '' ? printed.slice(0, -1) : printed;
  return error === null ? lines : [...lines, `error: ${error}`];
}
