import { raise } from '../errors.ts';
import type { Frame } from '../frame.ts';
import type { Machine } from '../machine.ts';
import { DictObject, ListObject, SetObject, newList, newTuple, type tupleOf } from '../objects/index.ts';
import { deleteIndex, loadIndex, loadSlice, storeIndex } from '../operations/indexing.ts';
import { length } from '../operations/length.ts';
import { addItem, storeKey } from '../operations/tables.ts';
import { str } from '../operations/text.ts';
import { unpack } from '../operations/unpacking.ts';
import { Pending, type Outcome, type Step } from '../pending.ts';
import { typeName, type Value } from '../values/index.ts';
import type { Handlers } from './handler.ts';
import type { Operands, Operations } from './operation.ts';

export const collectionOperations: Operations<
  | 'BUILD_LIST'
  | 'BUILD_TUPLE'
  | 'BUILD_SET'
  | 'BUILD_STRING'
  | 'BUILD_DICT'
  | 'LOAD_INDEX'
  | 'STORE_INDEX'
  | 'DELETE_INDEX'
  | 'SLICE'
  | 'APPEND'
  | 'LEN'
> = {
  BUILD_LIST: (machine, operands, count) => newList(machine.heap, top(machine, operands, count)),

  BUILD_TUPLE: (machine, operands, count) => newTuple(machine.heap, top(machine, operands, count)),

  BUILD_SET(machine, operands, count) {
    const items = top(machine, operands, count);
    return addAll(machine, machine.allocate(new SetObject(false)), items, 0);
  },

  BUILD_STRING: (machine, operands, count) => machine.heap.made(joinAll(machine, '', operands.top(count), 0)),

  BUILD_DICT(machine, operands, count) {
    const pairs = top(machine, operands, 2 * count);
    return storeAll(machine, machine.allocate(new DictObject()), pairs, 0);
  },

  LOAD_INDEX: (machine, operands) => machine.heap.made(loadIndex(machine, operands.peek(1), operands.peek())),

  STORE_INDEX: (machine, operands) => storeIndex(machine, operands.peek(2), operands.peek(1), operands.peek()),

  DELETE_INDEX: (machine, operands) => deleteIndex(machine, operands.peek(1), operands.peek()),

  SLICE(machine, operands) {
    const part = loadSlice(machine, operands.peek(3), operands.peek(2), operands.peek(1), operands.peek());
    return machine.heap.made(part);
  },

  APPEND(machine, operands) {
    const list = operands.peek(1);
    if (!(list instanceof ListObject)) raise('TypeError', `APPEND needs a list, not '${typeName(list)}'`);
    list.push(machine.heap, operands.peek());
    return list;
  },

  LEN: (machine, operands) => length(machine, operands.peek()),
};

export const collectionHandlers: Handlers<'UNPACK'> = {
  UNPACK(machine, frame, count) {
    machine.answer(unpack(machine, frame.peek(), count), 1, pushItems);
  },
};

/** The values on top, which a new object comes to hold. */
function top({ heap }: Machine, operands: Operands, count: number): Value[] {
  const values = operands.top(count);
  for (const value of values) heap.stored(value);
  return values;
}

function addAll(machine: Machine, set: SetObject, items: readonly Value[], from: number): Outcome {
  for (let index = from; index < items.length; index++) {
    const added = addItem(machine, set, items[index]);
    if (added instanceof Pending) return added.thenDo(addRest, set, newTuple(machine.heap, items), index + 1);
  }
  return set;
}

const addRest: Step<[SetObject, Value, number]> = {
  after: (machine, _none, set, items, from) => addAll(machine, set, (items as ReturnType<typeof tupleOf>).items, from),
};

function storeAll(machine: Machine, dict: DictObject, pairs: readonly Value[], from: number): Outcome {
  for (let index = from; index < pairs.length; index += 2) {
    const stored = storeKey(machine, dict, pairs[index], pairs[index + 1]);
    if (stored instanceof Pending) return stored.thenDo(storeRest, dict, newTuple(machine.heap, pairs), index + 2);
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
    if (part instanceof Pending) return part.thenDo(joinRest, joined, newTuple(machine.heap, values), index + 1);
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
