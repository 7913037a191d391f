import type { Machine } from '../machine.ts';
import { ListObject, TupleObject, tupleOf } from '../objects/index.ts';
import type { Outcome } from '../pending.ts';
import type { BinaryOperator, HeapObject, Value } from '../values/index.ts';

/** `left operator right` where a built-in collection knows it; `undefined` where neither does. */
export function combineObjects(
  machine: Machine,
  operator: BinaryOperator,
  left: Value,
  right: Value,
): Outcome | undefined {
  if (operator === 'ADD' && left instanceof ListObject && right instanceof ListObject) {
    return machine.allocate(new ListObject([...left.items, ...right.items]));
  }
  if (operator === 'ADD' && left instanceof TupleObject && right instanceof TupleObject) {
    return machine.allocate(tupleOf([...left.items, ...right.items]));
  }
  return undefined;
}

/** `left operator= right` where that changes the left one in place; `undefined` where it does not. */
export function combineObjectsInPlace(
  machine: Machine,
  operator: BinaryOperator,
  left: HeapObject,
  right: Value,
): Outcome | undefined {
  if (operator === 'ADD' && left instanceof ListObject && right instanceof ListObject) {
    left.extend(machine.heap, right.items.slice());
    return left;
  }
  return undefined;
}
