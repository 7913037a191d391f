/**
 * `+ - * / // %` on plain values.
 *
 * Every function answers `undefined` when it does not know its operands, as CPython's slots answer `NotImplemented`: the
 * caller then tries what else there is, and in the end `raiseUnsupported` (`operators.ts`). The interpreter comes here
 * once per instruction, so the common pairs of operands are told apart in line, and only a `Float` is ever allocated.
 */
import { raise } from '../errors.ts';
import { checkStringLength } from './bounds.ts';
import { divideFloats, floorDivideFloats, moduloFloats } from './float-arithmetic.ts';
import { addInts, floorDivideInts, moduloInts, multiplyInts, subtractInts } from './int-arithmetic.ts';
import { asFloat, asInt } from './numeric.ts';
import { formatPercentPlain } from './percent-format.ts';
import { divideInts } from './true-division.ts';
import { repeatString } from './repeat.ts';
import { Float, HeapObject, type Int, type Value } from './value.ts';

export function add(left: Value, right: Value): Value | undefined {
  if (typeof left === 'number') {
    if (typeof right === 'number') {
      const sum = left + right;
      return sum <= MAXIMUM_SAFE && sum >= -MAXIMUM_SAFE ? sum : addInts(left, right);
    }
    if (right instanceof Float) return new Float(left + right.value);
  } else if (left instanceof Float) {
    if (right instanceof Float) return new Float(left.value + right.value);
    if (typeof right === 'number') return new Float(left.value + right);
  } else if (typeof left === 'string' && typeof right === 'string') {
    checkStringLength(left.length + right.length);
    return left + right;
  }
  return onNumbers(left, right, addInts, addFloats);
}

export function subtract(left: Value, right: Value): Value | undefined {
  if (typeof left === 'number') {
    if (typeof right === 'number') {
      const difference = left - right;
      return difference <= MAXIMUM_SAFE && difference >= -MAXIMUM_SAFE ? difference : subtractInts(left, right);
    }
    if (right instanceof Float) return new Float(left - right.value);
  } else if (left instanceof Float) {
    if (right instanceof Float) return new Float(left.value - right.value);
    if (typeof right === 'number') return new Float(left.value - right);
  }
  return onNumbers(left, right, subtractInts, subtractFloats);
}

export function multiply(left: Value, right: Value): Value | undefined {
  if (typeof left === 'number') {
    if (typeof right === 'number') {
      const product = left * right;
      // Adding 0 makes 0 of -0.
      return product <= MAXIMUM_SAFE && product >= -MAXIMUM_SAFE ? product + 0 : multiplyInts(left, right);
    }
    if (right instanceof Float) return new Float(left * right.value);
  } else if (left instanceof Float) {
    if (right instanceof Float) return new Float(left.value * right.value);
    if (typeof right === 'number') return new Float(left.value * right);
  }
  if (typeof left === 'string') return multiplyString(left, right);
  if (typeof right === 'string') return multiplyString(right, left);
  return onNumbers(left, right, multiplyInts, multiplyFloats);
}

/** What the errors of divisions of ints by 0 say. */
export const ZERO_DIVISION = {
  DIV: 'division by zero',
  FLOOR_DIV: 'integer division or modulo by zero',
  MOD: 'integer modulo by zero',
} as const;

/** True division: the result is a float. */
export function divide(left: Value, right: Value): Value | undefined {
  if (left instanceof Float && right instanceof Float) return new Float(divideFloats(left.value, right.value));
  if (typeof left === 'number' && typeof right === 'number' && right !== 0) return new Float(left / right);
  const leftInt = asInt(left);
  const rightInt = asInt(right);
  if (leftInt !== undefined && rightInt !== undefined) {
    if (rightInt === 0) raise('ZeroDivisionError', ZERO_DIVISION.DIV);
    return new Float(divideInts(leftInt, rightInt));
  }
  return onFloats(left, right, divideFloats);
}

export function floorDivide(left: Value, right: Value): Value | undefined {
  if (typeof left === 'number' && typeof right === 'number' && right !== 0) return floorDivideInts(left, right);
  if (left instanceof Float && right instanceof Float) return new Float(floorDivideFloats(left.value, right.value));
  return onNumbers(left, right, floorDivideNonzero, floorDivideFloats);
}

/** The remainder; with a string on the left, `%` formatting, of an object of the heap not here. */
export function modulo(left: Value, right: Value): Value | undefined {
  if (typeof left === 'number' && typeof right === 'number' && right !== 0) return moduloInts(left, right);
  if (left instanceof Float && right instanceof Float) return new Float(moduloFloats(left.value, right.value));
  if (typeof left === 'string' && !(right instanceof HeapObject)) {
    return formatPercentPlain(left, { values: [right], mapping: undefined });
  }
  return onNumbers(left, right, moduloNonzero, moduloFloats);
}

/** Both operands as ints when neither is a float, else both as floats; `undefined` when one is no number. */
function onNumbers(
  left: Value,
  right: Value,
  ints: (left: Int, right: Int) => Int,
  floats: (left: number, right: number) => number,
): Value | undefined {
  const leftInt = asInt(left);
  const rightInt = asInt(right);
  return leftInt !== undefined && rightInt !== undefined ? ints(leftInt, rightInt) : onFloats(left, right, floats);
}

function onFloats(left: Value, right: Value, operation: (left: number, right: number) => number): Float | undefined {
  // Which operand is converted first shows in the error: none is when the other is no number.
  if (!isNumeric(left) || !isNumeric(right)) return undefined;
  return new Float(operation(asFloat(left) as number, asFloat(right) as number));
}

function isNumeric(value: Value): boolean {
  return value instanceof Float || asInt(value) !== undefined;
}

function multiplyString(text: string, count: Value): string | undefined {
  const times = asInt(count);
  return times === undefined ? undefined : repeatString(text, times);
}

function floorDivideNonzero(left: Int, right: Int): Int {
  if (right === 0) raise('ZeroDivisionError', ZERO_DIVISION.FLOOR_DIV);
  return floorDivideInts(left, right);
}

function moduloNonzero(left: Int, right: Int): Int {
  if (right === 0) raise('ZeroDivisionError', ZERO_DIVISION.MOD);
  return moduloInts(left, right);
}

function addFloats(left: number, right: number): number {
  return left + right;
}

function subtractFloats(left: number, right: number): number {
  return left - right;
}

function multiplyFloats(left: number, right: number): number {
  return left * right;
}

const MAXIMUM_SAFE = Number.MAX_SAFE_INTEGER;
