/** Counting and finding among what any iterable gives. */
import type { Machine } from '../machine.ts';
import { newList, type ListObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { areEqual } from './equality.ts';
import { itemLoop } from './loops.ts';

/** How many items before the first that equals a value, or -1 where none does. */
export function findInIterable(machine: Machine, iterable: Value, item: Value): Outcome {
  return find(machine, iterable, item, newList(machine.heap, [0]));
}

/** How many items equal a value. */
export function countInIterable(machine: Machine, iterable: Value, item: Value): Outcome {
  return count(machine, iterable, item, newList(machine.heap, [0]));
}

const find = itemLoop<[Value, ListObject]>(
  (machine, each, item, counter) => andThen(machine, areEqual(machine, each, item), endOrCount, counter),
  () => -1,
);

const endOrCount: Step<[ListObject]> = {
  after: (machine, isEqual, counter) => (isEqual === true ? counter.items[0] : increment(machine, counter)),
};

const count = itemLoop<[Value, ListObject]>(
  (machine, each, item, counter) => andThen(machine, areEqual(machine, each, item), countIf, counter),
  (_machine, _item, counter) => counter.items[0],
);

const countIf: Step<[ListObject]> = {
  after: (machine, isEqual, counter) => (isEqual === true ? increment(machine, counter) : null),
};

function increment({ heap }: Machine, counter: ListObject): null {
  counter.set(heap, 0, (counter.items[0] as number) + 1);
  return null;
}
