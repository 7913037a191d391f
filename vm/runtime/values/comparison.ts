/**
 * Equality, order, identity and membership of plain values. An object of the heap equals itself alone and has no order:
 * what knows better is asked elsewhere.
 */
import { raise } from '../errors.ts';
import { compareCodePoints, findText } from './code-points.ts';
import { typeName } from './type-names.ts';
import { Float, type Value } from './value.ts';

export type OrderOperator = 'LT' | 'LE' | 'GT' | 'GE';

/** `left == right`. Ints, floats and bools are equal when their exact numbers are; `nan` equals nothing. */
export function equals(left: Value, right: Value): boolean {
  if (left instanceof Float) {
    if (right instanceof Float) return left.value === right.value;
    const number = numberOf(right);
    return number !== undefined && compareNumbers(left.value, number) === 0;
  }
  if (right instanceof Float) return equals(right, left);
  if (typeof left === 'boolean' && typeof right !== 'boolean') return Number(left) === right;
  if (typeof right === 'boolean' && typeof left !== 'boolean') return left === Number(right);
  return left === right;
}

/** `left is right` as the language has it: the same type and value (of floats the same bits, any nan being one), else the same object. */
export function isSame(left: Value, right: Value): boolean {
  if (left instanceof Float && right instanceof Float) return Object.is(left.value, right.value);
  return left === right;
}

/** `left operator right`. Raises `TypeError` for operands without an order. */
export function order(operator: OrderOperator, left: Value, right: Value): boolean {
  return ORDERS[operator].holds(left, right) ?? raiseUnordered(operator, left, right);
}

/** `undefined` when the operands have no order; so also the next three. */
export function lessThan(left: Value, right: Value): boolean | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left < right;
  if (left instanceof Float && right instanceof Float) return left.value < right.value;
  const sign = compare(left, right);
  return sign === undefined ? undefined : sign < 0;
}

export function lessOrEqual(left: Value, right: Value): boolean | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left <= right;
  if (left instanceof Float && right instanceof Float) return left.value <= right.value;
  const sign = compare(left, right);
  return sign === undefined ? undefined : sign <= 0;
}

export function greaterThan(left: Value, right: Value): boolean | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left > right;
  if (left instanceof Float && right instanceof Float) return left.value > right.value;
  const sign = compare(left, right);
  return sign === undefined ? undefined : sign > 0;
}

export function greaterOrEqual(left: Value, right: Value): boolean | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left >= right;
  if (left instanceof Float && right instanceof Float) return left.value >= right.value;
  const sign = compare(left, right);
  return sign === undefined ? undefined : sign >= 0;
}

/** The `TypeError` of an order that neither operand knows. */
export function raiseUnordered(operator: OrderOperator, left: Value, right: Value): never {
  const types = `'${typeName(left)}' and '${typeName(right)}'`;
  raise('TypeError', `'${ORDERS[operator].symbol}' not supported between instances of ${types}`);
}

/** `item in container` for a plain container. Raises `TypeError` when it is no str, or the item is none. */
export function contains(container: Value, item: Value): boolean {
  if (typeof container !== 'string') raise('TypeError', `argument of type '${typeName(container)}' is not iterable`);
  if (typeof item !== 'string') {
    raise('TypeError', `'in <string>' requires string as left operand, not ${typeName(item)}`);
  }
  return findText(container, item, 0) >= 0;
}

const ORDERS = {
  LT: { symbol: '<', holds: lessThan },
  LE: { symbol: '<=', holds: lessOrEqual },
  GT: { symbol: '>', holds: greaterThan },
  GE: { symbol: '>=', holds: greaterOrEqual },
} as const;

/** Negative, 0 or positive as left is less, equal or greater; NaN when a nan takes part; `undefined` without an order. */
function compare(left: Value, right: Value): number | undefined {
  if (typeof left === 'string' && typeof right === 'string') return compareCodePoints(left, right);
  const leftNumber = numberOf(left);
  const rightNumber = numberOf(right);
  if (leftNumber === undefined || rightNumber === undefined) return undefined;
  return compareNumbers(leftNumber, rightNumber);
}

/** Exact, also for a float and a bigint. */
function compareNumbers(left: number | bigint, right: number | bigint): number {
  if (left < right) return -1;
  if (left > right) return 1;
  return left >= right ? 0 : NaN;
}

function numberOf(value: Value): number | bigint | undefined {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'object':
      return value instanceof Float ? value.value : undefined;
    default:
      return undefined;
  }
}
