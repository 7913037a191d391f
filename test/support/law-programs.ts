import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Machine, type MachineOptions, type Program, type Stop } from '../../vm/index.ts';
import { PROGRAMS } from '../oracle/corpus.ts';
import { randomProgram } from '../verifier/random-program.ts';
import { readExpectations, splitCases } from './expectations.ts';
import { analyzeText } from './run-program.ts';

/** A program for laws that hold for every program, with the input and the limits that it is meant for. */
export interface LawProgram {
  readonly name: string;
  readonly program: Program;
  readonly input: readonly string[];
  readonly options: Omit<MachineOptions, 'host'>;
}

const TEST = path.resolve(import.meta.dirname, '..');

/** All programs of the tests and the examples, and those of the comparison with CPython. */
export function writtenPrograms(): LawProgram[] {
  return [...bcasmPrograms(), ...translatedPrograms()].filter(isRun);
}

/** A mistake of the machine itself in a plain run is for the comparison with CPython to report. */
function isRun(program: LawProgram): boolean {
  try {
    new LawRun(program).finish();
    return true;
  } catch {
    return false;
  }
}

/** A program from a seed; it may run for ever, and is stopped after some instructions. Every third has a small stack. */
export function randomLawProgram(seed: number): LawProgram {
  const { program } = analyzeText(randomProgram(seed), 'random.bcasm');
  if (program === null) throw new Error(`the random program ${seed} does not assemble`);
  return {
    name: `seed ${seed}`,
    program,
    input: ['12', 'abc', '', '0', '7', 'x'],
    options: { limits: { instructions: RANDOM_STEPS, depth: 50, stack: seed % 3 === 0 ? (seed % 10) + 3 : 1000 } },
  };
}

/** Few: by recursion numbers and strings can double again and again. */
const RANDOM_STEPS = 150;

/** A machine for a program, and what it has written. */
export class LawRun {
  output = '';
  readonly machine: Machine;

  constructor({ program, input, options }: LawProgram, more: Partial<MachineOptions> = {}) {
    const lines = input.values();
    this.machine = new Machine(program, {
      host: { write: text => void (this.output += text), readLine: () => lines.next().value ?? null },
      listsObjects: true,
      ...options,
      limits: { instructions: LONGEST, ...options.limits },
      ...more,
    });
  }

  /** Runs to the end, at most `slice` steps at a time. */
  finish(slice = Infinity): Stop {
    let stop = this.machine.run(slice);
    while (stop.kind === 'budget' || stop.kind === 'break-instruction') stop = this.machine.run(slice);
    return stop;
  }

  /** What can be told of a run from outside; an address is the number of an allocation, so it tells of those as well. */
  outcome(stop: Stop): string {
    const { machine } = this;
    return JSON.stringify({
      output: this.output,
      stop: describe(stop),
      instructions: machine.instructionCount,
      allocations: machine.allocationCount,
    });
  }
}

/** No program is followed further. */
const LONGEST = 20_000;

function describe(stop: Stop): unknown {
  if (stop.kind === 'halted') return stop.result.length;
  if (stop.kind !== 'uncaught') return stop.kind;
  const { kind, message, traceback } = stop.error;
  return { kind, message, traceback: traceback.map(each => [each.name, each.at, each.stack.length]) };
}

function bcasmPrograms(): LawProgram[] {
  const places = ['programs', 'programs/errors', EXAMPLES].map(each => path.join(TEST, each));
  return places.flatMap(directory =>
    readdirSync(directory)
      .filter(name => name.endsWith('.bcasm'))
      .flatMap(name => {
        const text = readFileSync(path.join(directory, name), 'utf8');
        const cases = directory.endsWith('errors') ? splitCases(text).map(each => each.text) : [text];
        return cases.flatMap(each => lawProgramOf(name, path.join(directory, name), each));
      }),
  );
}

const EXAMPLES = '../examples';

function lawProgramOf(name: string, file: string, text: string): LawProgram[] {
  const { program } = analyzeText(text, file);
  // The comments of the examples are for people.
  const isExample = file.startsWith(path.join(TEST, EXAMPLES));
  const { input, limits, undefinedIsNone } = readExpectations(isExample ? '' : text);
  return program === null ? [] : [{ name, program, input, options: { limits, undefinedIsNone } }];
}

function translatedPrograms(): LawProgram[] {
  const answers = execFileSync('python3', [path.join(TEST, 'oracle/translate.py'), '--batch'], {
    input: PROGRAMS.map(({ source }) => `${JSON.stringify({ source })}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return answers
    .trimEnd()
    .split('\n')
    .flatMap((line, index) => {
      const { text } = JSON.parse(line) as { text?: string };
      if (text === undefined) return [];
      const { name, source } = PROGRAMS[index];
      const { program } = analyzeText(text, `${name}.bcasm`);
      const input = [...source.matchAll(/^# input: (.*)$/gm)].map(match => match[1]);
      return program === null ? [] : [{ name, program, input, options: {} }];
    });
}
