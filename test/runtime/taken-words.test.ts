import { beforeEach, expect, test } from 'vitest';
import { runLoop } from '../../vm/runtime/fast/generated/loop.ts';
import { Word } from '../../vm/runtime/fast/generated/words.ts';
import { CODE, FUSED_CODE, REGISTERS, Register } from '../../vm/runtime/fast/registers.ts';
import { linkLoop, takeAllWords, takeWords } from '../../vm/runtime/fast/taken-words.ts';

/* Two loops that never end, each with a word of its own. */
const FIRST = 2;
const SECOND = 8;
const PROGRAM = [Word.LEAVE, 0, Word.NOP, 0, Word.JUMP, FIRST, Word.LEAVE, 0, Word.DUP_TOP, 0, Word.POP_TOP, 0];
const LENGTH = PROGRAM.length + 2;

beforeEach(() => {
  FUSED_CODE.set([...PROGRAM, Word.JUMP, SECOND]);
  linkLoop(LENGTH);
  takeAllWords(false);
  takeWords(false);
});

test('the loop leaves to their steps the words that it has not taken, and does the same', () => {
  expect(wordsOfLoop()).toEqual([]);
  expect(run(FIRST, 1_000)).toBeGreaterThanOrEqual(1_000);
  expect(REGISTERS[Register.pc]).toBe(FIRST);
  expect(wordsOfLoop()).toEqual([]);
});

test('it takes what is frequent, and puts it in the place of its step when it comes there', () => {
  run(FIRST, 1_000);
  takeWords(false);
  expect(wordsOfLoop()).toEqual([]);
  run(FIRST, 100);
  expect(wordsOfLoop()).toEqual([Word.NOP, Word.JUMP]);
});

test('when it has been compiled it gives back what it has taken and not done, and keeps what it has done', () => {
  run(FIRST, 1_000);
  takeWords(false);
  run(FIRST, 100);
  takeWords(false);
  run(FIRST, 100);
  run(SECOND, 1_000);
  takeWords(false);
  run(SECOND, 10);
  takeWords(true);
  expect(wordsOfLoop()).toEqual([Word.NOP, Word.JUMP, Word.JUMP]);
});

test('once it has been compiled it takes no more until much has been left to steps', () => {
  takeWords(true);
  run(FIRST, 100_000);
  takeWords(true);
  run(FIRST, 10);
  expect(wordsOfLoop()).toEqual([]);
  run(FIRST, 2_000_000);
  takeWords(true);
  run(FIRST, 10);
  expect(wordsOfLoop()).toEqual([Word.NOP, Word.JUMP]);
});

/** The words in the code of the loop that it does itself. */
function wordsOfLoop(): number[] {
  return [...CODE.subarray(0, LENGTH)].filter(
    (word, at) => at % 2 === 0 && word !== Word.BY_STEP && word !== Word.LEAVE,
  );
}

/** Runs at least so many words; answers how many. */
function run(from: number, words: number): number {
  REGISTERS[Register.pc] = from;
  REGISTERS[Register.sp] = 100;
  runLoop(words);
  return REGISTERS[Register.words];
}
