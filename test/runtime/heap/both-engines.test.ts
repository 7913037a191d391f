import { expect, test } from 'vitest';
import { BUILT_IN_NAMES, verify } from '../../../vm/index.ts';
import { LawRun, writtenPrograms, type LawProgram } from '../../support/law-programs.ts';

/** Milliseconds; for a busy machine. */
const PATIENCE = 120_000;
/** So small that most of the programs collect again and again, and many run out of memory. */
const HEAPS = [5_000, 9_000, 20_000, 40_000];

const programs = writtenPrograms();

test.each(HEAPS)(
  'with %d bytes both engines collect, and run out, at the same instructions',
  { timeout: PATIENCE },
  bytes => {
    let collections = 0;
    for (const program of programs) {
      const expected = collectionsOf(program, bytes, false);
      const found = collectionsOf(program, bytes, true);
      if (found.join() !== expected.join()) expect(found, program.name).toEqual(expected);
      collections += expected.length - 1;
    }
    expect(collections).toBeGreaterThan(programs.length);
  },
);

/** Where a run collects, each place as `instructions function:at`, and what comes of it. */
function collectionsOf(law: LawProgram, heapBytes: number, isFast: boolean): string[] {
  const { program, options } = law;
  const proofs = verify(program, { builtIns: BUILT_IN_NAMES }).functions;
  const run = new LawRun(
    { ...law, options: { ...options, limits: { ...options.limits, heapBytes } } },
    { proofs, isFast },
  );
  const { machine } = run;
  const places: string[] = [];
  const collect = machine.collect.bind(machine);
  machine.collect = () => {
    const { function: index, at } = machine.frame(machine.frameCount - 1);
    places.push(`${machine.instructionCount} ${index}:${at}`);
    return collect();
  };
  const outcome = run.outcome(run.finish());
  return [...places, outcome];
}
