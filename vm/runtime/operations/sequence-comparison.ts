import type { Machine } from '../machine.ts';
import type { ListObject, TupleObject } from '../objects/index.ts';
import { Pending, later, type Outcome, type Step } from '../pending.ts';
import type { ComparisonOperator } from '../types/native-comparison.ts';
import { order, type Value } from '../values/index.ts';
import { compare } from './comparison.ts';
import { areEqual } from './equality.ts';
import { LONG_LOOP } from './iteration.ts';

/** Compares two lists or two tuples as the first items that are not equal compare, else as their lengths do. */
export function compareSequences<Sequence extends ListObject | TupleObject>(
  machine: Machine,
  operator: ComparisonOperator,
  left: Sequence,
  right: Sequence,
  nesting: number,
): Outcome {
  const isEquality = operator === 'EQ' || operator === 'NE';
  if (isEquality && left.items.length !== right.items.length) return operator === 'NE';
  return compareFrom(machine, operator, left, right, 0, nesting);
}

type Sequences = ListObject | TupleObject;

function compareFrom(
  machine: Machine,
  operator: ComparisonOperator,
  left: Sequences,
  right: Sequences,
  from: number,
  nesting: number,
): Outcome {
  // Only while a comparison waits for the program the lists may change.
  const { items } = left;
  const { items: others } = right;
  for (let index = from; index < items.length && index < others.length; index++) {
    const item = items[index];
    const other = others[index];
    if (item === other && (typeof item === 'number' || typeof item === 'string')) continue;
    if (index - from > LONG_LOOP) return later(true).thenDo(goOn, operator, left, right, index - 1, nesting);
    const outcome = areEqual(machine, item, other, nesting + 1);
    if (outcome instanceof Pending) return outcome.thenDo(goOn, operator, left, right, index, nesting);
    if (outcome === false) return compareItems(machine, operator, item, other, nesting + 1);
  }
  return compareLengths(operator, left, right);
}

function compareLengths(operator: ComparisonOperator, left: Sequences, right: Sequences): boolean {
  const [leftCount, rightCount] = [left.items.length, right.items.length];
  if (operator === 'EQ') return leftCount === rightCount;
  return operator === 'NE' ? leftCount !== rightCount : order(operator, leftCount, rightCount);
}

/** Items that are not equal. */
function compareItems(
  machine: Machine,
  operator: ComparisonOperator,
  left: Value,
  right: Value,
  nesting: number,
): Outcome {
  if (operator === 'EQ' || operator === 'NE') return operator === 'NE';
  return compare(machine, operator, left, right, nesting);
}

const goOn: Step<[string, Sequences, Sequences, number, number]> = {
  after(machine, isEqual, name, left, right, index, nesting) {
    const operator = name as ComparisonOperator;
    if (isEqual === true) return compareFrom(machine, operator, left, right, index + 1, nesting);
    const isThere = index < left.items.length && index < right.items.length;
    return isThere
      ? compareItems(machine, operator, left.items[index], right.items[index], nesting + 1)
      : compareLengths(operator, left, right);
  },
};
