/** The binary and unary operators by their mnemonics, and what happens when they don't know their operands. */
import { raise } from '../errors.ts';
import { add, divide, floorDivide, modulo, multiply, subtract } from './arithmetic.ts';
import { bitAnd, bitOr, bitXor, shiftLeft, shiftRight } from './bitwise.ts';
import { invertInt } from './int-bits.ts';
import { negateInt } from './int-arithmetic.ts';
import { asInt } from './numeric.ts';
import { power } from './power.ts';
import { isTrue } from './truth.ts';
import { typeName } from './type-names.ts';
import { Float, type Value } from './value.ts';

interface BinaryRow {
  /** As Python writes it. */
  readonly symbol: string;
  /** `undefined` when the operation does not know these operands. */
  readonly apply: (left: Value, right: Value) => Value | undefined;
}

/** The operators that have an in-place form, by the mnemonic of the plain form. */
export const BINARY_OPERATORS = {
  ADD: { symbol: '+', apply: add },
  SUB: { symbol: '-', apply: subtract },
  MUL: { symbol: '*', apply: multiply },
  DIV: { symbol: '/', apply: divide },
  FLOOR_DIV: { symbol: '//', apply: floorDivide },
  MOD: { symbol: '%', apply: modulo },
  POW: { symbol: '**', apply: power },
  BIT_AND: { symbol: '&', apply: bitAnd },
  BIT_OR: { symbol: '|', apply: bitOr },
  BIT_XOR: { symbol: '^', apply: bitXor },
  SHIFT_LEFT: { symbol: '<<', apply: shiftLeft },
  SHIFT_RIGHT: { symbol: '>>', apply: shiftRight },
} as const satisfies Record<string, BinaryRow>;

export type BinaryOperator = keyof typeof BINARY_OPERATORS;
export type UnaryOperator = 'NEGATE' | 'POSITIVE' | 'BIT_NOT' | 'NOT';

/** `left operator right`. Raises what CPython raises, `TypeError` for operands that the operator does not know. */
export function binaryOperation(operator: BinaryOperator, left: Value, right: Value): Value {
  return BINARY_OPERATORS[operator].apply(left, right) ?? raiseUnsupported(operator, left, right);
}

/** `left operator= right`: on plain values only the messages differ. */
export function inPlaceOperation(operator: BinaryOperator, left: Value, right: Value): Value {
  return BINARY_OPERATORS[operator].apply(left, right) ?? raiseUnsupportedInPlace(operator, left, right);
}

/** `operator operand`. Raises `TypeError` for an operand that the operator does not know. */
export function unaryOperation(operator: UnaryOperator, operand: Value): Value {
  switch (operator) {
    case 'NEGATE':
      return negate(operand) ?? raiseBadOperand('unary -', operand);
    case 'POSITIVE':
      return positive(operand) ?? raiseBadOperand('unary +', operand);
    case 'BIT_NOT':
      return bitNot(operand) ?? raiseBadOperand('unary ~', operand);
    case 'NOT':
      return !isTrue(operand);
  }
}

export function negate(operand: Value): Value | undefined {
  if (operand instanceof Float) return new Float(-operand.value);
  const int = asInt(operand);
  return int === undefined ? undefined : negateInt(int);
}

export function positive(operand: Value): Value | undefined {
  return operand instanceof Float ? operand : asInt(operand);
}

export function bitNot(operand: Value): Value | undefined {
  const int = asInt(operand);
  return int === undefined ? undefined : invertInt(int);
}

/** The `TypeError` of a binary operator that neither operand knows. */
export function raiseUnsupported(operator: BinaryOperator, left: Value, right: Value): never {
  raiseUnsupportedAs(operator, operator === 'POW' ? '** or pow()' : BINARY_OPERATORS[operator].symbol, left, right);
}

/** The `TypeError` of an in-place operator that neither operand knows. */
export function raiseUnsupportedInPlace(operator: BinaryOperator, left: Value, right: Value): never {
  raiseUnsupportedAs(operator, `${BINARY_OPERATORS[operator].symbol}=`, left, right);
}

/** The `TypeError` of an operation by the name that its message uses, such as `divmod()`. */
export function raiseUnsupportedOperands(symbol: string, left: Value, right: Value): never {
  raise('TypeError', `unsupported operand type(s) for ${symbol}: '${typeName(left)}' and '${typeName(right)}'`);
}

/** The `TypeError` of a unary operation by the name that its message uses, such as `unary -`. */
export function raiseBadOperand(name: string, operand: Value): never {
  raise('TypeError', `bad operand type for ${name}: '${typeName(operand)}'`);
}

/** A str that can be joined or repeated speaks of itself, not of the operator. */
function raiseUnsupportedAs(operator: BinaryOperator, symbol: string, left: Value, right: Value): never {
  if (operator === 'ADD' && typeof left === 'string') {
    raise('TypeError', `can only concatenate str (not "${typeName(right)}") to str`);
  }
  if (operator === 'MUL' && (typeof left === 'string' || typeof right === 'string')) {
    const count = typeof left === 'string' ? right : left;
    raise('TypeError', `can't multiply sequence by non-int of type '${typeName(count)}'`);
  }
  raiseUnsupportedOperands(symbol, left, right);
}
