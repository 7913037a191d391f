/** How dicts, sets and the views of dicts compare. */
import type { Machine } from '../machine.ts';
import { DictObject, DictView, SetObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { ComparisonOperator } from '../types/native-comparison.ts';
import type { Value } from '../values/index.ts';
import { areEqual } from './equality.ts';
import { entryLoop, itemLoop } from './loops.ts';
import { contains } from './membership.ts';
import { NOT_IMPLEMENTED } from './not-implemented.ts';
import { findKey } from './tables.ts';

/** Dicts are equal when they have equal values under the same keys; they have no order. */
export function compareDicts(
  machine: Machine,
  operator: ComparisonOperator,
  left: DictObject,
  right: Value,
  nesting: number,
): Outcome {
  if ((operator !== 'EQ' && operator !== 'NE') || !(right instanceof DictObject)) return NOT_IMPLEMENTED;
  const isEqual = left.table.size === right.table.size && hasEntriesOf(machine, left, right, nesting + 1);
  return andThen(machine, isEqual, operator === 'EQ' ? asItIs : opposite);
}

/** Sets compare as a part of one another. */
export function compareSets(machine: Machine, operator: ComparisonOperator, left: SetObject, right: Value): Outcome {
  if (!(right instanceof SetObject)) return NOT_IMPLEMENTED;
  const [leftSize, rightSize] = [left.table.size, right.table.size];
  return comparePart(machine, operator, leftSize, rightSize, isSubset, left, right);
}

/** Whether all items of a set are in another. */
export function isSubset(machine: Machine, left: SetObject, right: SetObject): Outcome {
  return left.table.size <= right.table.size && hasKeysOf(machine, left, right);
}

/** Views of keys and items compare with one another and with sets as sets do; views of values do not. */
export function compareViews(machine: Machine, operator: ComparisonOperator, left: DictView, right: Value): Outcome {
  const rightSize = sizeOf(right);
  if (left.of === 'values' || rightSize === undefined) return NOT_IMPLEMENTED;
  return comparePart(machine, operator, left.dict.table.size, rightSize, hasItemsOf, left, right);
}

function sizeOf(value: Value): number | undefined {
  if (value instanceof SetObject) return value.table.size;
  return value instanceof DictView && value.of !== 'values' ? value.dict.table.size : undefined;
}

function comparePart<Left extends Value, Right extends Value>(
  machine: Machine,
  operator: ComparisonOperator,
  leftSize: number,
  rightSize: number,
  isPart: (machine: Machine, part: Left | Right, whole: Left | Right) => Outcome,
  left: Left,
  right: Right,
): Outcome {
  switch (operator) {
    case 'EQ':
      return leftSize === rightSize && isPart(machine, left, right);
    case 'NE':
      return leftSize !== rightSize || andThen(machine, isPart(machine, left, right), opposite);
    case 'LE':
      return leftSize <= rightSize && isPart(machine, left, right);
    case 'LT':
      return leftSize < rightSize && isPart(machine, left, right);
    case 'GE':
      return leftSize >= rightSize && isPart(machine, right, left);
    case 'GT':
      return leftSize > rightSize && isPart(machine, right, left);
  }
}

const falseIfMissing: Step<[]> = { after: (_machine, entry) => ((entry as number) < 0 ? false : null) };

const hasKeysOf = entryLoop<[SetObject]>(
  (machine, { table }, entry, whole) =>
    andThen(
      machine,
      findKey(machine, whole, table.keyAt(entry) as Value, table.formAt(entry), table.hashAt(entry)),
      falseIfMissing,
    ),
  () => true,
);

const hasEntriesOf = entryLoop<[DictObject, number]>(
  (machine, source, entry, other, nesting) => {
    const { table } = source;
    const found = findKey(machine, other, table.keyAt(entry) as Value, table.formAt(entry), table.hashAt(entry));
    return andThen(machine, found, compareValues, table.valueAt(entry), other, nesting);
  },
  () => true,
);

const compareValues: Step<[Value, DictObject, number]> = {
  after(machine, entry, value, other, nesting) {
    if ((entry as number) < 0) return false;
    return andThen(machine, areEqual(machine, value, other.table.valueAt(entry as number), nesting), falseOrOn);
  },
};

const hasItemsOf = itemLoop<[Value]>(
  (machine, item, whole) => andThen(machine, contains(machine, whole, item), falseOrOn),
  () => true,
);

const falseOrOn: Step<[]> = { after: (_machine, holds) => (holds === true ? null : false) };
const asItIs: Step<[]> = { after: (_machine, result) => result };
const opposite: Step<[]> = { after: (_machine, result) => result === false };
