/** What lists, tuples and strings do as sequences: they are joined and repeated. */
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  DictObject,
  DictView,
  InstanceObject,
  ListObject,
  RangeObject,
  SetObject,
  TupleObject,
  newFloatList,
  newList,
  newTuple,
} from '../objects/index.ts';
import { Pending, andThen, type Outcome, type Step } from '../pending.ts';
import {
  LONGEST_FILLED,
  REFERENCE_BYTES,
  arrayToFill,
  binaryOperation,
  typeName,
  type Int,
  type Value,
} from '../values/index.ts';
import { raiseUnsupportedOperands } from '../values/operators.ts';
import { collectInto, iterate, plainItems } from './iteration.ts';
import { isIndex, toSize } from './indices.ts';

type Sequence = ListObject | TupleObject | string;

/** `left + right` of two lists or two tuples; `undefined` of anything else. */
export function concatenate(machine: Machine, left: Value, right: Value): ListObject | TupleObject | undefined {
  if (left instanceof ListObject && right instanceof ListObject) {
    machine.heap.reserve(REFERENCE_BYTES * (left.length + right.length));
    if (left.floats !== null && right.floats !== null)
      return newFloatList(machine.heap, left.floats.concat(right.floats));
    return newList(machine.heap, joinArrays(left.items, right.items));
  }
  if (!(left instanceof TupleObject) || !(right instanceof TupleObject)) return undefined;
  if (left.items.length === 0) return right;
  if (right.items.length === 0) return left;
  machine.heap.reserve(REFERENCE_BYTES * (left.items.length + right.items.length));
  return newTuple(machine.heap, joinArrays(left.items, right.items));
}

/** The host's own way to join arrays takes long to begin. */
function joinArrays(left: readonly Value[], right: readonly Value[]): Value[] {
  const length = left.length + right.length;
  if (length > LONGEST_FILLED) return left.concat(right);
  const joined = arrayToFill(length);
  for (let index = 0; index < left.length; index++) joined[index] = left[index];
  for (let index = 0; index < right.length; index++) joined[left.length + index] = right[index];
  return joined;
}

/**
 * What `+` and `*` come to once no method of the program knows the operands: raises where a sequence is joined to something
 * else, or repeated by what is no int. `undefined` where there is no sequence.
 */
export function joinOrRepeat(
  machine: Machine,
  operator: string,
  left: Value,
  right: Value,
  isInPlace: boolean,
): Outcome | undefined {
  if (operator === 'ADD')
    return isInPlace && left instanceof ListObject ? extend(machine, left, right) : refuse(left, right);
  if (operator !== 'MUL') return undefined;
  if (isSequence(left)) return repeatBy(machine, left, right, isInPlace);
  if (!isSequence(right)) return undefined;
  if (isInPlace && isLikeSequence(left)) raiseUnsupportedOperands('*=', left, right);
  return repeatBy(machine, right, left, false);
}

/** Whether a value is what CPython implements as a kind of sequence, although it may not be one. */
export function isLikeSequence(value: Value): boolean {
  return (
    isSequence(value) ||
    value instanceof RangeObject ||
    value instanceof DictObject ||
    value instanceof SetObject ||
    value instanceof DictView ||
    value instanceof InstanceObject
  );
}

/** Adds the items of an iterable to a list, and answers with the list. What an iterator gave before an error stays. */
export function extend(machine: Machine, list: ListObject, iterable: Value): Outcome {
  const isPlain = iterable instanceof ListObject && iterable !== list && iterable.floats === null;
  const items = isPlain ? iterable.items : plainItems(machine, iterable);
  if (items === undefined) return andThen(machine, iterate(machine, iterable), extendFrom, list);
  machine.heap.reserve(REFERENCE_BYTES * items.length);
  list.extend(machine.heap, items);
  return list;
}

const extendFrom: Step<[ListObject]> = { after: collectInto };

function isSequence(value: Value): value is Sequence {
  return typeof value === 'string' || value instanceof ListObject || value instanceof TupleObject;
}

function refuse(left: Value, right: Value): undefined {
  if (!(left instanceof ListObject) && !(left instanceof TupleObject)) return undefined;
  const name = left.typeName;
  raise('TypeError', `can only concatenate ${name} (not "${typeName(right)}") to ${name}`);
}

function repeatBy(machine: Machine, sequence: Sequence, count: Value, isInPlace: boolean): Outcome {
  if (!isIndex(count)) raise('TypeError', `can't multiply sequence by non-int of type '${typeName(count)}'`);
  const size = toSize(machine, count, 'OverflowError');
  if (size instanceof Pending) return size.thenDo(repeat, sequence, isInPlace);
  return repeat.after(machine, size, sequence, isInPlace);
}

const repeat: Step<[Sequence, boolean]> = {
  after(machine, count, sequence, isInPlace) {
    if (typeof sequence === 'string') return machine.heap.made(binaryOperation('MUL', sequence, count));
    return repeatSequence(machine, sequence, Number(count as Int), isInPlace);
  },
};

/** A list or tuple so many times: a new one, or the list itself where that changes in place. */
export function repeatSequence(
  { heap }: Machine,
  sequence: ListObject | TupleObject,
  count: number,
  isInPlace: boolean,
): ListObject | TupleObject {
  const { items } = sequence;
  const times = Math.max(count, 0);
  if (sequence instanceof TupleObject && (times === 1 || items.length === 0)) return sequence;
  heap.reserve(REFERENCE_BYTES * items.length * times);
  const repeated = repeatItems(items, times);
  if (sequence instanceof TupleObject) return newTuple(heap, repeated);
  if (!isInPlace) return newList(heap, repeated);
  sequence.replace(heap, repeated);
  return sequence;
}

/**
 * The host copies whole arrays, many in one call, five times as fast as it takes item by item, but takes long to begin. A block has
 * about as many items as there are blocks.
 */
function repeatItems(items: readonly Value[], times: number): Value[] {
  const count = items.length * times;
  if (count <= FEW_REPEATED) return repeatEach(items, times);
  const timesInBlock = Math.ceil(Math.max(Math.sqrt(count) / items.length, times / MOST_BLOCKS));
  const block = timesInBlock === 1 ? items : repeatItems(items, timesInBlock);
  const blocks = new Array<readonly Value[]>(Math.floor(times / timesInBlock) - 1).fill(block);
  return block.concat(...blocks, repeatItems(items, times % timesInBlock));
}

function repeatEach(items: readonly Value[], times: number): Value[] {
  const repeated: Value[] = [];
  if (items.length === 0) return repeated;
  for (let round = 0; round < times; round++) {
    for (let index = 0; index < items.length; index++) repeated.push(items[index]);
  }
  return repeated;
}

const FEW_REPEATED = 256;
/** Hosts take only so many arguments in a call. */
const MOST_BLOCKS = 1024;
