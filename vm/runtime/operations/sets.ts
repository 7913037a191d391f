/** What sets do with one another, and with any iterable. */
import type { Machine } from '../machine.ts';
import {
  DictObject,
  ListObject,
  SetObject,
  TupleObject,
  keyOf,
  newList,
  type HashTable,
  type Key,
} from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { codePoints, type Value } from '../values/index.ts';
import { LONG_LOOP } from './iteration.ts';
import { entryLoop, itemLoop, type TableOwner } from './loops.ts';
import { addItem, addKnown, findKey, insert, lookUp, removeEntry } from './tables.ts';

/** A new set of the same items. */
export function copySet(machine: Machine, { table }: SetObject, isFrozen: boolean): SetObject {
  return machine.allocate(new SetObject(isFrozen, table.copy()));
}

/** A new set of the items of an iterable. */
export function makeSet(machine: Machine, iterable: Value, isFrozen: boolean): Outcome {
  if (iterable instanceof SetObject) return copySet(machine, iterable, isFrozen);
  const set = machine.allocate(new SetObject(isFrozen));
  return andThen(machine, addAll(machine, set, iterable), itself, set);
}

/** Adds the items of an iterable to a set; answers with `None`. */
export function addAll(machine: Machine, set: SetObject, iterable: Value): Outcome {
  if (!hasTable(iterable)) return addPlainItems(machine, iterable, set) ? null : addItems(machine, iterable, set);
  if (arePlain(iterable, set)) return addPlain(machine, iterable, set);
  return addEntries(machine, iterable, set);
}

/** Takes the items of an iterable out of a set; answers with `None`. */
export function removeAll(machine: Machine, set: SetObject, iterable: Value): Outcome {
  if (iterable === set) {
    clearSet(machine, set);
    return null;
  }
  return iterable instanceof SetObject ? removeEntries(machine, iterable, set) : removeItems(machine, iterable, set);
}

/** The items of a set that an iterable does not give, in a new set of the same kind. */
export function difference(machine: Machine, set: SetObject, iterable: Value): Outcome {
  if (hasTable(iterable) && set.table.size <= SMALL_DIFFERENCE * iterable.table.size) {
    const result = machine.allocate(new SetObject(set.isFrozen));
    if (arePlain(iterable, set)) return addPlainWhere(machine, set, result, form => iterable.table.find(form) < 0);
    return andThen(machine, addMissing(machine, set, iterable, result), itself, result);
  }
  const result = copySet(machine, set, set.isFrozen);
  return andThen(machine, removeAll(machine, result, iterable), itself, result);
}

/** From so many times more items on it takes less time to copy them all and to take some out. */
const SMALL_DIFFERENCE = 4;

/** The items of a set that an iterable gives, too, in a new set of the same kind. */
export function intersection(machine: Machine, set: SetObject, iterable: Value): Outcome {
  const result = machine.allocate(new SetObject(set.isFrozen));
  if (!(iterable instanceof SetObject)) {
    return andThen(machine, addCommonItems(machine, iterable, set, result), itself, result);
  }
  if (arePlain(iterable, set) && iterable.table.size > set.table.size) {
    return addPlainWhere(machine, set, result, form => iterable.table.find(form) >= 0);
  }
  if (arePlain(iterable, set)) return addPlainFrom(machine, set, result, iterable);
  if (iterable.table.size > set.table.size) {
    return andThen(machine, addCommonEntries(machine, set, iterable, result), itself, result);
  }
  const places = newList(machine.heap, []);
  return andThen(machine, findCommon(machine, iterable, set, places), inOrder, iterable, places, result);
}

/** Changes a set: the items of another come in where they are missing, and go where they are there. Answers with `None`. */
export function toggleAll(machine: Machine, set: SetObject, iterable: Value): Outcome {
  if (iterable === set) {
    clearSet(machine, set);
    return null;
  }
  if (iterable instanceof SetObject) return toggleEntries(machine, iterable, set);
  return andThen(machine, makeSet(machine, iterable, false), toggleSet, set);
}

