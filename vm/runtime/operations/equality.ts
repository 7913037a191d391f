import type { Machine } from '../machine.ts';
import { Pending, andThen, type Outcome, type Step } from '../pending.ts';
import { HeapObject, equals as arePlainEqual, isSame, type Value } from '../values/index.ts';
import { compare } from './comparison.ts';
import { truth } from './truth.ts';

/** `left == right`: usually a bool, but a class may answer with anything. */
export function equals(machine: Machine, left: Value, right: Value): Outcome {
  return compare(machine, 'EQ', left, right);
}

/** `left != right`: by `__ne__`, else the opposite of `==`. */
export function notEquals(machine: Machine, left: Value, right: Value): Outcome {
  return compare(machine, 'NE', left, right);
}

/** Whether two items are the same object or equal, as containers ask it of their items: a bool. */
export function areEqual(machine: Machine, left: Value, right: Value, nesting = 0): Outcome {
  if (!(left instanceof HeapObject) && !(right instanceof HeapObject)) {
    return isSame(left, right) || arePlainEqual(left, right);
  }
  if (left === right) return true;
  const outcome = compare(machine, 'EQ', left, right, nesting);
  if (typeof outcome === 'boolean') return outcome;
  return outcome instanceof Pending ? outcome.thenDo(asBool) : andThen(machine, outcome, asBool);
}

const asBool: Step<[]> = { after: (machine, result) => truth(machine, result) };
