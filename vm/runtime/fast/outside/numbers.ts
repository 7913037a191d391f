import { Raised } from '../../errors.ts';
import {
  ZERO_DIVISION,
  floorDivideFloats,
  floorDivideInts,
  moduloFloats,
  moduloInts,
  powerFloats,
  powerInts,
} from '../../values/index.ts';
import { raiseInLoop } from '../errors.ts';
import { Word } from '../generated/words.ts';
import { PLAIN_CODE } from '../registers.ts';
import { NUMBERS, TAGS, Tag, intAt } from '../slots.ts';
import { combineInts } from './big-ints.ts';
import { operate } from './operate.ts';

/** `DIV`, `FLOOR_DIV` and `MOD` of what the loop does not divide itself: floats, ints below zero, and anything by zero. */
export function divide(pc: number, sp: number, fp: number, calls: number): number {
  const left = sp - 2;
  const right = sp - 1;
  const areInts = TAGS[left] === Tag.Int && TAGS[right] === Tag.Int;
  const word = PLAIN_CODE[pc];
  if (!areInts && !areFloats(left, right)) {
    return word === Word.DIV ? operate(pc, sp, fp, calls) : combineInts(pc, sp, fp, calls);
  }
  if (NUMBERS[right] === 0) {
    if (!areInts) return operate(pc, sp, fp, calls);
    // Raised and not thrown: the host takes a hundred times as long for a `throw` as for a call.
    const operator = word === Word.DIV ? 'DIV' : word === Word.MOD ? 'MOD' : 'FLOOR_DIV';
    return raiseInLoop(new Raised('ZeroDivisionError', ZERO_DIVISION[operator]), pc, sp, fp, calls);
  }
  if (areInts) {
    const divided = word === Word.MOD ? moduloInts : floorDivideInts;
    NUMBERS[left] = divided(NUMBERS[left], NUMBERS[right]) as number;
  } else {
    const divided = word === Word.MOD ? moduloFloats : floorDivideFloats;
    NUMBERS[left] = divided(NUMBERS[left], NUMBERS[right]);
    TAGS[left] = Tag.Float;
  }
  return right;
}

/** `POW` */
export function raiseToPower(pc: number, sp: number, fp: number, calls: number): number {
  const base = sp - 2;
  const exponent = sp - 1;
  if (TAGS[base] === Tag.Int && TAGS[exponent] === Tag.Int) {
    // What becomes large is counted by the heap.
    if (NUMBERS[exponent] < 0 || NUMBERS[exponent] > MOST_BITS) return operate(pc, sp, fp, calls);
    const power = powerInts(intAt(base), intAt(exponent));
    if (typeof power !== 'number') return operate(pc, sp, fp, calls);
    NUMBERS[base] = power;
    return exponent;
  }
  if (!areFloats(base, exponent)) return operate(pc, sp, fp, calls);
  try {
    NUMBERS[base] = powerFloats(NUMBERS[base], NUMBERS[exponent]);
    TAGS[base] = Tag.Float;
    return exponent;
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}

/** Of an int; those of more are not worth the attempt here. */
const MOST_BITS = 53;

/** Whether two numbers come to a float, in which an int of a slot fits. */
function areFloats(left: number, right: number): boolean {
  return TAGS[left] <= Tag.Float && TAGS[right] <= Tag.Float && (TAGS[left] === Tag.Float || TAGS[right] === Tag.Float);
}
