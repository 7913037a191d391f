import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { BUILT_IN_NAMES, verify, type Program } from '../../vm/index.ts';
import { compare, firstDifference } from '../oracle/comparison.ts';
import { LawRun, type LawProgram } from '../support/law-programs.ts';
import { analyzeText } from '../support/run-program.ts';
import { RandomValues } from '../values/random.ts';
import { programOfGenerators } from './random-generator-programs.ts';

// CPython has to start, and runs every program.
vi.setConfig({ testTimeout: 120_000 });

const ORACLE = path.join(import.meta.dirname, '../oracle');
const PROGRAMS = 60;

const random = new RandomValues('generators');
const sources = random.times(PROGRAMS, () => ({ name: 'generators', source: programOfGenerators(random) }));
const comparisons = compare(sources, ORACLE);

test('random generators with handlers do what they do in CPython', () => {
  const differences = comparisons.flatMap((comparison, index) => {
    const difference = firstDifference(comparison);
    return difference === null ? [] : [`${difference}\n${sources[index].source}`];
  });
  expect(differences).toEqual([]);
});

/** Instructions from one checkpoint, or end of a slice, to the next. */
const SLICES = [1, 3, 40, 500];

test('they do so on the fast engine, in slices of any length, and on the way back', () => {
  for (const { text } of comparisons) {
    const { program } = analyzeText(text, 'generators.bcasm');
    const law: LawProgram = { name: 'generators', program: program as Program, input: [], options: {} };
    const plain = new LawRun(law);
    const expected = plain.outcome(plain.finish());
    const whole = fastRun(law);
    expect(whole.outcome(whole.finish()), text).toBe(expected);
    for (const slice of SLICES) {
      const sliced = fastRun(law);
      expect(sliced.outcome(sliced.finish(slice)), text).toBe(expected);
      const travelling = fastRun(law);
      goForthAndBack(travelling, slice);
      expect(travelling.outcome(travelling.finish()), text).toBe(expected);
    }
  }
});

function fastRun(law: LawProgram): LawRun {
  const proofs = verify(law.program, { builtIns: BUILT_IN_NAMES }).functions;
  return new LawRun(law, { proofs, isFast: true, listsObjects: false });
}

const ROUNDS = 60;

/** Every other time it goes back to where it was, or to where it was before that. */
function goForthAndBack({ machine }: LawRun, slice: number): void {
  for (let round = 0; round < ROUNDS; round++) {
    const first = machine.checkpoint();
    machine.run(slice + round);
    const second = machine.checkpoint();
    machine.run(3 * slice);
    if (round % 2 === 0) machine.restore(round % 4 === 0 ? first : second);
  }
}
