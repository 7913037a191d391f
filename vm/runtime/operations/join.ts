import type { Machine } from '../machine.ts';
import { newList, type ListObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { join, type Value } from '../values/index.ts';
import { collectInto, plainItems } from './iteration.ts';
import { iterateOr } from './iteration-errors.ts';

/** `separator.join(iterable)` */
export function joinItems(machine: Machine, separator: string, iterable: Value): Outcome {
  const items = plainItems(machine, iterable);
  if (items !== undefined) return join(separator, items);
  return andThen(machine, iterateOr(machine, iterable, 'can only join an iterable'), collected, separator);
}

const collected: Step<[separator: string]> = {
  after(machine, iterator, separator) {
    const list = newList(machine.heap, []);
    return andThen(machine, collectInto(machine, iterator, list), joined, separator);
  },
};

const joined: Step<[separator: string]> = {
  after: ({ heap }, list, separator) => heap.made(join(separator, (list as ListObject).items)),
};
