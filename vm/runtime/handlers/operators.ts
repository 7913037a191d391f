import { formatWithObject } from '../format-objects.ts';
import { contains, isEqual, truth } from '../operations.ts';
import {
  HeapObject,
  binaryOperation,
  inPlaceOperation,
  isSame,
  order,
  unaryOperation,
  type BinaryOperator,
  type OrderOperator,
  type UnaryOperator,
  type Value,
} from '../values/index.ts';
import type { Handler, Handlers } from './handler.ts';

type InPlaceOperator = `INPLACE_${BinaryOperator}`;

export const operatorHandlers: Handlers<
  BinaryOperator | InPlaceOperator | UnaryOperator | OrderOperator | 'EQ' | 'NE' | 'IS' | 'CONTAINS'
> = {
  ADD: binary('ADD'),
  SUB: binary('SUB'),
  MUL: binary('MUL'),
  DIV: binary('DIV'),
  FLOOR_DIV: binary('FLOOR_DIV'),
  MOD: combine((left, right) => formatted(left, right) ?? binaryOperation('MOD', left, right)),
  POW: binary('POW'),
  BIT_AND: binary('BIT_AND'),
  BIT_OR: binary('BIT_OR'),
  BIT_XOR: binary('BIT_XOR'),
  SHIFT_LEFT: binary('SHIFT_LEFT'),
  SHIFT_RIGHT: binary('SHIFT_RIGHT'),

  INPLACE_ADD: inPlace('ADD'),
  INPLACE_SUB: inPlace('SUB'),
  INPLACE_MUL: inPlace('MUL'),
  INPLACE_DIV: inPlace('DIV'),
  INPLACE_FLOOR_DIV: inPlace('FLOOR_DIV'),
  INPLACE_MOD: combine((left, right) => formatted(left, right) ?? inPlaceOperation('MOD', left, right)),
  INPLACE_POW: inPlace('POW'),
  INPLACE_BIT_AND: inPlace('BIT_AND'),
  INPLACE_BIT_OR: inPlace('BIT_OR'),
  INPLACE_BIT_XOR: inPlace('BIT_XOR'),
  INPLACE_SHIFT_LEFT: inPlace('SHIFT_LEFT'),
  INPLACE_SHIFT_RIGHT: inPlace('SHIFT_RIGHT'),

  NEGATE: unary(value => unaryOperation('NEGATE', value)),
  POSITIVE: unary(value => unaryOperation('POSITIVE', value)),
  BIT_NOT: unary(value => unaryOperation('BIT_NOT', value)),
  NOT: unary(value => !truth(value)),

  EQ: combine((left, right) => isEqual(left, right)),
  NE: combine((left, right) => !isEqual(left, right)),
  LT: combine((left, right) => order('LT', left, right)),
  LE: combine((left, right) => order('LE', left, right)),
  GT: combine((left, right) => order('GT', left, right)),
  GE: combine((left, right) => order('GE', left, right)),
  IS: combine((left, right) => isSame(left, right)),
  CONTAINS: combine((item, container) => contains(container, item)),
};

function binary(operator: BinaryOperator): Handler {
  return combine((left, right) => binaryOperation(operator, left, right));
}

function inPlace(operator: BinaryOperator): Handler {
  return combine((left, right) => inPlaceOperation(operator, left, right));
}

/** `left % right` where that formats an object; `undefined` where it is something else. */
function formatted(left: Value, right: Value): Value | undefined {
  return typeof left === 'string' && right instanceof HeapObject ? formatWithObject(left, right) : undefined;
}

/** Replaces the two values on top by one; the stack changes only once that is known. */
function combine(operation: (left: Value, right: Value) => Value): Handler {
  return (_machine, frame) => {
    const result = operation(frame.peek(1), frame.peek());
    frame.pop();
    frame.pop();
    frame.push(result);
  };
}

function unary(operation: (operand: Value) => Value): Handler {
  return (_machine, frame) => {
    const result = operation(frame.peek());
    frame.pop();
    frame.push(result);
  };
}
