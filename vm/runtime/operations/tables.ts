import type { Machine } from '../machine.ts';
import { SetObject, keyOf, type DictObject, type Key } from '../objects/index.ts';
import { Pending, andThen, type Outcome, type Step } from '../pending.ts';
import { isSame, type Int, type Value } from '../values/index.ts';
import { areEqual } from './equality.ts';
import { hash, plainHash } from './hashing.ts';
import type { TableOwner } from './loops.ts';

/** The entry of a key in a dict or set: its number, or -1. Raises `TypeError` for what is unhashable. */
export function lookUp(machine: Machine, owner: TableOwner, key: Value): Outcome {
  const form = keyOf(key);
  if (form !== undefined) return findKey(machine, owner, key, form, undefined);
  return andThen(machine, hash(machine, key), findHashed, owner, key);
}

/** The same in a set, where a set stands for the frozenset of the same items. */
export function lookUpItem(machine: Machine, set: SetObject, item: Value): Outcome {
  const isMutableSet = item instanceof SetObject && !item.isFrozen;
  return lookUp(machine, set, isMutableSet ? machine.allocate(new SetObject(true, item.table.copy())) : item);
}

/**
 * The entry of a key whose canonical form is known, or its hash: one of them has to be. It is the first entry with the same
 * hash whose key is the same object, or equals this one.
 */
export function findKey(
  machine: Machine,
  owner: TableOwner,
  key: Value,
  form: Key | undefined,
  hashOfKey: Int | undefined,
): Outcome {
  const { table } = owner;
  if (table.isPlain) {
    if (form !== undefined) return table.find(form);
    if (table.size === 0) return -1;
    table.keepHashes(plainHash);
  }
  return search(machine, owner, key, form, hashOfKey ?? plainHash(key), 0);
}

/** `dict[key] = value`; answers with `None`. */
export function storeKey(machine: Machine, dict: DictObject, key: Value, value: Value): Outcome {
  const form = keyOf(key);
  if (form !== undefined) return storeKnown(machine, dict, key, value, form, undefined);
  return andThen(machine, hash(machine, key), storeHashed, dict, key, value);
}

/** The same for a key whose canonical form or hash is known. */
export function storeKnown(
  machine: Machine,
  dict: DictObject,
  key: Value,
  value: Value,
  form: Key | undefined,
  hashOfKey: Int | undefined,
): Outcome {
  const entry = findKey(machine, dict, key, form, hashOfKey);
  if (entry instanceof Pending) return entry.thenDo(stored, dict, key, value, form, hashOfKey);
  return stored.after(machine, entry, dict, key, value, form, hashOfKey);
}

/** The value of a key; a key that is missing gets this one. */
export function valueOrStore(machine: Machine, dict: DictObject, key: Value, value: Value): Outcome {
  const form = keyOf(key);
  if (form !== undefined) return valueOrStoreKnown(machine, dict, key, value, form, undefined);
  return andThen(machine, hash(machine, key), valueOrStoreHashed, dict, key, value);
}

function valueOrStoreKnown(
  machine: Machine,
  dict: DictObject,
  key: Value,
  value: Value,
  form: Key | undefined,
  hashOfKey: Int | undefined,
): Outcome {
  const entry = findKey(machine, dict, key, form, hashOfKey);
  if (entry instanceof Pending) return entry.thenDo(foundOrStored, dict, key, value, form, hashOfKey);
  return foundOrStored.after(machine, entry, dict, key, value, form, hashOfKey);
}

/** Puts a value into a set, unless it is there; answers with `None`. */
export function addItem(machine: Machine, set: SetObject, item: Value): Outcome {
  const form = keyOf(item);
  if (form !== undefined) return addKnown(machine, set, item, form, undefined);
  return andThen(machine, hash(machine, item), addHashed, set, item);
}

/** The same for an item whose canonical form or hash is known. */
export function addKnown(
  machine: Machine,
  set: SetObject,
  item: Value,
  form: Key | undefined,
  hashOfItem: Int | undefined,
): Outcome {
  const entry = findKey(machine, set, item, form, hashOfItem);
  if (entry instanceof Pending) return entry.thenDo(added, set, item, form, hashOfItem);
  return added.after(machine, entry, set, item, form, hashOfItem);
}

