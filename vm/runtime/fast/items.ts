import { Raised } from '../errors.ts';
import { isCountedWhenMade } from '../heap/heap.ts';
import { keyOf, type DictObject, type Key, type ListObject, type TupleObject } from '../objects/index.ts';
import type { Value } from '../values/index.ts';
import { running } from './engine.ts';
import { raiseInLoop } from './errors.ts';
import { goOn, operate } from './operate.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, putValue, valueAt } from './slots.ts';

/** `LOAD_INDEX` */
export function loadIndex(pc: number, sp: number, fp: number, calls: number): number {
  const container = sp - 2;
  const item = itemAt(TAGS[container], REFERENCES[container], sp - 1);
  if (item === undefined) return missItem(pc, sp, fp, calls);
  if (isCountedWhenMade(item)) return operate(pc, sp, fp, calls);
  putValue(container, item);
  return sp - 1;
}

/** Where there is no item: raises that here, without a `throw`, which is slow in the host; or does what is not so simple. */
function missItem(pc: number, sp: number, fp: number, calls: number): number {
  const tag = TAGS[sp - 2];
  if ((tag === Tag.List || tag === Tag.Tuple) && TAGS[sp - 1] === Tag.Int) {
    const name = tag === Tag.List ? 'list' : 'tuple';
    return raiseInLoop(new Raised('IndexError', `${name} index out of range`), pc, sp, fp, calls);
  }
  const isPlainKey = TAGS[sp - 1] === Tag.String || TAGS[sp - 1] === Tag.Int;
  if (tag !== Tag.Dict || !isPlainKey || !(REFERENCES[sp - 2] as DictObject).table.isPlain) return operate(pc, sp, fp, calls);
  return raiseInLoop(new Raised('KeyError', '', [valueAt(sp - 1) as Value]), pc, sp, fp, calls);
}

/** The item at the index in a slot; `undefined` where that is not simply there. */
function itemAt(tag: number, container: unknown, index: number): Value | undefined {
  if (tag === Tag.List || tag === Tag.Tuple) {
    if (TAGS[index] !== Tag.Int) return undefined;
    const { items } = container as ListObject | TupleObject;
    const at = NUMBERS[index];
    return items[at < 0 ? at + items.length : at];
  }
  if (tag !== Tag.Dict) return undefined;
  const { table } = container as DictObject;
  const entry = entryOf(table, index);
  return entry < 0 ? undefined : table.valueAt(entry);
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
  if (TAGS[container] === Tag.List && TAGS[index] === Tag.Int) {
    const list = REFERENCES[container] as ListObject;
    const at = NUMBERS[index] < 0 ? NUMBERS[index] + list.length : NUMBERS[index];
    if (at >= 0 && at < list.length) {
      // The heap may count a value, but has no reason to refuse it.
      list.set(heap, at, valueAt(sp - 1) as Value);
      return goOn(pc, container, fp, calls);
    }
  } else if (TAGS[container] === Tag.Dict) {
    const dict = REFERENCES[container] as DictObject;
    const entry = entryOf(dict.table, index);
    if (entry >= 0) {
      heap.beforeWrite(dict);
      dict.table.setValue(entry, valueAt(sp - 1) as Value);
      return container;
    }
  }
  return operate(pc, sp, fp, calls);
}
