import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ListObject, type TupleObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { typeName, type Value } from '../values/index.ts';
import { collectInto, isIterable, iterate } from './iteration.ts';

/** Exactly `count` items of an iterable, in a list; of an endless one only one more is asked for. */
export function unpack(machine: Machine, iterable: Value, count: number): Outcome {
  if (!isIterable(iterable)) raise('TypeError', `cannot unpack non-iterable ${typeName(iterable)} object`);
  return andThen(machine, iterate(machine, iterable), takeItems, count);
}

/** The sequence itself, if it has that many items; raises `ValueError` where it has not. */
export function checkCount<T extends ListObject | TupleObject>(sequence: T, count: number): T {
  const found = sequence.items.length;
  if (found > count) raise('ValueError', `too many values to unpack (expected ${count})`);
  if (found < count) raise('ValueError', `not enough values to unpack (expected ${count}, got ${found})`);
  return sequence;
}

const takeItems: Step<[number]> = {
  after: (machine, iterator, count) =>
    andThen(
      machine,
      collectInto(machine, iterator, machine.allocate(new ListObject([])), count + 1),
      checkItems,
      count,
    ),
};

const checkItems: Step<[number]> = { after: (_machine, list, count) => checkCount(list as ListObject, count) };
