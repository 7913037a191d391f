import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { newList, type ListObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { iterate } from './iteration.ts';
import { itemLoop } from './loops.ts';
import { plainSum } from './plain-items.ts';
import { binary } from './operators.ts';

/** `sum(iterable, start)`: adds from left to right, floats like everything else. */
export function sum(machine: Machine, iterable: Value, start: Value): Outcome {
  if (typeof start === 'string') return andThen(machine, iterate(machine, iterable), refuseText);
  const plain = plainSum(iterable, start);
  if (plain !== undefined) return plain;
  return addItems(machine, iterable, newList(machine.heap, [start]));
}

const refuseText: Step<[]> = {
  after: () => raise('TypeError', "sum() can't sum strings [use ''.join(seq) instead]"),
};

/** The sum so far is in a list. */
const addItems = itemLoop<[ListObject]>(
  (machine, item, total) => andThen(machine, binary(machine, 'ADD', total.items[0], item), setTotal, total),
  (_machine, total) => total.items[0],
);

const setTotal: Step<[ListObject]> = {
  after({ heap }, result, total) {
    total.set(heap, 0, result);
    return null;
  },
};
