import type { Machine } from '../machine.ts';
import { DictObject, DictView, ListObject, SetObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { specialMethod } from '../types/registry.ts';
import type { BinaryOperator, HeapObject, Value } from '../values/index.ts';
import { copyDict, updateDict } from './dicts.ts';
import { concatenate, joinOrRepeat } from './sequences.ts';
import { addAll, becomeSet, copySet, difference, intersection, removeAll, toggleAll } from './sets.ts';
import { combineViews } from './view-operators.ts';

/** `left operator right` where a built-in collection knows it; `undefined` where neither does. */
export function combineObjects(
  machine: Machine,
  operator: BinaryOperator,
  left: Value,
  right: Value,
): Outcome | undefined {
  if (operator === 'ADD') return concatenate(machine, left, right);
  if (left instanceof SetObject && right instanceof SetObject) return combineSets(machine, operator, left, right);
  if (operator === 'BIT_OR' && left instanceof DictObject && right instanceof DictObject) {
    const result = copyDict(machine, left);
    return andThen(machine, updateDict(machine, result, right), itself, result);
  }
  return isSetView(left) || isSetView(right) ? combineViews(machine, operator, left, right) : undefined;
}

/** `left operator= right` where that changes the left one in place; `undefined` where it does not. */
export function combineObjectsInPlace(
  machine: Machine,
  operator: BinaryOperator,
  left: HeapObject,
  right: Value,
): Outcome | undefined {
  if (left instanceof ListObject) {
    // A method of the right operand comes before what every sequence can do.
    const reflected = operator === 'ADD' ? '__radd__' : '__rmul__';
    return specialMethod(right, reflected) === undefined
      ? joinOrRepeat(machine, operator, left, right, true)
      : undefined;
  }
  if (left instanceof DictObject && operator === 'BIT_OR') {
    return andThen(machine, updateDict(machine, left, right), itself, left);
  }
  if (!(left instanceof SetObject) || left.isFrozen || !(right instanceof SetObject)) return undefined;
  const change = changeSet(machine, operator, left, right);
  return change === undefined ? undefined : andThen(machine, change, itself, left);
}

function isSetView(value: Value): boolean {
  return value instanceof DictView && value.of !== 'values';
}

function combineSets(
  machine: Machine,
  operator: BinaryOperator,
  left: SetObject,
  right: SetObject,
): Outcome | undefined {
  switch (operator) {
    case 'BIT_AND':
      return intersection(machine, left, right);
    case 'SUB':
      return difference(machine, left, right);
    case 'BIT_OR':
    case 'BIT_XOR': {
      const result = copySet(machine, left, left.isFrozen);
      return andThen(machine, changeSet(machine, operator, result, right) as Outcome, itself, result);
    }
    default:
      return undefined;
  }
}

function changeSet(machine: Machine, operator: BinaryOperator, left: SetObject, right: SetObject): Outcome | undefined {
  switch (operator) {
    case 'BIT_OR':
      return addAll(machine, left, right);
    case 'BIT_XOR':
      return toggleAll(machine, left, right);
    case 'SUB':
      return removeAll(machine, left, right);
    case 'BIT_AND':
      return andThen(machine, intersection(machine, left, right), become, left);
    default:
      return undefined;
  }
}

const itself: Step<[HeapObject]> = { after: (_machine, _none, object) => object };

const become: Step<[SetObject]> = {
  after(machine, result, set) {
    becomeSet(machine, set, result as SetObject);
    return null;
  },
};
