import { TESTS, type Test } from '../../handlers/control.ts';
import { plainTruth, truth } from '../../operations/truth.ts';
import type { Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { Word } from '../generated/words.ts';
import { PLAIN_CODE } from '../registers.ts';
import { settleInLoop } from '../settle.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, valueAt } from '../slots.ts';

/** The truth of any value: 0 or 1, or -1 where the program has to be asked. */
export function truthAt(slot: number): number {
  const tag = TAGS[slot];
  if (tag <= Tag.Bool) return NUMBERS[slot] === 0 ? 0 : 1;
  if (tag === Tag.None) return 0;
  if (tag === Tag.String) return (REFERENCES[slot] as string) === '' ? 0 : 1;
  const known = plainTruth(valueAt(slot) as Value);
  if (known === undefined) return -1;
  return known ? 1 : 0;
}

/** A conditional jump on a value whose truth only the program knows. */
export function askForTruth(pc: number, sp: number, fp: number, calls: number): number {
  const { keeps, decide } = TEST_OF_WORD[PLAIN_CODE[pc]] as Test;
  const outcome = truth(running().machine, valueAt(sp - 1) as Value);
  return settleInLoop(outcome, null, decide, pc + 2, keeps ? sp : sp - 1, fp, calls);
}

/** By word. */
const TEST_OF_WORD: readonly (Test | undefined)[] = (() => {
  const table: (Test | undefined)[] = [];
  for (const [name, test] of Object.entries(TESTS)) table[Word[name as keyof typeof TESTS]] = test;
  return table;
})();
