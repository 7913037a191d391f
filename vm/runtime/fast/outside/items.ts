import { Raised } from '../../errors.ts';
import { isCountedWhenMade } from '../../heap/heap.ts';
import { DictObject, ListObject, TupleObject, keyOf, type Key } from '../../objects/index.ts';
import type { Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { goOn } from '../going.ts';
import { operate } from './operate.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, putReference, putValue, valueAt } from '../slots.ts';
import { CODE } from '../registers.ts';

/** `LOAD_INDEX` */
export function loadIndex(pc: number, sp: number, fp: number, calls: number): number {
  const container = sp - 2;
  const item = itemAt(objectAt(container), sp - 1);
  if (item === undefined) return missItem(pc, sp, fp, calls);
  if (isCountedWhenMade(item)) return operate(pc, sp, fp, calls);
  putValue(container, item);
  return sp - 1;
}

/** Where there is no item: raises that here, without a `throw`, which is slow in the host; or does what is not so simple. */
function missItem(pc: number, sp: number, fp: number, calls: number): number {
  const container = objectAt(sp - 2);
  if ((container instanceof ListObject || container instanceof TupleObject) && TAGS[sp - 1] === Tag.Int) {
    return raiseInLoop(new Raised('IndexError', `${container.typeName} index out of range`), pc, sp, fp, calls);
  }
  const isPlainKey = TAGS[sp - 1] === Tag.String || TAGS[sp - 1] === Tag.Int;
  if (!(container instanceof DictObject) || !isPlainKey || !container.table.isPlain) return operate(pc, sp, fp, calls);
  return raiseInLoop(new Raised('KeyError', '', [valueAt(sp - 1) as Value]), pc, sp, fp, calls);
}

/** The object of the heap that a slot holds, where it does. */
function objectAt(slot: number): unknown {
  return TAGS[slot] === Tag.Object ? REFERENCES[slot] : null;
}

/** The item at the index in a slot; `undefined` where that is not simply there. */
function itemAt(container: unknown, index: number): Value | undefined {
  if (container instanceof ListObject) {
    if (TAGS[index] !== Tag.Int) return undefined;
    const at = NUMBERS[index] < 0 ? NUMBERS[index] + container.length : NUMBERS[index];
    return at >= 0 && at < container.length ? container.at(at) : undefined;
  }
  if (container instanceof TupleObject) {
    if (TAGS[index] !== Tag.Int) return undefined;
    const { items } = container;
    const at = NUMBERS[index];
    return items[at < 0 ? at + items.length : at];
  }
  if (!(container instanceof DictObject)) return undefined;
  const entry = entryOf(container.table, index);
  return entry < 0 ? undefined : container.table.valueAt(entry);
}

/** The entry of the key in a slot; -1 where it is not there, or no plain key. */
function entryOf(table: DictObject['table'], index: number): number {
  if (!table.isPlain) return -1;
  if (TAGS[index] === Tag.String) return table.find(keyOf(REFERENCES[index] as string) as Key);
  return TAGS[index] === Tag.Int ? table.find(NUMBERS[index]) : -1;
}

/** `STORE_INDEX` */
export function storeIndex(pc: number, sp: number, fp: number, calls: number): number {
  const container = sp - 3;
  const index = sp - 2;
  const { heap } = running().machine;
  const object = objectAt(container);
  if (object instanceof ListObject && TAGS[index] === Tag.Int) {
    const at = NUMBERS[index] < 0 ? NUMBERS[index] + object.length : NUMBERS[index];
    if (at >= 0 && at < object.length) {
      // The heap may count a value, but has no reason to refuse it.
      object.set(heap, at, valueAt(sp - 1) as Value);
      return goOn(pc, container, fp, calls);
    }
  } else if (object instanceof DictObject) {
    const entry = entryOf(object.table, index);
    if (entry >= 0) {
      heap.beforeWrite(object);
      object.table.setValue(entry, valueAt(sp - 1) as Value);
      return container;
    }
  }
  return operate(pc, sp, fp, calls);
}

/** `CONTAINS` of a dict: whether it has the key, which is below; 0 or 1, and -1 where it is not so simple. */
export function hasKeyAt(key: number, container: number): number {
  const dict = objectAt(container);
  const isPlainKey = TAGS[key] === Tag.String || TAGS[key] === Tag.Int;
  if (!isPlainKey || !(dict instanceof DictObject) || !dict.table.isPlain) return -1;
  return entryOf(dict.table, key) < 0 ? 0 : 1;
}

/** How many items a list, tuple, dict or short string holds; -1 for anything else. */
export function lengthAt(slot: number): number {
  const container = objectAt(slot);
  if (container instanceof ListObject) return container.length;
  if (container instanceof TupleObject) return container.items.length;
  return container instanceof DictObject ? container.table.size : -1;
}

/** `BUILD_LIST` */
export function buildList(pc: number, sp: number, fp: number, calls: number): number {
  const first = sp - CODE[pc + 1];
  const { heap } = running().machine;
  try {
    const list = new ListObject(storedFrom(first, sp));
    putReference(first, heap.add(list, list.bytes));
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
    const tuple = new TupleObject(storedFrom(first, sp));
    putReference(first, heap.add(tuple, tuple.bytes));
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, first + 1, fp, calls);
}

/** The values of slots, which a new object comes to hold. */
function storedFrom(first: number, end: number): Value[] {
  const { heap } = running().machine;
  const values: Value[] = [];
  for (let slot = first; slot < end; slot++) {
    const value = valueAt(slot) as Value;
    if (TAGS[slot] !== Tag.Object) heap.stored(value);
    values.push(value);
  }
  return values;
}