/** Whether a set and an iterable have no item in common. */
export function areDisjoint(machine: Machine, set: SetObject, iterable: Value): Outcome {
  if (!(iterable instanceof SetObject)) return haveNoItem(machine, iterable, set);
  const isSmaller = iterable.table.size <= set.table.size;
  return isSmaller ? haveNoEntry(machine, iterable, set) : haveNoEntry(machine, set, iterable);
}

/** Whether a set has all items of an iterable: it asks no further than the first that it has not. */
export const hasAll = itemLoop<[SetObject]>(
  (machine, item, set) => andThen(machine, lookUp(machine, set, item), falseIfMissing),
  () => true,
);

/** Gives a set the items of another, a new one. */
export function becomeSet({ heap }: Machine, set: SetObject, other: SetObject): void {
  heap.beforeWrite(set);
  set.table.replace(heap, other.table);
}

export function clearSet({ heap }: Machine, set: SetObject): void {
  heap.beforeWrite(set);
  set.table.clear(heap);
}

function hasTable(value: Value): value is TableOwner {
  return value instanceof SetObject || value instanceof DictObject;
}

/** Whether all keys of both have canonical forms: then nobody has to be asked. */
function arePlain(left: TableOwner, right: TableOwner): boolean {
  return left.table.isPlain && right.table.isPlain;
}

/**
 * Adds the items of a short string, list or tuple, in which the program has no say where all have canonical forms. False, with some
 * added, which does not matter, where one has none or somebody else has to go through them.
 */
function addPlainItems(machine: Machine, iterable: Value, set: SetObject): boolean {
  const items = set.table.isPlain ? shortItems(iterable) : undefined;
  if (items === undefined) return false;
  for (let index = 0; index < items.length; index++) {
    const form = keyOf(items[index]);
    if (form === undefined) return false;
    addKnown(machine, set, items[index], form, undefined);
  }
  return true;
}

function shortItems(iterable: Value): readonly Value[] | undefined {
  if (typeof iterable === 'string') return iterable.length > LONG_LOOP ? undefined : codePoints(iterable);
  const isSequence = iterable instanceof ListObject || iterable instanceof TupleObject;
  return isSequence && iterable.items.length <= LONG_LOOP ? iterable.items : undefined;
}

function addPlain({ heap }: Machine, { table }: TableOwner, set: SetObject): null {
  const isNew = set.table.size === 0;
  for (let entry = table.first; entry < table.end; entry++) {
    const key = table.keyAt(entry);
    const form = table.formAt(entry);
    if (key === undefined || form === undefined || (!isNew && set.table.find(form) >= 0)) continue;
    heap.beforeWrite(set);
    set.table.add(heap, key, null, form);
  }
  return null;
}

/** Adds those of one set's items to another, a new one, whose forms pass a test. */
function addPlainWhere(
  { heap }: Machine,
  { table }: SetObject,
  result: SetObject,
  passes: (form: Key) => boolean,
): SetObject {
  for (let entry = table.first; entry < table.end; entry++) {
    const key = table.keyAt(entry);
    const form = table.formAt(entry);
    if (key !== undefined && form !== undefined && passes(form)) result.table.add(heap, key, null, form);
  }
  return result;
}

/** Adds what a source has of one set's items to another, a new one, in the order of the first and as the source has them. */
function addPlainFrom({ heap }: Machine, { table }: SetObject, result: SetObject, source: SetObject): SetObject {
  for (let entry = table.first; entry < table.end; entry++) {
    const form = table.formAt(entry);
    const found = form === undefined ? -1 : source.table.find(form);
    if (found >= 0) result.table.add(heap, source.table.keyAt(found) as Value, null, form);
  }
  return result;
}

/** Looks for the key of an entry of one table in another. */
function findEntry(machine: Machine, { table }: TableOwner, entry: number, owner: TableOwner): Outcome {
  return findKey(machine, owner, table.keyAt(entry) as Value, table.formAt(entry), table.hashAt(entry));
}

/** Adds the key of an entry to a set that has no equal item. */
function addNew(machine: Machine, set: SetObject, table: HashTable, entry: number): void {
  const key = table.keyAt(entry);
  if (key !== undefined) insert(machine, set, key, null, table.formAt(entry), table.hashAt(entry));
}

const nothing = (): null => null;

const itself: Step<[SetObject]> = { after: (_machine, _none, set) => set };