/** Adds an entry for a key that is not there. */
export function insert(
  { heap }: Machine,
  owner: TableOwner,
  key: Value,
  value: Value,
  form: Key | undefined,
  hashOfKey: Int | undefined,
): void {
  const { table } = owner;
  heap.beforeWrite(owner);
  if (form === undefined) table.keepHashes(plainHash);
  table.add(heap, key, value, form, table.isPlain ? undefined : (hashOfKey ?? plainHash(key)));
}

/** Takes an entry out. */
export function removeEntry({ heap }: Machine, owner: TableOwner, entry: number): void {
  heap.beforeWrite(owner);
  owner.table.remove(heap, entry);
}

const findHashed: Step<[TableOwner, Value]> = {
  after: (machine, hashOfKey, owner, key) => findKey(machine, owner, key, undefined, hashOfKey as Int),
};

/** Goes on searching at the candidate of that index among the entries with the same hash. */
function search(
  machine: Machine,
  owner: TableOwner,
  key: Value,
  form: Key | undefined,
  hashOfKey: Int,
  from: number,
): Outcome {
  const { table } = owner;
  const equalByForm = form === undefined ? -1 : table.find(form);
  const candidates = table.withHash(hashOfKey);
  for (let index = from; index < candidates.length; index++) {
    const candidate = candidates[index];
    const stored = table.keyAt(candidate) as Value;
    if (candidate === equalByForm || isSame(stored, key)) return candidate;
    if (form !== undefined && table.formAt(candidate) !== undefined) continue;
    const outcome = areEqual(machine, stored, key);
    if (outcome instanceof Pending) {
      return outcome.thenDo(foundOrOn, owner, key, form, hashOfKey, index, table.version);
    }
    if (outcome === true) return candidate;
  }
  return equalByForm;
}

/** A table that the program has changed while it compared is searched anew. */
const foundOrOn: Step<[TableOwner, Value, Key | undefined, Int, number, number]> = {
  after(machine, isFound, owner, key, form, hashOfKey, index, version) {
    const { table } = owner;
    if (table.version !== version) return findKey(machine, owner, key, form, hashOfKey);
    if (isFound === true) return table.withHash(hashOfKey)[index];
    return search(machine, owner, key, form, hashOfKey, index + 1);
  },
};

const storeHashed: Step<[DictObject, Value, Value]> = {
  after: (machine, hashOfKey, dict, key, value) => storeKnown(machine, dict, key, value, undefined, hashOfKey as Int),
};

const valueOrStoreHashed: Step<[DictObject, Value, Value]> = {
  after: (machine, hashOfKey, dict, key, value) =>
    valueOrStoreKnown(machine, dict, key, value, undefined, hashOfKey as Int),
};

const foundOrStored: Step<[DictObject, Value, Value, Key | undefined, Int | undefined]> = {
  after(machine, entry, dict, key, value, form, hashOfKey) {
    if ((entry as number) >= 0) return dict.table.valueAt(entry as number);
    insert(machine, dict, key, value, form, hashOfKey);
    return value;
  },
};

const stored: Step<[DictObject, Value, Value, Key | undefined, Int | undefined]> = {
  after(machine, entry, dict, key, value, form, hashOfKey) {
    if ((entry as number) < 0) {
      insert(machine, dict, key, value, form, hashOfKey);
    } else {
      machine.heap.beforeWrite(dict);
      dict.table.setValue(entry as number, value);
    }
    return null;
  },
};

const addHashed: Step<[SetObject, Value]> = {
  after: (machine, hashOfItem, set, item) => addKnown(machine, set, item, undefined, hashOfItem as Int),
};

const added: Step<[SetObject, Value, Key | undefined, Int | undefined]> = {
  after(machine, entry, set, item, form, hashOfItem) {
    if ((entry as number) < 0) insert(machine, set, item, null, form, hashOfItem);
    return null;
  },
};
