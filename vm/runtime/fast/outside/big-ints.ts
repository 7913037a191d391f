import { ZERO_DIVISION, floorDivideInts, moduloInts, type Int } from '../../values/index.ts';
import { addInts, multiplyInts, negateInt, subtractInts } from '../../values/int-arithmetic.ts';
import { andInts, invertInt, orInts, shiftLeft, shiftRight, xorInts } from '../../values/int-bits.ts';
import { Raised } from '../../errors.ts';
import { running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { Word } from '../generated/words.ts';
import { goOn } from '../going.ts';
import { PLAIN_CODE } from '../registers.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, intAt } from '../slots.ts';
import { operate } from './operate.ts';

/** Operators of two ints that the loop does not compute itself: an operand or the result is beyond 53 bits, or one of bits beyond 31. */
export function combineInts(pc: number, sp: number, fp: number, calls: number): number {
  const left = sp - 2;
  if (!holdsInt(left) || !holdsInt(sp - 1)) return operate(pc, sp, fp, calls);
  const right = anyIntAt(sp - 1);
  const word = PLAIN_CODE[pc];
  if (right === 0 && (word === Word.MOD || word === Word.FLOOR_DIV)) {
    // Raised and not thrown: the host takes a hundred times as long for a `throw` as for a call.
    const message = ZERO_DIVISION[word === Word.MOD ? 'MOD' : 'FLOOR_DIV'];
    return raiseInLoop(new Raised('ZeroDivisionError', message), pc, sp, fp, calls);
  }
  try {
    return putInt(left, combined(word, anyIntAt(left), right), pc, fp, calls);
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
  return TAGS[slot] === Tag.Int || TAGS[slot] === Tag.BigInt;
}

export function anyIntAt(slot: number): Int {
  return TAGS[slot] === Tag.Int ? intAt(slot) : (REFERENCES[slot] as bigint);
}

/** Of the words that come here. */
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
function putInt(slot: number, int: Int, pc: number, fp: number, calls: number): number {
  if (typeof int === 'number') {
    TAGS[slot] = Tag.Int;
    NUMBERS[slot] = int;
    return slot + 1;
  }
  REFERENCES[slot] = running().machine.heap.made(int);
  TAGS[slot] = Tag.BigInt;
  return goOn(pc, slot + 1, fp, calls);
}