const addEntries = entryLoop<[SetObject]>(
  (machine, { table }, entry, set) =>
    addKnown(machine, set, table.keyAt(entry) as Value, table.formAt(entry), table.hashAt(entry)),
  nothing,
);

const addItems = itemLoop<[SetObject]>((machine, item, set) => addItem(machine, set, item), nothing);

const removeFound: Step<[SetObject]> = {
  after(machine, entry, set) {
    if ((entry as number) >= 0) removeEntry(machine, set, entry as number);
    return null;
  },
};

const removeEntries = entryLoop<[SetObject]>(
  (machine, source, entry, set) => andThen(machine, findEntry(machine, source, entry, set), removeFound, set),
  nothing,
);

const removeItems = itemLoop<[SetObject]>(
  (machine, item, set) => andThen(machine, lookUp(machine, set, item), removeFound, set),
  nothing,
);

const addMissing = entryLoop<[TableOwner, SetObject]>(
  (machine, source, entry, other, result) =>
    andThen(machine, findEntry(machine, source, entry, other), addIfMissing, source, entry, result),
  nothing,
);

const addIfMissing: Step<[TableOwner, number, SetObject]> = {
  after(machine, found, source, entry, result) {
    if ((found as number) < 0) addNew(machine, result, source.table, entry);
    return null;
  },
};

const addCommonItems = itemLoop<[SetObject, SetObject]>(
  (machine, item, set, result) => andThen(machine, lookUp(machine, set, item), addItemIfFound, item, result),
  nothing,
);

const addItemIfFound: Step<[Value, SetObject]> = {
  after: (machine, entry, item, result) => ((entry as number) < 0 ? null : addItem(machine, result, item)),
};

const addCommonEntries = entryLoop<[TableOwner, SetObject]>(
  (machine, source, entry, other, result) =>
    andThen(machine, findEntry(machine, source, entry, other), addIfFound, source, entry, result),
  nothing,
);

const addIfFound: Step<[TableOwner, number, SetObject]> = {
  after(machine, found, source, entry, result) {
    if ((found as number) >= 0) addNew(machine, result, source.table, entry);
    return null;
  },
};

/** Notes where the items of a source are in a set: pairs of an entry there and one of the source, in one number each. */
const findCommon = entryLoop<[SetObject, ListObject]>(
  (machine, source, entry, set, places) =>
    andThen(machine, findEntry(machine, source, entry, set), notePlace, entry, places),
  nothing,
);

const notePlace: Step<[number, ListObject]> = {
  after({ heap }, found, entry, places) {
    if ((found as number) >= 0) places.push(heap, (found as number) * ENTRIES + entry);
    return null;
  },
};

/** More than any table has. */
const ENTRIES = 2 ** 26;

/** The common items as the source has them, in the order of the set that is on the left. */
const inOrder: Step<[SetObject, ListObject, SetObject]> = {
  after(machine, _none, source, places, result) {
    const sorted = (places.items as readonly number[]).toSorted((left, right) => left - right);
    for (const place of sorted) addNew(machine, result, source.table, place % ENTRIES);
    return result;
  },
};

const toggleEntries = entryLoop<[SetObject]>(
  (machine, source, entry, set) =>
    andThen(machine, findEntry(machine, source, entry, set), removeOrAdd, source, entry, set),
  nothing,
);

const removeOrAdd: Step<[TableOwner, number, SetObject]> = {
  after(machine, found, source, entry, set) {
    if ((found as number) >= 0) removeEntry(machine, set, found as number);
    else addNew(machine, set, source.table, entry);
    return null;
  },
};

const toggleSet: Step<[SetObject]> = { after: (machine, other, set) => toggleAll(machine, set, other) };

const falseIfFound: Step<[]> = { after: (_machine, entry) => ((entry as number) >= 0 ? false : null) };

const falseIfMissing: Step<[]> = { after: (_machine, entry) => ((entry as number) < 0 ? false : null) };

const haveNoEntry = entryLoop<[SetObject]>(
  (machine, source, entry, set) => andThen(machine, findEntry(machine, source, entry, set), falseIfFound),
  () => true,
);

const haveNoItem = itemLoop<[SetObject]>(
  (machine, item, set) => andThen(machine, lookUp(machine, set, item), falseIfFound),
  () => true,
);
