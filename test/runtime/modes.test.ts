import { expect, test } from 'vitest';
import { BUILT_IN_NAMES, decodeProgram, encodeProgram, verify, type Program, type StackProof } from '../../vm/index.ts';
import { takeAllWords } from '../../vm/runtime/fast/taken-words.ts';
import { tiers } from '../../vm/runtime/fast/tiers.ts';
import { LawRun, randomLawProgram, writtenPrograms, type LawProgram } from '../support/law-programs.ts';
import { SEED } from '../support/seed.ts';

const RANDOM_PROGRAMS = 500;
/** Milliseconds; for a busy machine. */
const PATIENCE = 120_000;

/** The ways in which a program can be run; what it does is the same in each. */
const MODES: Readonly<Record<string, (program: LawProgram) => string>> = {
  'in slices of one step': program => {
    const run = new LawRun(program);
    return run.outcome(run.finish(1));
  },
  'unchecked where that is proven': program => {
    const run = new LawRun(program, { proofs: proofsOf(program.program) });
    return run.outcome(run.finish());
  },
  'by the fast engine': program => {
    takeAllWords(true);
    const run = new LawRun(program, { proofs: proofsOf(program.program), isFast: true });
    return run.outcome(run.finish());
  },
  'by the fast engine, whose loop takes one word after the other': program => {
    takeAllWords(false);
    const run = new LawRun(program, { proofs: proofsOf(program.program), isFast: true });
    return run.outcome(run.finish());
  },
  'by the fast engine, without its loop': program => {
    tiers.only = 'steps';
    const run = new LawRun(program, { proofs: proofsOf(program.program), isFast: true });
    const outcome = run.outcome(run.finish());
    tiers.only = null;
    return outcome;
  },
  'by the fast engine, in slices': program => {
    const run = new LawRun(program, { proofs: proofsOf(program.program), isFast: true });
    return run.outcome(run.finish(7));
  },
  'by the fast engine, although nothing is proven': program => {
    const run = new LawRun(program, { proofs: [], isFast: true });
    return run.outcome(run.finish());
  },
  'by the fast engine, with checkpoints': program => {
    const run = new LawRun(program, { proofs: proofsOf(program.program), isFast: true });
    checkpointed(run);
    return run.outcome(run.finish());
  },
  'by the fast engine, with a collection at every allocation': program => {
    const run = new LawRun(program, { proofs: proofsOf(program.program), isFast: true, stressesHeap: true });
    return run.outcome(run.finish());
  },
  'after it was bytes': program => {
    const run = new LawRun(decoded(program));
    return run.outcome(run.finish());
  },
  'with a collection at every allocation': program => {
    const run = new LawRun(program, { stressesHeap: true });
    return run.outcome(run.finish());
  },
  'with checkpoints every few steps': program => {
    const run = new LawRun(program);
    checkpointed(run);
    return run.outcome(run.finish());
  },
  'as bytes, unchecked, collecting, in slices': program => {
    const fromBytes = decoded(program);
    const run = new LawRun(fromBytes, { proofs: proofsOf(fromBytes.program), stressesHeap: true });
    return run.outcome(run.finish(3));
  },
  'observed at every instruction': program => {
    let observed = 0;
    const run = new LawRun(program, { onInstruction: () => observed++ });
    const outcome = run.outcome(run.finish());
    expect(observed).toBe(run.machine.instructionCount);
    return outcome;
  },
};

const CHECKPOINTS = 200;

/** Goes forward in small steps, and now and then back. */
function checkpointed(run: LawRun): void {
  for (let round = 0; round < CHECKPOINTS; round++) {
    const checkpoint = run.machine.checkpoint();
    run.machine.run(1 + (round % 7));
    if (round % 3 === 0) run.machine.restore(checkpoint);
    if (round % 5 === 0) run.machine.drop(checkpoint);
  }
}

function proofsOf(program: Program): readonly StackProof[] {
  return verify(program, { builtIns: BUILT_IN_NAMES }).functions;
}

function decoded(program: LawProgram): LawProgram {
  const read = decodeProgram(encodeProgram(program.program, false));
  if (!('program' in read)) throw new Error(`${program.name} is not read back from its bytes`);
  return { ...program, program: read.program };
}

const programs = writtenPrograms();
const randomPrograms = Array.from({ length: RANDOM_PROGRAMS }, (_, index) => randomLawProgram(SEED + index));

test.each(Object.keys(MODES))('every program does the same %s', { timeout: PATIENCE }, mode => {
  expect(programs.length).toBeGreaterThan(100);
  for (const program of programs) check(program, mode);
});

test.each(Object.keys(MODES))(`random programs from seed ${SEED} do the same %s`, { timeout: PATIENCE }, mode => {
  for (const program of randomPrograms) check(program, mode);
});

function check(program: LawProgram, mode: string): void {
  const plain = new LawRun(program);
  const expected = plain.outcome(plain.finish());
  const found = resultOf(program, mode);
  if (found !== expected) expect(found, `${program.name} ${mode}`).toBe(expected);
}

function resultOf(program: LawProgram, mode: string): string {
  try {
    return MODES[mode](program);
  } catch (error) {
    throw new Error(`${program.name} ${mode}`, { cause: error });
  }
}

test('most functions of the programs run unchecked', () => {
  const proofs = programs.flatMap(({ program }) => proofsOf(program));
  const proven = proofs.filter(({ isStackSafe, maximumHeight }) => isStackSafe && maximumHeight >= 0);
  expect(proven.length / proofs.length).toBeGreaterThan(0.9);
});
