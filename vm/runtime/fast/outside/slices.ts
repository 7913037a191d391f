import { isCountedWhenMade } from '../../heap/heap.ts';
import { ListObject } from '../../objects/index.ts';
import { plainPart } from '../../operations/indexing.ts';
import type { Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { goOn } from '../going.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, putValue, valueAt } from '../slots.ts';
import { operate } from './operate.ts';

/** `SLICE` of a string or a list that takes every item. */
export function sliceTop(pc: number, sp: number, fp: number, calls: number): number {
  const slot = sp - 4;
  const step = sp - 1;
  const isEvery = TAGS[step] === Tag.None || (TAGS[step] === Tag.Int && NUMBERS[step] === 1);
  const container = TAGS[slot] >= Tag.String ? REFERENCES[slot] : null;
  if (!isEvery || !(typeof container === 'string' || container instanceof ListObject))
    return operate(pc, sp, fp, calls);
  try {
    const part = plainPart(running().machine, container, valueAt(sp - 3) as Value, valueAt(sp - 2) as Value);
    if (part === undefined || isCountedWhenMade(part)) return operate(pc, sp, fp, calls);
    putValue(slot, part);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, slot + 1, fp, calls);
}
