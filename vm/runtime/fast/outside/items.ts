import { Raised } from '../../errors.ts';
import { isCountedWhenMade, type Heap } from '../../heap/heap.ts';
import { isLarge, textBytes } from '../../heap/plain-bytes.ts';
import {
  DictObject,
  InstanceObject,
  ListObject,
  SetObject,
  TupleObject,
  newDict,
  newList,
  newSet,
  newTuple,
  type HashTable,
  type Key,
} from '../../objects/index.ts';
import { deleteItem } from '../../operations/list-items.ts';
import { firstCandidate } from '../../operations/plain-items.ts';
import { removeEntry } from '../../operations/tables.ts';
import {
  LONGEST_FILLED,
  REFERENCE_BYTES,
  arrayToFill,
  characterAt,
  codePointLength,
  contains,
  type HeapObject,
  type Value,
} from '../../values/index.ts';
import { Op } from '../../../isa/index.ts';
import { running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { goOn } from '../going.ts';
import { countFrom } from './counting.ts';
import { formIn, plainForm } from './keys.ts';
import { operate } from './operate.ts';
import { enterSpecialMethod } from './special-methods.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, putReference, putValue, valueAt } from '../slots.ts';
import { CODE } from '../registers.ts';

/** `LOAD_INDEX` */
export function loadIndex(pc: number, sp: number, fp: number, calls: number): number {
  const container = sp - 2;
  const isText = TAGS[container] === Tag.String;
  const item = isText ? characterOf(container, sp - 1) : itemAt(objectAt(container), sp - 1);
  if (item === undefined) return missItem(pc, sp, fp, calls);
  if (isCountedWhenMade(item)) return operate(pc, sp, fp, calls);
  putValue(container, item);
  return sp - 1;
}

/** Where there is no item: raises that here, without a `throw`, which is slow in the host; or does what is not so simple. */
function missItem(pc: number, sp: number, fp: number, calls: number): number {
  const container = objectAt(sp - 2);
  if (container instanceof InstanceObject)
    return enterSpecialMethod(Op.LOAD_INDEX, pc, sp, fp, calls) ?? operate(pc, sp, fp, calls);
  if ((container instanceof ListObject || container instanceof TupleObject) && TAGS[sp - 1] === Tag.Int) {
    return raiseInLoop(new Raised('IndexError', `${container.typeName} index out of range`), pc, sp, fp, calls);
  }
  const isPlain = container instanceof DictObject && formIn(container.table, sp - 1) !== undefined;
  if (!isPlain) return operate(pc, sp, fp, calls);
  return raiseInLoop(new Raised('KeyError', '', [valueAt(sp - 1) as Value]), pc, sp, fp, calls);
}

/** The character of the string in a slot at the index in another. */
function characterOf(text: number, index: number): string | undefined {
  return TAGS[index] === Tag.Int ? characterAt(REFERENCES[text] as string, NUMBERS[index]) : undefined;
}

/** The object of the heap that a slot holds, where it does. */
function objectAt(slot: number): unknown {
  return TAGS[slot] === Tag.Object ? REFERENCES[slot] : null;
}

/** The item at the index in a slot; `undefined` where that is not simply there. */
function itemAt(container: unknown, index: number): Value | undefined {
  // Whether it is of a class the host finds out the sooner the fewer it is asked for.
  if (container instanceof DictObject || TAGS[index] !== Tag.Int) return valueOfKey(container, index);
  if (container instanceof ListObject) {
    const at = NUMBERS[index] < 0 ? NUMBERS[index] + container.length : NUMBERS[index];
    return at >= 0 && at < container.length ? container.at(at) : undefined;
  }
  if (container instanceof TupleObject) {
    const { items } = container;
    const at = NUMBERS[index];
    return items[at < 0 ? at + items.length : at];
  }
  return undefined;
}

function valueOfKey(container: unknown, index: number): Value | undefined {
  if (!(container instanceof DictObject)) return undefined;
  const entry = entryOf(container.table, index);
  return entry < 0 ? undefined : container.table.valueAt(entry);
}

/** The entry of the key in a slot; -1 where it is not there, or no plain key. */
function entryOf(table: HashTable, index: number): number {
  const form = formIn(table, index);
  return form === undefined ? -1 : table.find(form);
}

/** `STORE_INDEX` */
export function storeIndex(pc: number, sp: number, fp: number, calls: number): number {
  const container = sp - 3;
  try {
    if (!storeAt(container, sp - 2, sp - 1)) return operate(pc, sp, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, container, fp, calls);
}

/** Puts a value in the place of an item of a list, or under the key of a dict. False, with nothing changed, where that is more. */
export function storeAt(container: number, index: number, stored: number): boolean {
  const { heap } = running().machine;
  const object = objectAt(container);
  if (object instanceof DictObject) return storeUnderKey(heap, object, index, stored);
  const at = object instanceof ListObject ? placeIn(object, index) : -1;
  if (at < 0) return false;
  // The heap may count a value, but has no reason to refuse it.
  (object as ListObject).set(heap, at, valueAt(stored) as Value);
  return true;
}

/** The place in a list that the index in a slot means; below 0 where there is none, or it is no int. */
function placeIn(list: ListObject, index: number): number {
  if (TAGS[index] !== Tag.Int) return -1;
  const place = NUMBERS[index] < 0 ? NUMBERS[index] + list.length : NUMBERS[index];
  return place < list.length ? place : -1;
}

function storeUnderKey(heap: Heap, dict: DictObject, index: number, stored: number): boolean {
  const { table } = dict;
  const form = formIn(table, index);
  if (form === undefined) return false;
  const value = valueAt(stored) as Value;
  heap.beforeWrite(dict);
  const entry = table.findOrAdd(heap, valueAt(index) as Value, value, form);
  if (entry >= 0) table.setValue(entry, value);
  return true;
}

/** `DELETE_INDEX` */
export function deleteIndex(pc: number, sp: number, fp: number, calls: number): number {
  const container = objectAt(sp - 2);
  const { machine } = running();
  if (container instanceof ListObject) {
    const place = placeIn(container, sp - 1);
    if (place < 0) return operate(pc, sp, fp, calls);
    deleteItem(machine.heap, container, place);
  } else {
    const entry = container instanceof DictObject ? entryOf(container.table, sp - 1) : -1;
    if (entry < 0) return operate(pc, sp, fp, calls);
    removeEntry(machine, container as DictObject, entry);
  }
  return goOn(pc, sp - 2, fp, calls);
}

/** `CONTAINS` of a string, a dict, a set, a list or a tuple: whether it has the key, which is below; 0 or 1, and -1 where it is not so simple. */
export function hasKeyAt(key: number, container: number): number {
  if (TAGS[container] === Tag.String && TAGS[key] === Tag.String)
    return contains(REFERENCES[container] as string, REFERENCES[key] as string) ? 1 : 0;
  const owner = objectAt(container);
  if (owner instanceof ListObject || owner instanceof TupleObject) return hasItem(owner, key);
  if (!(owner instanceof DictObject || owner instanceof SetObject)) return -1;
  const form = formIn(owner.table, key);
  if (form === undefined) return -1;
  return owner.table.find(form) < 0 ? 0 : 1;
}

/** The same of a sequence and an int or a string, where no item before it may be equal in another way. */
function hasItem(sequence: ListObject | TupleObject, key: number): number {
  if (TAGS[key] !== Tag.Int && TAGS[key] !== Tag.String) return -1;
  if (sequence instanceof ListObject && sequence.floats !== null) return -1;
  const value = valueAt(key) as Value;
  const at = firstCandidate(sequence, value, 0);
  if (at === sequence.items.length) return 0;
  return sequence.items[at] === value ? 1 : -1;
}

/** How many items a list, tuple, dict, set or string holds; -1 for anything else. */
export function lengthAt(slot: number): number {
  if (TAGS[slot] === Tag.String) return codePointLength(REFERENCES[slot] as string);
  const container = objectAt(slot);
  if (container instanceof ListObject) return container.length;
  if (container instanceof TupleObject) return container.items.length;
  return container instanceof DictObject || container instanceof SetObject ? container.table.size : -1;
}

/** Adds the item in a slot to the list in another one. False, with nothing changed, where the heap has more to do for it. */
export function appendAt(container: number, slot: number): boolean {
  const list = objectAt(container);
  if (!(list instanceof ListObject)) return false;
  const { heap } = running().machine;
  const tag = TAGS[slot];
  const { floats } = list;
  if (list.epoch !== heap.epoch) return false;
  if (floats !== null) {
    if (tag !== Tag.Float || !heap.growQuietly(REFERENCE_BYTES)) return false;
    floats.push(NUMBERS[slot]);
    return true;
  }
  const small = NUMBERS[slot] | 0;
  const isSmall = tag === Tag.Int && small === NUMBERS[slot];
  if (!isSmall && tag !== Tag.Object) return tag === Tag.String && appendText(heap, list, REFERENCES[slot] as string);
  if (!heap.growQuietly(REFERENCE_BYTES)) return false;
  // Two calls, so that the host sees at each what kind of value it gets.
  if (isSmall) list.append(small);
  else list.append(REFERENCES[slot] as HeapObject);
  return true;
}

function appendText(heap: Heap, list: ListObject, text: string): boolean {
  if (isLarge(text) || !heap.growQuietly(REFERENCE_BYTES, textBytes(text))) return false;
  list.append(text);
  return true;
}

/** `APPEND`: the list stays. */
export function appendTop(pc: number, sp: number, fp: number, calls: number): number {
  const list = objectAt(sp - 2);
  if (!(list instanceof ListObject)) return operate(pc, sp, fp, calls);
  try {
    list.push(running().machine.heap, valueAt(sp - 1) as Value);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, sp - 1, fp, calls);
}

/** `BUILD_LIST` */
export function buildList(pc: number, sp: number, fp: number, calls: number): number {
  const first = sp - CODE[pc + 1];
  const { heap } = running().machine;
  try {
    putReference(first, newList(heap, storedFrom(heap, first, sp)));
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, first + 1, fp, calls);
}

/** `BUILD_TUPLE` */
export function buildTuple(pc: number, sp: number, fp: number, calls: number): number {
  const first = sp - CODE[pc + 1];
  if (first === sp) return operate(pc, sp, fp, calls);
  const { heap } = running().machine;
  try {
    putReference(first, newTuple(heap, storedFrom(heap, first, sp)));
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, first + 1, fp, calls);
}

/** `BUILD_DICT` */
export function buildDict(pc: number, sp: number, fp: number, calls: number): number {
  const first = sp - 2 * CODE[pc + 1];
  for (let slot = first; slot < sp; slot += 2) if (plainForm(slot) === undefined) return operate(pc, sp, fp, calls);
  const { heap } = running().machine;
  try {
    countFrom(heap, first, sp);
    const dict = newDict(heap);
    for (let slot = first; slot < sp; slot += 2) storeUnderKey(heap, dict, slot, slot + 1);
    putReference(first, dict);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, first + 1, fp, calls);
}

/** `BUILD_SET` */
export function buildSet(pc: number, sp: number, fp: number, calls: number): number {
  const first = sp - CODE[pc + 1];
  for (let slot = first; slot < sp; slot++) if (plainForm(slot) === undefined) return operate(pc, sp, fp, calls);
  const { heap } = running().machine;
  try {
    countFrom(heap, first, sp);
    const set = newSet(heap);
    for (let slot = first; slot < sp; slot++) {
      const form = plainForm(slot) as Key;
      if (set.table.find(form) < 0) set.table.add(heap, valueAt(slot) as Value, null, form);
    }
    putReference(first, set);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, first + 1, fp, calls);
}

/** The values of slots, which a new object comes to hold. The host makes short arrays faster where it sees that they are short. */
function storedFrom(heap: Heap, first: number, end: number): Value[] {
  switch (end - first) {
    case 0:
      return [];
    case 1:
      return [storedAt(heap, first)];
    case 2:
      return [storedAt(heap, first), storedAt(heap, first + 1)];
    case 3:
      return [storedAt(heap, first), storedAt(heap, first + 1), storedAt(heap, first + 2)];
  }
  const values = arrayToFill(Math.min(end - first, LONGEST_FILLED));
  const filled = first + values.length;
  for (let slot = first; slot < filled; slot++) values[slot - first] = storedAt(heap, slot);
  for (let slot = filled; slot < end; slot++) values.push(storedAt(heap, slot));
  return values;
}

/** The value of a slot, which the heap has counted. */
function storedAt(heap: Heap, slot: number): Value {
  const tag = TAGS[slot];
  if (tag === Tag.Object) return REFERENCES[slot] as HeapObject;
  if (tag === Tag.Int) {
    const small = NUMBERS[slot] | 0;
    if (small === NUMBERS[slot]) return small;
  }
  countFrom(heap, slot, slot + 1);
  return valueAt(slot) as Value;
}
