import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { BoundMethod, DictObject, ListObject, RangeObject, SetObject, TupleObject, keyOf } from '../objects/index.ts';
import { andThen, callLater, type Outcome, type Step } from '../pending.ts';
import { specialMethod } from '../types/registry.ts';
import * as plain from '../values/index.ts';
import { HeapObject, isSame, type Value } from '../values/index.ts';
import { NOT_IMPLEMENTED } from './not-implemented.ts';
import { unary } from './operators.ts';
import { areRangesEqual } from './ranges.ts';

/** `left == right`: usually a bool, but a class may answer with anything. */
export function equals(_machine: Machine, left: Value, right: Value): Outcome {
  if (!(left instanceof HeapObject) && !(right instanceof HeapObject)) return plain.equals(left, right);
  const own = specialMethod(left, '__eq__');
  if (own !== undefined) return callLater(own, [left, right]).thenDo(orReflected, left, right);
  const reflected = specialMethod(right, '__eq__');
  if (reflected !== undefined) return callLater(reflected, [right, left]).thenDo(orIdentity, left, right);
  return areEqual(left, right, 0);
}

/** `left != right`: by `__ne__`, else the opposite of `==`. */
export function notEquals(machine: Machine, left: Value, right: Value): Outcome {
  const own = specialMethod(left, '__ne__');
  if (own !== undefined) return callLater(own, [left, right]).thenDo(orNotEqual, left, right);
  const reflected = specialMethod(right, '__ne__');
  if (reflected !== undefined) return callLater(reflected, [right, left]).thenDo(orNotEqual, left, right);
  return andThen(machine, equals(machine, left, right), opposite);
}

const orNotEqual: Step<[Value, Value]> = {
  after: (machine, result, left, right) =>
    result === NOT_IMPLEMENTED ? andThen(machine, equals(machine, left, right), opposite) : result,
};

const opposite: Step<[]> = {
  after: (machine, result) => unary(machine, 'NOT', result),
};

const orReflected: Step<[Value, Value]> = {
  after(_machine, result, left, right) {
    if (result !== NOT_IMPLEMENTED) return result;
    const reflected = specialMethod(right, '__eq__');
    if (reflected === undefined) return isSame(left, right);
    return callLater(reflected, [right, left]).thenDo(orIdentity, left, right);
  },
};

const orIdentity: Step<[Value, Value]> = {
  after: (_machine, result, left, right) => (result === NOT_IMPLEMENTED ? isSame(left, right) : result),
};

/** Data nested deeper than this is not compared. */
const MAXIMUM_DEPTH = 1000;

/** Equality of what holds no object of the program that would have to be asked. */
function areEqual(left: Value, right: Value, depth: number): boolean {
  if (depth > MAXIMUM_DEPTH) raise('RecursionError', 'maximum recursion depth exceeded in comparison');
  const areItemsEqual = (a: readonly Value[], b: readonly Value[]): boolean =>
    a.length === b.length && a.every((item, index) => isSame(item, b[index]) || areEqual(item, b[index], depth + 1));
  if (left instanceof RangeObject && right instanceof RangeObject) return areRangesEqual(left, right);
  if (left instanceof TupleObject && right instanceof TupleObject) return areItemsEqual(left.items, right.items);
  if (left instanceof ListObject && right instanceof ListObject) return areItemsEqual(left.items, right.items);
  if (left instanceof DictObject && right instanceof DictObject) {
    const { table } = right;
    return (
      left.table.size === table.size &&
      left.table.keys().every(key => {
        const entry = table.find(keyOf(key) ?? null);
        return (
          entry >= 0 && areItemsEqual([left.table.valueAt(left.table.find(keyOf(key) ?? null))], [table.valueAt(entry)])
        );
      })
    );
  }
  if (left instanceof SetObject && right instanceof SetObject) {
    return (
      left.table.size === right.table.size && left.table.keys().every(key => right.table.find(keyOf(key) ?? null) >= 0)
    );
  }
  if (left instanceof BoundMethod && right instanceof BoundMethod) {
    return isSame(left.self, right.self) && left.function === right.function;
  }
  return plain.equals(left, right);
}
