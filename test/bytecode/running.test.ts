import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Machine, decodeProgram, encodeProgram, type Program } from '../../vm/index.ts';
import { ROOT } from '../support/bundled-cli.ts';
import { readExpectations, type Expectations } from '../support/expectations.ts';
import { randomProgram } from '../verifier/random-program.ts';
import { PROGRAM_FILES, programOf, programOfFile } from './programs.ts';
import { SEED } from '../support/seed.ts';

const RANDOM_PROGRAMS = 100;
const BUDGET = 20_000;

describe('a program does the same after it was bytes, stripped or not', () => {
  test.each(PROGRAM_FILES)('%s', file => {
    const hasExpectations = !file.startsWith('examples/');
    const text = hasExpectations ? readFileSync(path.join(ROOT, file), 'utf8') : '';
    checkSame(programOfFile(file), readExpectations(text));
  });

  test(`random ones, from seed ${SEED}`, { timeout: 60_000 }, () => {
    for (let seed = SEED; seed < SEED + RANDOM_PROGRAMS; seed++) {
      const text = randomProgram(seed);
      checkSame(programOf(text), readExpectations(''), `seed ${seed}\n${text}`);
    }
  });
});

function checkSame(program: Program, expectations: Expectations, message?: string): void {
  const expected = run(program, expectations);
  for (const isStripped of [false, true]) {
    const decoded = decodeProgram(encodeProgram(program, isStripped));
    expect('program' in decoded && run(decoded.program, expectations), message).toEqual(expected);
  }
}

/** All that can be seen of a run from outside, but for lines. */
function run(program: Program, { input, limits, undefinedIsNone }: Expectations): unknown {
  const lines = input.values();
  let output = '';
  const machine = new Machine(program, {
    host: { write: text => void (output += text), readLine: () => lines.next().value ?? null },
    limits: { depth: 100, ...limits },
    undefinedIsNone,
  });
  let stop = machine.run(BUDGET);
  for (let left = 3; left > 0 && stop.kind === 'break-instruction'; left--) stop = machine.run(BUDGET);
  const error = stop.kind === 'uncaught' ? `${stop.error.kind}: ${stop.error.message}` : null;
  const places = stop.kind === 'uncaught' ? stop.error.traceback.map(({ name, at }) => `${name} ${at}`) : [];
  const { instructionCount, allocationCount } = machine;
  return { kind: stop.kind, output, error, places, instructionCount, allocationCount };
}
