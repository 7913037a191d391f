import { equals, notEquals } from '../operations/equality.ts';
import { contains } from '../operations/membership.ts';
import { binary, binaryInPlace, unary } from '../operations/operators.ts';
import { order } from '../operations/order.ts';
import type { Machine } from '../machine.ts';
import type { Outcome } from '../pending.ts';
import { isSame, type BinaryOperator, type OrderOperator, type UnaryOperator, type Value } from '../values/index.ts';
import type { Operation, Operations } from './operation.ts';

type InPlaceOperator = `INPLACE_${BinaryOperator}`;

export const operatorOperations: Operations<
  BinaryOperator | InPlaceOperator | UnaryOperator | OrderOperator | 'EQ' | 'NE' | 'IS' | 'CONTAINS'
> = {
  ADD: binaryOperation('ADD'),
  SUB: binaryOperation('SUB'),
  MUL: binaryOperation('MUL'),
  DIV: binaryOperation('DIV'),
  FLOOR_DIV: binaryOperation('FLOOR_DIV'),
  MOD: binaryOperation('MOD'),
  POW: binaryOperation('POW'),
  BIT_AND: binaryOperation('BIT_AND'),
  BIT_OR: binaryOperation('BIT_OR'),
  BIT_XOR: binaryOperation('BIT_XOR'),
  SHIFT_LEFT: binaryOperation('SHIFT_LEFT'),
  SHIFT_RIGHT: binaryOperation('SHIFT_RIGHT'),

  INPLACE_ADD: inPlaceOperation('ADD'),
  INPLACE_SUB: inPlaceOperation('SUB'),
  INPLACE_MUL: inPlaceOperation('MUL'),
  INPLACE_DIV: inPlaceOperation('DIV'),
  INPLACE_FLOOR_DIV: inPlaceOperation('FLOOR_DIV'),
  INPLACE_MOD: inPlaceOperation('MOD'),
  INPLACE_POW: inPlaceOperation('POW'),
  INPLACE_BIT_AND: inPlaceOperation('BIT_AND'),
  INPLACE_BIT_OR: inPlaceOperation('BIT_OR'),
  INPLACE_BIT_XOR: inPlaceOperation('BIT_XOR'),
  INPLACE_SHIFT_LEFT: inPlaceOperation('SHIFT_LEFT'),
  INPLACE_SHIFT_RIGHT: inPlaceOperation('SHIFT_RIGHT'),

  NEGATE: unaryOperation('NEGATE'),
  POSITIVE: unaryOperation('POSITIVE'),
  BIT_NOT: unaryOperation('BIT_NOT'),
  NOT: unaryOperation('NOT'),

  EQ: combine(equals),
  NE: combine(notEquals),
  LT: combine((machine, left, right) => order(machine, 'LT', left, right)),
  LE: combine((machine, left, right) => order(machine, 'LE', left, right)),
  GT: combine((machine, left, right) => order(machine, 'GT', left, right)),
  GE: combine((machine, left, right) => order(machine, 'GE', left, right)),
  IS: combine((_machine, left, right) => isSame(left, right)),
  CONTAINS: combine((machine, item, container) => contains(machine, container, item)),
};

function binaryOperation(operator: BinaryOperator): Operation {
  return combine((machine, left, right) => binary(machine, operator, left, right));
}

function inPlaceOperation(operator: BinaryOperator): Operation {
  return combine((machine, left, right) => binaryInPlace(machine, operator, left, right));
}

function unaryOperation(operator: UnaryOperator): Operation {
  return (machine, operands) => unary(machine, operator, operands.peek());
}

/** Makes one value of the two on top. */
function combine(operation: (machine: Machine, left: Value, right: Value) => Outcome): Operation {
  return (machine, operands) => operation(machine, operands.peek(1), operands.peek());
}
