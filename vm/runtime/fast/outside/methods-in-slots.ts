import { isCountedWhenMade } from '../../heap/heap.ts';
import type { Machine } from '../../machine.ts';
import { DictView, type DictObject, ListObject, type SetObject, TupleObject } from '../../objects/index.ts';
import { insertItem, takeItem } from '../../operations/list-items.ts';
import { extend } from '../../operations/sequences.ts';
import { addKnown, insert, removeEntry } from '../../operations/tables.ts';
import { ROOM_BY_UNIT, onHeap } from '../../types/str-methods.ts';
import { STR_METHODS, join, type StrMethod, type Value } from '../../values/index.ts';
import type { MethodInSlots, NativeType } from '../sites.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, push, putBool, putReference, putValue, valueAt } from '../slots.ts';
import { formIn } from './keys.ts';

/** What does a call of a method of a built-in type with its object and its arguments where they are, if that is frequent. */
export function methodInSlots(type: NativeType, name: string): MethodInSlots | null {
  return IN_SLOTS[type].get(name) ?? null;
}

/*
 * As for built-in functions (`built-ins-in-slots.ts`), each does what is frequent, and leaves all else, and every error, to the method
 * itself. The result goes where the object was.
 */

const OF_LISTS: Methods = {
  extend(machine, self, count) {
    const items = count === 1 && TAGS[self + 1] === Tag.Object ? REFERENCES[self + 1] : null;
    if (!(items instanceof ListObject)) return false;
    extend(machine, REFERENCES[self] as ListObject, items);
    return putNone(self);
  },

  insert({ heap }, self, count) {
    if (count !== 2 || TAGS[self + 1] !== Tag.Int) return false;
    insertItem(heap, REFERENCES[self] as ListObject, NUMBERS[self + 1], valueAt(self + 2) as Value);
    return putNone(self);
  },

  pop({ heap }, self, count) {
    if (count > 1 || (count === 1 && TAGS[self + 1] !== Tag.Int)) return false;
    const item = takeItem(heap, REFERENCES[self] as ListObject, count === 0 ? -1 : NUMBERS[self + 1]);
    putValue(self, heap.made(item));
    return true;
  },
};

const OF_DICTS: Methods = {
  get(_machine, self, count) {
    const { table } = REFERENCES[self] as DictObject;
    const form = count === 1 || count === 2 ? formIn(table, self + 1) : undefined;
    if (form === undefined) return false;
    const entry = table.find(form);
    if (entry < 0 && count === 1) return putNone(self);
    const value = entry < 0 ? valueAt(self + 2) : table.valueAt(entry);
    if (isCountedWhenMade(value)) return false;
    if (entry < 0) push(self, self + 2);
    else putValue(self, value as Value);
    return true;
  },

  pop(machine, self, count) {
    const dict = REFERENCES[self] as DictObject;
    const form = count === 1 || count === 2 ? formIn(dict.table, self + 1) : undefined;
    if (form === undefined) return false;
    const entry = dict.table.find(form);
    if (entry < 0 && count === 1) return false;
    const value = entry < 0 ? valueAt(self + 2) : dict.table.valueAt(entry);
    if (isCountedWhenMade(value)) return false;
    if (entry < 0) {
      push(self, self + 2);
      return true;
    }
    removeEntry(machine, dict, entry);
    putValue(self, value as Value);
    return true;
  },

  setdefault(machine, self, count) {
    const dict = REFERENCES[self] as DictObject;
    const form = count === 1 || count === 2 ? formIn(dict.table, self + 1) : undefined;
    if (form === undefined) return false;
    const entry = dict.table.find(form);
    const otherwise = count === 1 ? null : (valueAt(self + 2) as Value);
    const value = entry < 0 ? otherwise : dict.table.valueAt(entry);
    if (isCountedWhenMade(value)) return false;
    if (entry < 0) insert(machine, dict, valueAt(self + 1) as Value, value, form, undefined);
    putValue(self, value);
    return true;
  },

  keys: (machine, self, count) => count === 0 && putView(machine, self, 'keys'),
  values: (machine, self, count) => count === 0 && putView(machine, self, 'values'),
  items: (machine, self, count) => count === 0 && putView(machine, self, 'items'),
};

function putView(machine: Machine, self: number, of: DictView['of']): boolean {
  putReference(self, machine.allocate(new DictView(REFERENCES[self] as DictObject, of)));
  return true;
}

const OF_SETS: Methods = {
  add(machine, self, count) {
    const set = REFERENCES[self] as SetObject;
    const form = count === 1 ? formIn(set.table, self + 1) : undefined;
    if (form === undefined) return false;
    const item = valueAt(self + 1) as Value;
    // Only a set that is changed is kept before that.
    if (set.epoch === machine.heap.epoch) set.table.findOrAdd(machine.heap, item, null, form);
    else addKnown(machine, set, item, form, undefined);
    return putNone(self);
  },

  discard: (machine, self, count) => removeItem(machine, self, count, true),
  remove: (machine, self, count) => removeItem(machine, self, count, false),
};

function removeItem(machine: Machine, self: number, count: number, mayBeMissing: boolean): boolean {
  const set = REFERENCES[self] as SetObject;
  const form = count === 1 ? formIn(set.table, self + 1) : undefined;
  if (form === undefined) return false;
  const entry = set.table.find(form);
  if (entry < 0) return mayBeMissing && putNone(self);
  removeEntry(machine, set, entry);
  return putNone(self);
}

/** A method of `str`, called with plain values or without anything. */
function ofText(name: string, method: StrMethod): MethodInSlots {
  const { apply, least, most } = method;
  const roomByUnit = ROOM_BY_UNIT[name] ?? 0;
  return (machine, self, count) => {
    if (count < least || count > most) return false;
    for (let slot = self + 1; slot <= self + count; slot++) if (TAGS[slot] === Tag.Object) return false;
    const { heap } = machine;
    const text = REFERENCES[self] as string;
    if (roomByUnit > 0) heap.reserve(roomByUnit * text.length);
    const last = self + count;
    const answer =
      count === 0
        ? apply(text)
        : apply(text, argumentAt(self + 1, last), argumentAt(self + 2, last), argumentAt(self + 3, last));
    if (typeof answer === 'boolean') putBool(self, answer);
    else putValue(self, heap.made(onHeap(machine, method, answer)));
    return true;
  };
}

/** The value in a slot, unless that is behind the last one. */
function argumentAt(slot: number, last: number): Value | undefined {
  return slot <= last ? valueAt(slot) : undefined;
}

const OF_TEXTS: Methods = {
  ...Object.fromEntries([...STR_METHODS].map(([name, method]) => [name, ofText(name, method)])),

  join(machine, self, count) {
    const items = count === 1 && TAGS[self + 1] === Tag.Object ? REFERENCES[self + 1] : null;
    if (!(items instanceof ListObject || items instanceof TupleObject)) return false;
    REFERENCES[self] = machine.heap.made(join(REFERENCES[self] as string, items.items));
    return true;
  },
};

type Methods = Readonly<Record<string, MethodInSlots>>;

/** Maps, since a program may ask for a name that all objects of the host have. */
const IN_SLOTS: Readonly<Record<NativeType, ReadonlyMap<string, MethodInSlots>>> = {
  list: new Map(Object.entries(OF_LISTS)),
  dict: new Map(Object.entries(OF_DICTS)),
  set: new Map(Object.entries(OF_SETS)),
  str: new Map(Object.entries(OF_TEXTS)),
  tuple: new Map(),
};

function putNone(slot: number): boolean {
  TAGS[slot] = Tag.None;
  return true;
}
