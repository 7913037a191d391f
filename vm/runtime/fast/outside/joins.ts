import { LARGE_UNITS } from '../../heap/plain-bytes.ts';
import { ListObject, TupleObject } from '../../objects/index.ts';
import { concatenate, extend, repeatSequence } from '../../operations/sequences.ts';
import type { HeapObject } from '../../values/index.ts';
import { running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { goOn } from '../going.ts';
import { CODE } from '../registers.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, intAt, putReference } from '../slots.ts';
import { combineInts } from './big-ints.ts';
import { operate } from './operate.ts';

/** `ADD` of what the loop does not add: joins two strings, lists or tuples, or adds ints. */
export function joinTop(pc: number, sp: number, fp: number, calls: number): number {
  if (TAGS[sp - 1] === Tag.Object && TAGS[sp - 2] === Tag.Object) return joinSequences(pc, sp, fp, calls);
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

/** Two lists or tuples in a new one, or a list in place. */
function joinSequences(pc: number, sp: number, fp: number, calls: number): number {
  const left = REFERENCES[sp - 2] as HeapObject;
  const right = REFERENCES[sp - 1] as HeapObject;
  const { machine } = running();
  try {
    const areLists = left instanceof ListObject && right instanceof ListObject;
    // A list stays where it is.
    if (areLists && CODE[pc + 1] === 1) {
      extend(machine, left, right);
    } else {
      const joined = concatenate(machine, left, right);
      if (joined === undefined) return operate(pc, sp, fp, calls);
      putReference(sp - 2, joined);
    }
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, sp - 1, fp, calls);
}

/** `MUL` of what the loop does not multiply: repeats a list or a tuple, or multiplies ints. */
export function repeatTop(pc: number, sp: number, fp: number, calls: number): number {
  if (TAGS[sp - 2] !== Tag.Object) return combineInts(pc, sp, fp, calls);
  const sequence = REFERENCES[sp - 2];
  const isSequence = sequence instanceof ListObject || sequence instanceof TupleObject;
  if (!isSequence || TAGS[sp - 1] !== Tag.Int) return operate(pc, sp, fp, calls);
  try {
    const isInPlace = CODE[pc + 1] === 1;
    putReference(sp - 2, repeatSequence(running().machine, sequence, NUMBERS[sp - 1], isInPlace));
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, sp - 1, fp, calls);
}

const LONG = LARGE_UNITS;
