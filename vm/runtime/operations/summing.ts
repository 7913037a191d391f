import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ListObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { GO_ON, itemLoop } from './item-loop.ts';
import { iterate } from './iteration.ts';
import { binary } from './operators.ts';

/** `sum(iterable, start)`: adds from left to right, floats like everything else. */
export function sum(machine: Machine, iterable: Value, start: Value): Outcome {
  return andThen(machine, iterate(machine, iterable), sumFrom, start);
}

const sumFrom: Step<[Value]> = {
  after(machine, iterator, start) {
    if (typeof start === 'string') raise('TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
    return addItems(machine, iterator, machine.allocate(new ListObject([start])));
  },
};

/** The state is a list that holds the sum so far. */
const addItems = itemLoop<ListObject>({
  each: (machine, item, total) => andThen(machine, binary(machine, 'ADD', total.items[0], item), setTotal, total),
  end: (_machine, total) => total.items[0],
});

const setTotal: Step<[ListObject]> = {
  after({ heap }, result, total) {
    total.set(heap, 0, result);
    return GO_ON;
  },
};
