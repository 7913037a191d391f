/** Counting and finding items of lists and tuples. */
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { newList, type ListObject, type TupleObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { Int, Value } from '../values/index.ts';
import { areEqual } from './equality.ts';
import { isIndex, toIndex } from './indices.ts';
import { sequenceLoop } from './loops.ts';
import { firstCandidate, plainCount } from './plain-items.ts';

type Sequence = ListObject | TupleObject;

/**
 * The index of the first item that equals a value, or -1; only those from `start` up to `stop` count. The bounds are values of the
 * program, cut to the sequence; one that is `undefined` is no bound.
 */
export function indexOfItem(
  machine: Machine,
  sequence: Sequence,
  item: Value,
  start: Value | undefined,
  stop: Value | undefined,
): Outcome {
  return andThen(
    machine,
    searchBound(machine, sequence, start === undefined ? 0 : start),
    searchFrom,
    sequence,
    item,
    stop,
  );
}

/** How many items equal a value. */
export function countItems(machine: Machine, sequence: Sequence, item: Value): Outcome {
  const plain = plainCount(sequence, item);
  if (plain !== undefined) return plain;
  const counter = newList(machine.heap, [0]);
  return countFrom(machine, sequence, 0, item, counter);
}

const searchFrom: Step<[Sequence, Value, Value | undefined]> = {
  after(machine, start, sequence, item, stop) {
    if (stop === undefined) {
      const candidate = firstCandidate(sequence, item, start as number);
      const isFound = candidate < sequence.items.length && sequence.items[candidate] === item;
      return isFound ? candidate : find(machine, sequence, candidate, item, Infinity);
    }
    return andThen(machine, searchBound(machine, sequence, stop), searchUpTo, sequence, item, start as number);
  },
};

const searchUpTo: Step<[Sequence, Value, number]> = {
  after: (machine, stop, sequence, item, start) => find(machine, sequence, start, item, stop as number),
};

/** `start` or `stop` of a search, cut to the sequence: a number from 0 up. */
function searchBound(machine: Machine, sequence: Sequence, bound: Value): Outcome {
  if (!isIndex(bound)) raise('TypeError', 'slice indices must be integers or have an __index__ method');
  return andThen(machine, toIndex(machine, bound), cut, sequence);
}

const cut: Step<[Sequence]> = {
  after(_machine, int, { items }) {
    const index = Number(int as Int);
    return index < 0 ? Math.max(index + items.length, 0) : Math.min(index, items.length);
  },
};

const find = sequenceLoop<[Value, number]>(
  (machine, each, index, item, stop) => {
    if (index >= stop) return -1;
    return andThen(machine, areEqual(machine, each, item), indexOrOn, index);
  },
  () => -1,
);

const indexOrOn: Step<[number]> = { after: (_machine, isEqual, index) => (isEqual === true ? index : null) };

const countFrom = sequenceLoop<[Value, ListObject]>(
  (machine, each, _index, item, counter) => andThen(machine, areEqual(machine, each, item), countOne, counter),
  (_machine, _item, counter) => counter.items[0],
);

const countOne: Step<[ListObject]> = {
  after({ heap }, isEqual, counter) {
    if (isEqual === true) counter.set(heap, 0, (counter.items[0] as number) + 1);
    return null;
  },
};
