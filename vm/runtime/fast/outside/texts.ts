import { LARGE_UNITS } from '../../heap/plain-bytes.ts';
import { compareCodePoints } from '../../values/code-points.ts';
import { PLAIN_CODE } from '../registers.ts';
import { NUMBERS, REFERENCES, TAGS, Tag } from '../slots.ts';
import { Word } from '../generated/words.ts';
import { combineInts } from './big-ints.ts';
import { operate } from './operate.ts';

/** `ADD` of what the loop does not add: joins two strings, or adds ints. */
export function joinTop(pc: number, sp: number, fp: number, calls: number): number {
  if (TAGS[sp - 1] !== Tag.String || TAGS[sp - 2] !== Tag.String) return combineInts(pc, sp, fp, calls);
  const left = REFERENCES[sp - 2] as string;
  const right = REFERENCES[sp - 1] as string;
  // The heap counts long ones.
  if (left.length + right.length >= LONG) return operate(pc, sp, fp, calls);
  REFERENCES[sp - 2] = left + right;
  return sp - 1;
}

const LONG = LARGE_UNITS;

/** `LT`, `LE`, `GT` and `GE` of what the loop does not compare: two strings. */
export function orderTop(pc: number, sp: number, fp: number, calls: number): number {
  if (TAGS[sp - 1] !== Tag.String || TAGS[sp - 2] !== Tag.String) return operate(pc, sp, fp, calls);
  const order = compareCodePoints(REFERENCES[sp - 2] as string, REFERENCES[sp - 1] as string);
  TAGS[sp - 2] = Tag.Bool;
  NUMBERS[sp - 2] = isInOrder(PLAIN_CODE[pc], order) ? 1 : 0;
  return sp - 1;
}

function isInOrder(word: number, order: number): boolean {
  switch (word) {
    case Word.LT:
      return order < 0;
    case Word.LE:
      return order <= 0;
    case Word.GT:
      return order > 0;
    default:
      return order >= 0;
  }
}
