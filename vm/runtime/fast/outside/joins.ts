import { Op } from '../../../isa/index.ts';
import { LARGE_UNITS } from '../../heap/plain-bytes.ts';
import { ListObject } from '../../objects/index.ts';
import { concatenate, extend } from '../../operations/sequences.ts';
import { opcodeAt, running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { goOn } from '../going.ts';
import { CODE } from '../registers.ts';
import { REFERENCES, TAGS, Tag, intAt, putReference } from '../slots.ts';
import { combineInts } from './big-ints.ts';
import { operate } from './operate.ts';

/** `ADD` of what the loop does not add: joins two strings or two lists, or adds ints. */
export function joinTop(pc: number, sp: number, fp: number, calls: number): number {
  if (TAGS[sp - 1] === Tag.Object && TAGS[sp - 2] === Tag.Object) return joinLists(pc, sp, fp, calls);
  if (TAGS[sp - 1] !== Tag.String || TAGS[sp - 2] !== Tag.String) return combineInts(pc, sp, fp, calls);
  const left = REFERENCES[sp - 2] as string;
  const right = REFERENCES[sp - 1] as string;
  // The heap counts long ones.
  if (left.length + right.length >= LONG) return operate(pc, sp, fp, calls);
  REFERENCES[sp - 2] = left + right;
  return sp - 1;
}

/** `BUILD_STRING` of strings and ints. */
export function buildString(pc: number, sp: number, fp: number, calls: number): number {
  const first = sp - CODE[pc + 1];
  let text = '';
  for (let slot = first; slot < sp; slot++) {
    if (TAGS[slot] === Tag.String) text += REFERENCES[slot] as string;
    else if (TAGS[slot] === Tag.Int) text += intAt(slot);
    else return operate(pc, sp, fp, calls);
  }
  if (text.length >= LONG) return operate(pc, sp, fp, calls);
  TAGS[first] = Tag.String;
  REFERENCES[first] = running().machine.heap.made(text);
  return goOn(pc, first + 1, fp, calls);
}

/** Two lists in a new one, or in place. */
function joinLists(pc: number, sp: number, fp: number, calls: number): number {
  const left = REFERENCES[sp - 2];
  const right = REFERENCES[sp - 1];
  if (!(left instanceof ListObject) || !(right instanceof ListObject)) return operate(pc, sp, fp, calls);
  const { machine } = running();
  try {
    if (opcodeAt(pc, calls) === Op.ADD) putReference(sp - 2, concatenate(machine, left, right) as ListObject);
    // It stays where it is.
    else extend(machine, left, right);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, sp - 1, fp, calls);
}

const LONG = LARGE_UNITS;
