import type { Machine } from '../machine.ts';
import { keyOf, type DictObject, type HashTable, type SetObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';

/** The entry of a key in a table: its number, or -1. Raises `TypeError` for what is unhashable. */
export function lookUp(_machine: Machine, table: HashTable, key: Value): Outcome {
  const form = keyOf(key);
  return form === undefined ? -1 : table.find(form);
}

/** `dict[key] = value`; answers with `None`. */
export function storeKey(machine: Machine, dict: DictObject, key: Value, value: Value): Outcome {
  return andThen(machine, lookUp(machine, dict.table, key), stored, dict, key, value);
}

const stored: Step<[DictObject, Value, Value]> = {
  after({ heap }, entry, dict, key, value) {
    heap.beforeWrite(dict);
    if ((entry as number) >= 0) dict.table.setValue(entry as number, value);
    else dict.table.add(heap, key, value, keyOf(key));
    return null;
  },
};

/** Puts a value into a set, unless it is there; answers with `None`. */
export function addItem(machine: Machine, set: SetObject, item: Value): Outcome {
  return andThen(machine, lookUp(machine, set.table, item), added, set, item);
}

const added: Step<[SetObject, Value]> = {
  after({ heap }, entry, set, item) {
    if ((entry as number) >= 0) return null;
    heap.beforeWrite(set);
    set.table.add(heap, item, null, keyOf(item));
    return null;
  },
};
