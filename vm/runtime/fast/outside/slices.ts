import { ListObject } from '../../objects/index.ts';
import { plainSlice } from '../../operations/indexing.ts';
import type { Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { goOn } from '../going.ts';
import { REFERENCES, TAGS, Tag, putValue, valueAt } from '../slots.ts';
import { operate } from './operate.ts';

/** `SLICE` of a string or a list. */
export function sliceTop(pc: number, sp: number, fp: number, calls: number): number {
  const slot = sp - 4;
  const container = TAGS[slot] >= Tag.String ? REFERENCES[slot] : null;
  if (!(typeof container === 'string' || container instanceof ListObject)) return operate(pc, sp, fp, calls);
  try {
    const { machine } = running();
    const start = valueAt(sp - 3) as Value;
    const stop = valueAt(sp - 2) as Value;
    const part = plainSlice(machine, container, start, stop, valueAt(sp - 1) as Value);
    if (part === undefined) return operate(pc, sp, fp, calls);
    putValue(slot, machine.heap.made(part));
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, slot + 1, fp, calls);
}
