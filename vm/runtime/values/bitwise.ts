/**
 * `& | ^ << >>` on plain values: two bools give a bool where the operation stays within bools, everything else counts as
 * ints. `undefined` when an operand is neither, as in `arithmetic.ts`.
 */
import { andInts, orInts, shiftLeft as shiftIntLeft, shiftRight as shiftIntRight, xorInts } from './int-bits.ts';
import { asInt } from './numeric.ts';
import type { Int, Value } from './value.ts';

export function bitAnd(left: Value, right: Value): Value | undefined {
  if (typeof left === 'boolean' && typeof right === 'boolean') return left && right;
  return onInts(left, right, andInts);
}

export function bitOr(left: Value, right: Value): Value | undefined {
  if (typeof left === 'boolean' && typeof right === 'boolean') return left || right;
  return onInts(left, right, orInts);
}

export function bitXor(left: Value, right: Value): Value | undefined {
  if (typeof left === 'boolean' && typeof right === 'boolean') return left !== right;
  return onInts(left, right, xorInts);
}

export function shiftLeft(left: Value, right: Value): Value | undefined {
  return onInts(left, right, shiftIntLeft);
}

export function shiftRight(left: Value, right: Value): Value | undefined {
  return onInts(left, right, shiftIntRight);
}

function onInts(left: Value, right: Value, operation: (left: Int, right: Int) => Int): Int | undefined {
  const leftInt = asInt(left);
  const rightInt = asInt(right);
  return leftInt === undefined || rightInt === undefined ? undefined : operation(leftInt, rightInt);
}
