import { Raised, raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ListObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { join, type Value } from '../values/index.ts';
import { collectInto, iterate, plainItems } from './iteration.ts';

/** `separator.join(iterable)` */
export function joinItems(machine: Machine, separator: string, iterable: Value): Outcome {
  const items = plainItems(machine, iterable);
  if (items !== undefined) return join(separator, items);
  return andThen(machine, iterateOrRefuse(machine, iterable), collected, separator);
}

/** CPython has words of its own for what cannot be iterated here. */
function iterateOrRefuse(machine: Machine, iterable: Value): Outcome {
  try {
    return iterate(machine, iterable);
  } catch (thrown) {
    if (thrown instanceof Raised && thrown.kind === 'TypeError') raise('TypeError', 'can only join an iterable');
    throw thrown;
  }
}

const collected: Step<[separator: string]> = {
  after(machine, iterator, separator) {
    const list = machine.allocate(new ListObject([]));
    return andThen(machine, collectInto(machine, iterator, list), joined, separator);
  },
};

const joined: Step<[separator: string]> = {
  after: ({ heap }, list, separator) => heap.made(join(separator, (list as ListObject).items)),
};
