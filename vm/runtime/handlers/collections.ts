import { raise } from '../errors.ts';
import { dropResult, type Frame } from '../frame.ts';
import type { Machine } from '../machine.ts';
import { DictObject, ListObject, SetObject, tupleOf } from '../objects/index.ts';
import { deleteIndex, loadIndex, loadSlice, storeIndex } from '../operations/indexing.ts';
import { length } from '../operations/length.ts';
import { addItem, storeKey } from '../operations/tables.ts';
import { str } from '../operations/text.ts';
import { unpack } from '../operations/unpacking.ts';
import { Pending, type Outcome, type Step } from '../pending.ts';
import { typeName, type Value } from '../values/index.ts';
import type { Handlers } from './handler.ts';

export const collectionHandlers: Handlers<
  | 'BUILD_LIST'
  | 'BUILD_TUPLE'
  | 'BUILD_SET'
  | 'BUILD_STRING'
  | 'BUILD_DICT'
  | 'UNPACK'
  | 'LOAD_INDEX'
  | 'STORE_INDEX'
  | 'DELETE_INDEX'
  | 'SLICE'
  | 'APPEND'
  | 'LEN'
> = {
  BUILD_LIST(machine, frame, count) {
    machine.answer(machine.allocate(new ListObject(top(machine, frame, count))), count);
  },

  BUILD_TUPLE(machine, frame, count) {
    machine.answer(machine.allocate(tupleOf(top(machine, frame, count))), count);
  },

  BUILD_SET(machine, frame, count) {
    const items = machine.allocate(tupleOf(top(machine, frame, count)));
    machine.answer(addAll(machine, machine.allocate(new SetObject(false)), items.items, 0), count);
  },

  BUILD_STRING(machine, frame, count) {
    machine.answer(machine.heap.made(joinAll(machine, '', frame.stack.slice(frame.stack.length - count), 0)), count);
  },

  BUILD_DICT(machine, frame, count) {
    const pairs = top(machine, frame, 2 * count);
    machine.answer(storeAll(machine, machine.allocate(new DictObject()), pairs, 0), 2 * count);
  },

  UNPACK(machine, frame, count) {
    machine.answer(unpack(machine, frame.peek(), count), 1, pushItems);
  },

  LOAD_INDEX(machine, frame) {
    machine.answer(machine.heap.made(loadIndex(machine, frame.peek(1), frame.peek())), 2);
  },

  STORE_INDEX(machine, frame) {
    machine.answer(storeIndex(machine, frame.peek(2), frame.peek(1), frame.peek()), 3, dropResult);
  },

  DELETE_INDEX(machine, frame) {
    machine.answer(deleteIndex(machine, frame.peek(1), frame.peek()), 2, dropResult);
  },

  SLICE(machine, frame) {
    const part = loadSlice(machine, frame.peek(3), frame.peek(2), frame.peek(1), frame.peek());
    machine.answer(machine.heap.made(part), 4);
  },

  APPEND(machine, frame) {
    const list = frame.peek(1);
    if (!(list instanceof ListObject)) raise('TypeError', `APPEND needs a list, not '${typeName(list)}'`);
    list.push(machine.heap, frame.peek());
    frame.drop(1);
  },

  LEN(machine, frame) {
    machine.answer(length(machine, frame.peek()), 1);
  },
};

/** The values on top, which a new object comes to hold. */
function top({ heap }: Machine, frame: Frame, count: number): Value[] {
  const values = frame.stack.slice(frame.stack.length - count);
  for (const value of values) heap.stored(value);
  return values;
}

function addAll(machine: Machine, set: SetObject, items: readonly Value[], from: number): Outcome {
  for (let index = from; index < items.length; index++) {
    const added = addItem(machine, set, items[index]);
    if (added instanceof Pending) return added.thenDo(addRest, set, machine.allocate(tupleOf(items)), index + 1);
  }
  return set;
}

const addRest: Step<[SetObject, Value, number]> = {
  after: (machine, _none, set, items, from) => addAll(machine, set, (items as ReturnType<typeof tupleOf>).items, from),
};

function storeAll(machine: Machine, dict: DictObject, pairs: readonly Value[], from: number): Outcome {
  for (let index = from; index < pairs.length; index += 2) {
    const stored = storeKey(machine, dict, pairs[index], pairs[index + 1]);
    if (stored instanceof Pending) return stored.thenDo(storeRest, dict, machine.allocate(tupleOf(pairs)), index + 2);
  }
  return dict;
}

const storeRest: Step<[DictObject, Value, number]> = {
  after: (machine, _none, dict, pairs, from) =>
    storeAll(machine, dict, (pairs as ReturnType<typeof tupleOf>).items, from),
};

function joinAll(machine: Machine, text: string, values: readonly Value[], from: number): Outcome {
  let joined = text;
  for (let index = from; index < values.length; index++) {
    const part = str(machine, values[index]);
    if (part instanceof Pending) return part.thenDo(joinRest, joined, machine.allocate(tupleOf(values)), index + 1);
    joined += part as string;
  }
  return joined;
}

const joinRest: Step<[string, Value, number]> = {
  after: (machine, part, text, values, from) =>
    joinAll(machine, text + (part as string), (values as ReturnType<typeof tupleOf>).items, from),
};

/** The first item ends on top. */
function pushItems(_machine: Machine, frame: Frame, list: Value): void {
  for (const item of (list as ListObject).items.toReversed()) frame.push(item);
}
