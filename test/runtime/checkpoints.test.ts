import { expect, test } from 'vitest';
import type { Checkpoint, GeneratorObject, Program } from '../../vm/index.ts';
import { fingerprint } from '../support/fingerprint.ts';
import { LawRun, randomLawProgram, writtenPrograms, type LawProgram } from '../support/law-programs.ts';
import { randomFrom, type Random } from '../verifier/random.ts';
import { analyzeText } from '../support/run-program.ts';
import { SEED } from '../support/seed.ts';

const RANDOM_PROGRAMS = 200;
/** Milliseconds; for a busy machine. */
const PATIENCE = 120_000;

const programs = writtenPrograms();

test(`a restored state is the state, and goes on alike: all programs, from seed ${SEED}`, { timeout: PATIENCE }, () => {
  expect(programs.length).toBeGreaterThan(100);
  for (const [index, program] of programs.entries()) {
    try {
      checkProgram(program, randomFrom(SEED + index));
    } catch (error) {
      throw new Error(`${program.name} (${SEED + index})`, { cause: error });
    }
  }
});

test(`the same for random programs from seed ${SEED}`, { timeout: PATIENCE }, () => {
  for (let seed = SEED; seed < SEED + RANDOM_PROGRAMS; seed++) {
    checkProgram(randomLawProgram(seed), randomFrom(seed));
  }
});

test('a generator that rests holds nothing of those who drove it', () => {
  const text = `
.func count n
again: LOAD_VAR n
    YIELD
    POP_TOP
    JUMP again
.end
    LOAD_CONST 1
    CALL_FUNC count 1
    STORE_VAR numbers
    LOAD_CONST 1
    LOAD_VAR numbers
    CONTAINS
    POP_TOP`;
  const { program } = analyzeText(text, 'resting.bcasm');
  const run = new LawRun({ name: 'resting', program: program as Program, input: [], options: {} });
  expect(run.finish().kind).toBe('halted');
  const numbers = run.machine.boundGlobals().get('numbers') as GeneratorObject;
  expect(numbers.frame?.continuation).toBeNull();
});

/** What is known of a checkpoint: how many steps it is from the start, and how the state looked. */
interface Note {
  readonly checkpoint: Checkpoint;
  readonly at: number;
  readonly text: string;
}

/**
 * Runs a program with checkpoints in many places, goes back to any of them in any order, drops some, and goes on from wherever it
 * is. At every place where it has been before the state has to be what it was.
 */
function checkProgram(program: LawProgram, random: Random): void {
  const whole = new LawRun(program);
  const end = whole.finish();
  const length = Math.max(1, whole.machine.instructionCount);
  const run = new LawRun(program, { stressesHeap: random() < 0.3 });
  const { machine } = run;
  const known = new Map<number, string>();
  let notes: Note[] = [];
  let at = 0;
  const gap = 1 + Math.floor(random() * Math.max(1, length / 10));
  for (let round = 0; round < ROUNDS; round++) {
    for (let left = 1 + Math.floor(random() * gap); left > 0; left--, at++) machine.run(1);
    const text = fingerprint(machine);
    same(program, known.get(at) ?? text, text, 'a state that has been before');
    known.set(at, text);
    if (random() < 0.6) notes.push({ checkpoint: machine.checkpoint(), at, text });
    if (notes.length > 0 && random() < 0.3) {
      const index = Math.floor(random() * notes.length);
      const { checkpoint, text: then } = notes[index];
      at = notes[index].at;
      expect(machine.restore(checkpoint)).toBe(true);
      same(program, then, fingerprint(machine), 'the state of a checkpoint');
      for (const { checkpoint: gone } of notes.slice(index + 1)) expect(machine.restore(gone)).toBe(false);
      notes = notes.slice(0, index + 1);
    }
    if (notes.length > 0 && random() < 0.2)
      machine.drop(notes.splice(Math.floor(random() * notes.length), 1)[0].checkpoint);
  }
  same(program, whole.outcome(end), run.outcome(run.finish()), 'the end');
}

const ROUNDS = 12;

function same({ name }: LawProgram, expected: string, found: string, what: string): void {
  if (expected !== found) expect(found, `${name}: ${what}`).toBe(expected);
}
