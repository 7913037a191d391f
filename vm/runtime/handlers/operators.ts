import { equals, notEquals } from '../operations/equality.ts';
import { contains } from '../operations/membership.ts';
import { binary, binaryInPlace, unary } from '../operations/operators.ts';
import { order } from '../operations/order.ts';
import type { Machine } from '../machine.ts';
import type { Outcome } from '../pending.ts';
import { isSame, type BinaryOperator, type OrderOperator, type UnaryOperator, type Value } from '../values/index.ts';
import type { Handler, Handlers } from './handler.ts';

type InPlaceOperator = `INPLACE_${BinaryOperator}`;

export const operatorHandlers: Handlers<
  BinaryOperator | InPlaceOperator | UnaryOperator | OrderOperator | 'EQ' | 'NE' | 'IS' | 'CONTAINS'
> = {
  ADD: binaryHandler('ADD'),
  SUB: binaryHandler('SUB'),
  MUL: binaryHandler('MUL'),
  DIV: binaryHandler('DIV'),
  FLOOR_DIV: binaryHandler('FLOOR_DIV'),
  MOD: binaryHandler('MOD'),
  POW: binaryHandler('POW'),
  BIT_AND: binaryHandler('BIT_AND'),
  BIT_OR: binaryHandler('BIT_OR'),
  BIT_XOR: binaryHandler('BIT_XOR'),
  SHIFT_LEFT: binaryHandler('SHIFT_LEFT'),
  SHIFT_RIGHT: binaryHandler('SHIFT_RIGHT'),

  INPLACE_ADD: inPlaceHandler('ADD'),
  INPLACE_SUB: inPlaceHandler('SUB'),
  INPLACE_MUL: inPlaceHandler('MUL'),
  INPLACE_DIV: inPlaceHandler('DIV'),
  INPLACE_FLOOR_DIV: inPlaceHandler('FLOOR_DIV'),
  INPLACE_MOD: inPlaceHandler('MOD'),
  INPLACE_POW: inPlaceHandler('POW'),
  INPLACE_BIT_AND: inPlaceHandler('BIT_AND'),
  INPLACE_BIT_OR: inPlaceHandler('BIT_OR'),
  INPLACE_BIT_XOR: inPlaceHandler('BIT_XOR'),
  INPLACE_SHIFT_LEFT: inPlaceHandler('SHIFT_LEFT'),
  INPLACE_SHIFT_RIGHT: inPlaceHandler('SHIFT_RIGHT'),

  NEGATE: unaryHandler('NEGATE'),
  POSITIVE: unaryHandler('POSITIVE'),
  BIT_NOT: unaryHandler('BIT_NOT'),
  NOT: unaryHandler('NOT'),

  EQ: combine(equals),
  NE: combine(notEquals),
  LT: combine((machine, left, right) => order(machine, 'LT', left, right)),
  LE: combine((machine, left, right) => order(machine, 'LE', left, right)),
  GT: combine((machine, left, right) => order(machine, 'GT', left, right)),
  GE: combine((machine, left, right) => order(machine, 'GE', left, right)),
  IS: combine((_machine, left, right) => isSame(left, right)),
  CONTAINS: combine((machine, item, container) => contains(machine, container, item)),
};

function binaryHandler(operator: BinaryOperator): Handler {
  return combine((machine, left, right) => binary(machine, operator, left, right));
}

function inPlaceHandler(operator: BinaryOperator): Handler {
  return combine((machine, left, right) => binaryInPlace(machine, operator, left, right));
}

function unaryHandler(operator: UnaryOperator): Handler {
  return (machine, frame) => machine.answer(unary(machine, operator, frame.peek()), 1);
}

/** Replaces the two values on top by one; the stack changes only once the operation has answered. */
function combine(operation: (machine: Machine, left: Value, right: Value) => Outcome): Handler {
  return (machine, frame) => machine.answer(operation(machine, frame.peek(1), frame.peek()), 2);
}
