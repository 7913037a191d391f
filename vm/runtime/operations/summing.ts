import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { EXHAUSTED, newList, type ListObject } from '../objects/index.ts';
import { Pending, andThen, later, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { LONG_LOOP, itemStep, iterate, next } from './iteration.ts';
import { plainSum } from './plain-items.ts';
import { binary } from './operators.ts';

/** `sum(iterable, start)`: adds from left to right, floats like everything else. */
export function sum(machine: Machine, iterable: Value, start: Value): Outcome {
  if (typeof start === 'string') return andThen(machine, iterate(machine, iterable), refuseText);
  const plain = plainSum(iterable, start);
  if (plain !== undefined) return plain;
  const total = newList(machine.heap, [start]);
  return andThen(machine, iterate(machine, iterable), begin, total);
}

const refuseText: Step<[]> = {
  after: () => raise('TypeError', "sum() can't sum strings [use ''.join(seq) instead]"),
};

/** Adds the items that an iterator gives to a sum, which is in a list while somebody has to be waited for. */
function addItems(machine: Machine, iterator: Value, total: ListObject): Outcome {
  for (let count = 0; count < LONG_LOOP; count++) {
    const item = next(machine, iterator);
    if (item instanceof Pending) return item.thenDo(addItem, iterator, total);
    if (item === EXHAUSTED) return total.items[0];
    const sum = add(machine, total.items[0], item);
    if (sum instanceof Pending) return sum.thenDo(setTotal, iterator, total);
    total.set(machine.heap, 0, sum);
  }
  return later(null).thenDo(goOn, iterator, total);
}

function add(machine: Machine, sum: Value, item: Value): Outcome {
  if (typeof sum !== 'number' || typeof item !== 'number') return binary(machine, 'ADD', sum, item);
  const added = sum + item;
  return Number.isSafeInteger(added) ? added : binary(machine, 'ADD', sum, item);
}

const begin: Step<[ListObject]> = { after: (machine, iterator, total) => addItems(machine, iterator, total) };

const goOn: Step<[Value, ListObject]> = {
  after: (machine, _nothing, iterator, total) => addItems(machine, iterator, total),
};

const addItem = itemStep<[ListObject]>(
  (machine, item, iterator, total) => {
    const sum = add(machine, total.items[0], item);
    if (sum instanceof Pending) return sum.thenDo(setTotal, iterator, total);
    total.set(machine.heap, 0, sum);
    return undefined;
  },
  addItems,
  (_machine, total) => total.items[0],
);

const setTotal: Step<[Value, ListObject]> = {
  after(machine, sum, iterator, total) {
    total.set(machine.heap, 0, sum);
    return addItems(machine, iterator, total);
  },
};
