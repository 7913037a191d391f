import { LARGE_UNITS } from '../../heap/plain-bytes.ts';
import { REFERENCES, TAGS, Tag } from '../slots.ts';
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
