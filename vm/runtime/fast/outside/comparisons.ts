import { Op } from '../../../isa/index.ts';
import { arePlainlyEqual, arePlainlyOrdered, isNoPlainValue } from '../../operations/plain-comparison.ts';
import { compareCodePoints } from '../../values/code-points.ts';
import { equals, type HeapObject, type OrderOperator, type Value } from '../../values/index.ts';
import { Word } from '../generated/words.ts';
import { PLAIN_CODE } from '../registers.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, putBool, valueAt } from '../slots.ts';
import { operate } from './operate.ts';
import { enterSpecialMethod } from './special-methods.ts';

/** `EQ` and `NE` of what the loop does not compare. */
export function equateTop(pc: number, sp: number, fp: number, calls: number): number {
  const left = sp - 2;
  const isEquality = PLAIN_CODE[pc] === Word.EQ;
  if (TAGS[left] === Tag.Object) {
    const way = enterSpecialMethod(isEquality ? Op.EQ : Op.NE, pc, sp, fp, calls);
    if (way !== null) return way;
  }
  const areEqual = areEqualAt(left, sp - 1);
  if (areEqual === undefined) return operate(pc, sp, fp, calls);
  putBool(left, areEqual === isEquality);
  return left + 1;
}

/** `LT`, `LE`, `GT` and `GE` of what the loop does not compare. */
export function orderTop(pc: number, sp: number, fp: number, calls: number): number {
  const left = sp - 2;
  const isInOrder = areInOrderAt(PLAIN_CODE[pc], left, sp - 1);
  if (isInOrder === undefined) return operate(pc, sp, fp, calls);
  putBool(left, isInOrder);
  return left + 1;
}

/** `undefined` where more has to be asked than the values; so also below. */
function areEqualAt(left: number, right: number): boolean | undefined {
  const tag = TAGS[left];
  const other = TAGS[right];
  if (tag === Tag.Object || other === Tag.Object) return areEqualObjects(left, right);
  if (tag <= Tag.Bool && other <= Tag.Bool) return NUMBERS[left] === NUMBERS[right];
  if (tag === other && tag !== Tag.Wide) return tag === Tag.None || REFERENCES[left] === REFERENCES[right];
  return equals(valueAt(left) as Value, valueAt(right) as Value);
}

function areEqualObjects(left: number, right: number): boolean | undefined {
  if (TAGS[left] === TAGS[right]) {
    return arePlainlyEqual(REFERENCES[left] as HeapObject, REFERENCES[right] as HeapObject);
  }
  const object = REFERENCES[TAGS[left] === Tag.Object ? left : right] as HeapObject;
  return isNoPlainValue(object) ? false : undefined;
}

function areInOrderAt(word: number, left: number, right: number): boolean | undefined {
  const tag = TAGS[left];
  const other = TAGS[right];
  if (tag === Tag.String && other === Tag.String) {
    return isInOrder(word, compareCodePoints(REFERENCES[left] as string, REFERENCES[right] as string), 0);
  }
  if (tag === Tag.Object && other === Tag.Object) {
    return arePlainlyOrdered(operatorOf(word), REFERENCES[left] as HeapObject, REFERENCES[right] as HeapObject);
  }
  // The host compares numbers and bigints exactly.
  if (isNumeric(tag) && isNumeric(other)) return isInOrder(word, numberAt(left), numberAt(right));
  return undefined;
}

function isInOrder(word: number, left: number | bigint, right: number | bigint): boolean {
  switch (word) {
    case Word.LT:
      return left < right;
    case Word.LE:
      return left <= right;
    case Word.GT:
      return left > right;
    default:
      return left >= right;
  }
}

function operatorOf(word: number): OrderOperator {
  return word === Word.LT ? 'LT' : word === Word.LE ? 'LE' : word === Word.GT ? 'GT' : 'GE';
}

function isNumeric(tag: number): boolean {
  return tag <= Tag.Bool || tag === Tag.BigInt || tag === Tag.Wide;
}

function numberAt(slot: number): number | bigint {
  return TAGS[slot] <= Tag.Bool ? NUMBERS[slot] : (valueAt(slot) as bigint);
}
