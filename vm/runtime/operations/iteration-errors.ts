import { raise, Raised } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { newList } from '../objects/index.ts';
import { Pending, andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { collectInto, iterate, plainItems } from './iteration.ts';

/** `iter(value)`, with this message for what is not iterable. */
export function iterateOr(machine: Machine, value: Value, message: string): Outcome {
  try {
    const outcome = iterate(machine, value);
    return outcome instanceof Pending ? outcome.thenDo(orRaise, message) : outcome;
  } catch (error) {
    if (error instanceof Raised && error.kind === 'TypeError') raise('TypeError', message);
    throw error;
  }
}

/** All items of an iterable in a new list, with this message for what is not iterable. */
export function collectOr(machine: Machine, value: Value, message: string): Outcome {
  const items = plainItems(machine, value);
  if (items !== undefined) return newList(machine.heap, items);
  return andThen(machine, iterateOr(machine, value, message), collectAll);
}

const orRaise: Step<[string]> = {
  after: (_machine, iterator) => iterator,
  rescues: ['TypeError'],
  rescue: (_machine, _error, message) => raise('TypeError', message),
};

const collectAll: Step<[]> = {
  after: (machine, iterator) => collectInto(machine, iterator, newList(machine.heap, [])),
};
