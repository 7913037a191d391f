import type { Machine } from '../machine.ts';
import { callLater, type Outcome, type Step } from '../pending.ts';
import { specialMethod } from '../types/registry.ts';
import * as plain from '../values/index.ts';
import { HeapObject, raiseUnordered, type OrderOperator, type Value } from '../values/index.ts';
import { NOT_IMPLEMENTED } from './not-implemented.ts';

const METHODS: Readonly<Record<OrderOperator, readonly [own: string, reflected: string]>> = {
  LT: ['__lt__', '__gt__'],
  LE: ['__le__', '__ge__'],
  GT: ['__gt__', '__lt__'],
  GE: ['__ge__', '__le__'],
};

/** `left operator right`: usually a bool, but a class may answer with anything. */
export function order(_machine: Machine, operator: OrderOperator, left: Value, right: Value): Outcome {
  if (!(left instanceof HeapObject) && !(right instanceof HeapObject)) return plain.order(operator, left, right);
  const own = specialMethod(left, METHODS[operator][0]);
  if (own !== undefined) return callLater(own, [left, right]).thenDo(orReflected, operator, left, right);
  return reflect(operator, left, right);
}

function reflect(operator: OrderOperator, left: Value, right: Value): Outcome {
  const reflected = specialMethod(right, METHODS[operator][1]);
  if (reflected === undefined) return raiseUnordered(operator, left, right);
  return callLater(reflected, [right, left]).thenDo(orUnordered, operator, left, right);
}

const orReflected: Step<[string, Value, Value]> = {
  after: (_machine, result, operator, left, right) =>
    result === NOT_IMPLEMENTED ? reflect(operator as OrderOperator, left, right) : result,
};

const orUnordered: Step<[string, Value, Value]> = {
  after: (_machine, result, operator, left, right) =>
    result === NOT_IMPLEMENTED ? raiseUnordered(operator as OrderOperator, left, right) : result,
};
