import { ZERO_DIVISION, floorDivideInts, moduloInts, type Int, type WideInt } from '../../values/index.ts';
import { addInts, multiplyInts, negateInt, subtractInts } from '../../values/int-arithmetic.ts';
import { andInts, invertInt, orInts, shiftLeft, shiftRight, xorInts } from '../../values/int-bits.ts';
import {
  LEFT,
  RIGHT,
  addWide,
  andSmall,
  andWide,
  divideWide,
  loadBigInt,
  loadSmall,
  loadWide,
  moduloWide,
  moduloSmall,
  multiplySmall,
  multiplyWide,
  orWide,
  shiftLeftWide,
  shiftRightWide,
  subtractWide,
  xorWide,
  type SmallOrWide,
} from '../../values/wide-int.ts';
import { Raised } from '../../errors.ts';
import { running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { Word } from '../generated/words.ts';
import { goOn } from '../going.ts';
import { PLAIN_CODE } from '../registers.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, intAt, putWide, valueAt } from '../slots.ts';
import { operate } from './operate.ts';

/** Operators of two ints that the loop does not compute itself: an operand or the result is beyond 53 bits, or one of bits beyond 31. */
export function combineInts(pc: number, sp: number, fp: number, calls: number): number {
  const left = sp - 2;
  if (!holdsInt(left) || !holdsInt(sp - 1)) return operate(pc, sp, fp, calls);
  const word = PLAIN_CODE[pc];
  if (TAGS[sp - 1] === Tag.Int && NUMBERS[sp - 1] === 0 && (word === Word.MOD || word === Word.FLOOR_DIV)) {
    // Raised and not thrown: the host takes a hundred times as long for a `throw` as for a call.
    const message = ZERO_DIVISION[word === Word.MOD ? 'MOD' : 'FLOOR_DIV'];
    return raiseInLoop(new Raised('ZeroDivisionError', message), pc, sp, fp, calls);
  }
  const wide = combinedSoon(word, left, sp - 1) ?? combinedWide(word, left, sp - 1);
  if (wide !== undefined) return putInt(left, wide, pc, fp, calls);
  try {
    return putInt(left, combined(word, anyIntAt(left), anyIntAt(sp - 1)), pc, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}

/** `NEGATE` and `BIT_NOT` of an int. */
export function changeSign(pc: number, sp: number, fp: number, calls: number): number {
  const top = sp - 1;
  if (!holdsInt(top)) return operate(pc, sp, fp, calls);
  const change = PLAIN_CODE[pc] === Word.NEGATE ? negateInt : invertInt;
  try {
    return putInt(top, change(anyIntAt(top)), pc, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}

/** Whether a slot holds an int of any size. */
export function holdsInt(slot: number): boolean {
  return TAGS[slot] === Tag.Int || TAGS[slot] === Tag.BigInt || TAGS[slot] === Tag.Wide;
}

export function anyIntAt(slot: number): Int {
  return TAGS[slot] === Tag.Int ? intAt(slot) : (valueAt(slot) as bigint);
}

/** Loads the int in a slot. False where it is none that may be combined with a wide one. */
function load(operand: Int32Array, slot: number): boolean {
  const number = NUMBERS[slot];
  switch (TAGS[slot]) {
    case Tag.Int:
      if (number < 0) return false;
      loadSmall(operand, number);
      return true;
    case Tag.Wide:
      loadWide(operand, REFERENCES[slot] as WideInt);
      return true;
    default:
      return loadBigInt(operand, REFERENCES[slot] as bigint);
  }
}

/** What is most frequent: a product of two ints, and what is taken of one. */
function combinedSoon(word: number, left: number, right: number): SmallOrWide | undefined {
  const small = NUMBERS[right];
  if (TAGS[right] !== Tag.Int || small < 0) return undefined;
  if (word === Word.MUL && TAGS[left] === Tag.Int && NUMBERS[left] >= 0) return multiplySmall(NUMBERS[left], small);
  if (TAGS[left] !== Tag.Wide) return undefined;
  if (word === Word.MOD) return moduloSmall(REFERENCES[left] as WideInt, small);
  return word === Word.BIT_AND ? andSmall(REFERENCES[left] as WideInt, small) : undefined;
}

/** Of the words that come here. */
function combinedWide(word: number, left: number, right: number): SmallOrWide | undefined {
  if (!load(LEFT, left) || !load(RIGHT, right)) return undefined;
  switch (word) {
    case Word.ADD:
      return addWide();
    case Word.SUB:
      return subtractWide();
    case Word.MUL:
      return multiplyWide();
    case Word.MOD:
      return moduloWide();
    case Word.FLOOR_DIV:
      return divideWide();
    case Word.BIT_AND:
      return andWide();
    case Word.BIT_OR:
      return orWide();
    case Word.BIT_XOR:
      return xorWide();
    case Word.SHIFT_LEFT:
      return shiftLeftWide();
    default:
      return shiftRightWide();
  }
}

/** The same of ints of any size. */
function combined(word: number, left: Int, right: Int): Int {
  switch (word) {
    case Word.ADD:
      return addInts(left, right);
    case Word.SUB:
      return subtractInts(left, right);
    case Word.MUL:
      return multiplyInts(left, right);
    case Word.MOD:
      return moduloInts(left, right);
    case Word.FLOOR_DIV:
      return floorDivideInts(left, right);
    case Word.BIT_AND:
      return andInts(left, right);
    case Word.BIT_OR:
      return orInts(left, right);
    case Word.BIT_XOR:
      return xorInts(left, right);
    case Word.SHIFT_LEFT:
      return shiftLeft(left, right);
    default:
      return shiftRight(left, right);
  }
}

/** Puts the result of an operator into a slot, and tells the heap of a large one. */
function putInt(slot: number, int: Int | WideInt, pc: number, fp: number, calls: number): number {
  if (typeof int === 'number') {
    TAGS[slot] = Tag.Int;
    NUMBERS[slot] = int;
    return slot + 1;
  }
  const { heap } = running().machine;
  if (typeof int === 'bigint') {
    TAGS[slot] = Tag.BigInt;
    REFERENCES[slot] = heap.made(int);
  } else {
    putWide(slot, int);
    heap.countWide();
  }
  return goOn(pc, slot + 1, fp, calls);
}
