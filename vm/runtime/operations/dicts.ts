/** What dicts take over from others. */
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { DictObject, ListObject, TupleObject, newList, type Key } from '../objects/index.ts';
import { andThen, callLater, type Outcome, type Step } from '../pending.ts';
import { typeName, type Value } from '../values/index.ts';
import { loadAttribute, loadAttributeOr, NO_ATTRIBUTE } from './attributes.ts';
import { loadIndex } from './indexing.ts';
import { collectOr } from './iteration-errors.ts';
import { entryLoop, itemLoop } from './loops.ts';
import { storeKey, storeKnown } from './tables.ts';

/** A new dict of the same entries. */
export function copyDict(machine: Machine, { table }: DictObject): DictObject {
  return machine.allocate(new DictObject(table.copy()));
}

/** Takes over the entries of a mapping (what has a `keys` method) or of an iterable of pairs; answers with `None`. */
export function updateDict(machine: Machine, dict: DictObject, source: Value): Outcome {
  if (source === dict) return null;
  if (source instanceof DictObject) {
    if (source.table.isPlain && dict.table.isPlain) return storePlain(machine, source, dict);
    return storeEntries(machine, source, dict);
  }
  if (source instanceof ListObject || source instanceof TupleObject)
    return storePairs(machine, source, dict, newList(machine.heap, [0]));
  return andThen(machine, loadAttributeOr(machine, source, 'keys', NO_ATTRIBUTE), storeFrom, dict, source);
}

/** Where all keys of both have canonical forms, so that nobody has to be asked. */
function storePlain({ heap }: Machine, { table }: DictObject, dict: DictObject): null {
  const isNew = dict.table.size === 0;
  for (let entry = table.first; entry < table.end; entry++) {
    const key = table.keyAt(entry);
    if (key === undefined) continue;
    const form = table.formAt(entry) as Key;
    const found = isNew ? -1 : dict.table.find(form);
    heap.beforeWrite(dict);
    if (found >= 0) dict.table.setValue(found, table.valueAt(entry));
    else dict.table.add(heap, key, table.valueAt(entry), form);
  }
  return null;
}

const nothing = (): null => null;

const storeEntries = entryLoop<[DictObject]>(
  (machine, { table }, entry, dict) =>
    storeKnown(
      machine,
      dict,
      table.keyAt(entry) as Value,
      table.valueAt(entry),
      table.formAt(entry),
      table.hashAt(entry),
    ),
  nothing,
);

const storeFrom: Step<[DictObject, Value]> = {
  after(machine, method, dict, source) {
    // CPython, too, looks it up twice: to see whether it is there, and to call it.
    if (method !== NO_ATTRIBUTE)
      return andThen(machine, loadAttribute(machine, source, 'keys'), callKeys, dict, source);
    return storePairs(machine, source, dict, newList(machine.heap, [0]));
  },
};

const callKeys: Step<[DictObject, Value]> = {
  after: (machine, method, dict, source) => andThen(machine, callLater(method, []), storeFromMapping, dict, source),
};

const storeFromMapping: Step<[DictObject, Value]> = {
  after(machine, keys, dict, source) {
    const message = `${typeName(source)}.keys() returned a non-iterable (type ${typeName(keys)})`;
    return andThen(machine, collectOr(machine, keys, message), storeByKeys, dict, source);
  },
};

const storeByKeys: Step<[DictObject, Value]> = {
  after: (machine, keys, dict, source) => storeEachKey(machine, keys, dict, source),
};

const storeEachKey = itemLoop<[DictObject, Value]>(
  (machine, key, dict, source) => andThen(machine, loadIndex(machine, source, key), storeValue, dict, key),
  nothing,
);

const storeValue: Step<[DictObject, Value]> = {
  after: (machine, value, dict, key) => storeKey(machine, dict, key, value),
};

/** `counter` is a list of one number: how many pairs there were. */
const storePairs = itemLoop<[DictObject, ListObject]>((machine, pair, dict, counter) => {
  if (pair instanceof TupleObject || pair instanceof ListObject) return storePair.after(machine, pair, dict, counter);
  const message = `cannot convert dictionary update sequence element #${counter.items[0] as number} to a sequence`;
  return andThen(machine, collectOr(machine, pair, message), storePair, dict, counter);
}, nothing);

const storePair: Step<[DictObject, ListObject]> = {
  after(machine, list, dict, counter) {
    const { items } = list as ListObject | TupleObject;
    const index = counter.items[0] as number;
    if (items.length !== 2) {
      const found = `dictionary update sequence element #${index} has length ${items.length}`;
      raise('ValueError', `${found}; 2 is required`);
    }
    counter.set(machine.heap, 0, index + 1);
    return storeKey(machine, dict, items[0], items[1]);
  },
};
