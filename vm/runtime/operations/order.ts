import type { Machine } from '../machine.ts';
import type { Outcome } from '../pending.ts';
import type { OrderOperator, Value } from '../values/index.ts';
import { compare } from './comparison.ts';

/** `left operator right`: usually a bool, but a class may answer with anything. */
export function order(machine: Machine, operator: OrderOperator, left: Value, right: Value): Outcome {
  return compare(machine, operator, left, right);
}
