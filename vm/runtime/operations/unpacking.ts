import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { EXHAUSTED, ListObject, TupleObject, newList } from '../objects/index.ts';
import { Pending, andThen, type Outcome, type Step } from '../pending.ts';
import { specialMethod } from '../types/registry.ts';
import { typeName, type Value } from '../values/index.ts';
import { iterate, next } from './iteration.ts';
import { iterateOr } from './iteration-errors.ts';

/**
 * The items of an iterable, exactly `count` of them, as a list or tuple. Takes at most one item more from it. Raises
 * `ValueError` for another number of items, `TypeError` for what is not iterable.
 */
export function unpack(machine: Machine, iterable: Value, count: number): Outcome {
  if (iterable instanceof ListObject || iterable instanceof TupleObject) {
    checkCount(iterable.items.length, count);
    return iterable;
  }
  return andThen(machine, iterateFor(machine, iterable), takeFrom, count);
}

/** What a method of the program raises stays as it is. */
function iterateFor(machine: Machine, iterable: Value): Outcome {
  const isAsked = ['__iter__', '__getitem__'].some(name => specialMethod(iterable, name) !== undefined);
  if (isAsked) return iterate(machine, iterable);
  return iterateOr(machine, iterable, `cannot unpack non-iterable ${typeName(iterable)} object`);
}

const takeFrom: Step<[number]> = {
  after: (machine, iterator, count) => take(machine, iterator, newList(machine.heap, []), count),
};

function take(machine: Machine, iterator: Value, list: ListObject, count: number): Outcome {
  for (;;) {
    const item = next(machine, iterator);
    if (item instanceof Pending) return item.thenDo(taken, iterator, list, count);
    const isComplete = keep(machine, item, list, count);
    if (isComplete) return list;
  }
}

const taken: Step<[Value, ListObject, number]> = {
  after: (machine, item, iterator, list, count) =>
    keep(machine, item, list, count) ? list : take(machine, iterator, list, count),
};

/** Keeps one more item; answers whether the end has come, and all items are there. */
function keep({ heap }: Machine, item: Value, list: ListObject, count: number): boolean {
  if (item === EXHAUSTED) {
    checkCount(list.length, count);
    return true;
  }
  checkCount(list.length < count ? count : list.length + 1, count);
  list.push(heap, item);
  return false;
}

function checkCount(found: number, count: number): void {
  if (found > count) raise('ValueError', `too many values to unpack (expected ${count})`);
  if (found < count) raise('ValueError', `not enough values to unpack (expected ${count}, got ${found})`);
}
