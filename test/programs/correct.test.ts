import { expect, test } from 'vitest';
import { CATALOGUE, Machine, type Diagnostic } from '../../vm/index.ts';
import { analyzeText } from '../support/run-program.ts';
import { SEED } from '../support/seed.ts';
import { translations } from '../support/translations.ts';
import { randomFrom } from '../verifier/random.ts';
import { randomPython } from './random-python.ts';

/** Loops inside of loops that call functions with loops. */
const STEPS = 200_000;
const PROGRAM_COUNT = 400;

const sources = Array.from({ length: PROGRAM_COUNT }, (_, index) => randomPython(randomFrom(SEED * 100_000 + index)));

test(`${PROGRAM_COUNT} programs without a mistake have no warning and no error (seed ${SEED})`, () => {
  for (const [index, text] of translations(sources).entries()) {
    const told = `seed ${SEED}, program ${index}:\n${sources[index]}\n${text}`;
    const { program, diagnostics } = analyzeText(text, '/main.bcasm');
    expect(diagnostics.filter(isAlarm).map(describe), told).toEqual([]);
    if (program === null) expect.fail(told);
    // That they are right is seen by running them.
    const machine = new Machine(program, { host: { write: () => {}, readLine: () => null } });
    const stop = machine.run(STEPS);
    if (stop.kind !== 'budget') expect(stop.kind, told).toBe('halted');
  }
});

function isAlarm({ kind }: Diagnostic): boolean {
  return ['error', 'warning'].includes(CATALOGUE[kind].severity);
}

function describe({ kind, span, message }: Diagnostic): string {
  return `${span.start.line + 1}:${span.start.column + 1} ${kind}: ${message}`;
}
