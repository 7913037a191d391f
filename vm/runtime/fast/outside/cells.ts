import type { Cell } from '../../objects/index.ts';
import type { Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { goOn } from '../going.ts';
import { CODE } from '../registers.ts';
import { REFERENCES, valueAt } from '../slots.ts';

/** `STORE_VAR` of a variable that functions share. */
export function storeCell(pc: number, sp: number, fp: number, calls: number): number {
  const cell = REFERENCES[fp + CODE[pc + 1]] as Cell;
  cell.set(running().machine.heap, valueAt(sp - 1) as Value);
  return goOn(pc, sp - 1, fp, calls);
}
