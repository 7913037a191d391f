import { ANY_KIND, KIND_BITS } from './abstract-stack.ts';
import { INSTANCE, INTEGRAL, ITERABLE, NUMERIC, SET, type InstructionContext } from './result-rule.ts';

/**
 * What operators make of kinds, where no operand is an instance; none where they go together in no way. What Python does of
 * it with sets, lists and dicts in place gives the kind that was there.
 */

const { bool, int, float, str, list, tuple, dict, slice, class: klass } = KIND_BITS;

/** Joined by `+`, and compared by `<` item by item. */
const JOINABLE = str | list | tuple;

export function number(left: number, right: number): number {
  if (!(left & NUMERIC) || !(right & NUMERIC)) return 0;
  const ints = left & INTEGRAL && right & INTEGRAL ? int : 0;
  return ints | ((left | right) & float);
}

export function add(left: number, right: number): number {
  return number(left, right) | (left & right & JOINABLE);
}

/** `+=` extends a list by any iterable. */
export function addInPlace(left: number, right: number): number {
  return add(left, right) | (right & ITERABLE ? left & list : 0);
}

export function subtract(left: number, right: number): number {
  return number(left, right) | sets(left, right);
}

export function multiply(left: number, right: number): number {
  const repeated = (right & INTEGRAL ? left : 0) | (left & INTEGRAL ? right : 0);
  return number(left, right) | (repeated & JOINABLE);
}

export function divide(left: number, right: number): number {
  return left & NUMERIC && right & NUMERIC ? float : 0;
}

/** On a string `%` formats, whatever is on the right. */
export function modulo(left: number, right: number): number {
  return number(left, right) | (left & str);
}

/** An int to a negative power is a float. */
export function power(left: number, right: number): number {
  const result = number(left, right);
  return result & int && right & int ? result | float : result;
}

export function bitwise(left: number, right: number): number {
  const bools = left & right & bool;
  const ints = (left & int && right & INTEGRAL) || (right & int && left & INTEGRAL);
  return bools | (ints ? int : 0) | sets(left, right);
}

/** `|` also unites dicts; what it makes of classes, only annotations know. */
export function unite(left: number, right: number): number {
  if ((left | right) & klass) return ANY_KIND;
  return bitwise(left, right) | (left & right & dict);
}

/** `|=` also puts the pairs of any iterable into a dict. */
export function uniteInPlace(left: number, right: number): number {
  return unite(left, right) | (right & ITERABLE ? left & dict : 0);
}

export function shift(left: number, right: number): number {
  return left & INTEGRAL && right & INTEGRAL ? int : 0;
}

export function sign(operand: number): number {
  return (operand & INTEGRAL ? int : 0) | (operand & float);
}

export function invert(operand: number): number {
  return operand & INTEGRAL ? int : 0;
}

/** Only an instance may answer with something else than a bool. */
export function equality(context: InstructionContext): number {
  return (context.kindsAt(0) | context.kindsAt(1)) & INSTANCE ? ANY_KIND : bool;
}

/** The answer for two sequences is that of the first items that differ, which may be instances. */
export function ordering(left: number, right: number): number {
  if (left & right & (list | tuple | slice)) return ANY_KIND;
  return (left & NUMERIC && right & NUMERIC) || left & right & str || (left & SET && right & SET) ? bool : 0;
}

/** The result of two sets is of the kind of the left one. */
function sets(left: number, right: number): number {
  return right & SET ? left & SET : 0;
}
