/** The methods of `str` that take plain values alone, on the heap's values: objects with an `__index__` and tuples among them. */
import type { Machine } from '../machine.ts';
import { TupleObject, newList, newTuple } from '../objects/index.ts';
import { toIndex } from '../operations/conversions.ts';
import { Pending, type Outcome, type Slot, type Step } from '../pending.ts';
import {
  HeapObject,
  STR_METHODS,
  asInt,
  endsWith,
  namedTextArgument,
  startsWith,
  type MethodResult,
  type StrMethod,
  type Value,
} from '../values/index.ts';
import { specialMethod } from './registry.ts';
import type { NativeMethod, NativeMethods } from './definitions.ts';
import { strMethodArguments } from './str-arguments.ts';

/** The arguments that are ints, by their places. */
const INTS: Readonly<Record<string, readonly number[] | undefined>> = {
  find: [1, 2],
  rfind: [1, 2],
  index: [1, 2],
  rindex: [1, 2],
  count: [1, 2],
  startswith: [1, 2],
  endswith: [1, 2],
  replace: [2],
  split: [1],
  rsplit: [1],
  splitlines: [0],
  ljust: [0],
  rjust: [0],
  center: [0],
  zfill: [0],
  expandtabs: [0],
};

/** Methods that take a text apart: about how many bytes they need on their way for each unit of it. */
export const ROOM_BY_UNIT: Readonly<Record<string, number | undefined>> = {
  capitalize: 32,
  title: 32,
  strip: 8,
  lstrip: 8,
  rstrip: 8,
  split: 16,
  rsplit: 16,
  splitlines: 16,
};

/** What a method needs beside its arguments. */
interface Row {
  readonly name: string;
  readonly method: StrMethod;
  /** Places of ints among its arguments. */
  readonly ints: readonly number[];
  readonly roomByUnit: number;
  readonly takesTuple: boolean;
}

function rowOf(name: string, method: StrMethod): Row {
  const takesTuple = name === 'startswith' || name === 'endswith';
  return { name, method, ints: INTS[name] ?? [], roomByUnit: ROOM_BY_UNIT[name] ?? 0, takesTuple };
}

const ROWS: ReadonlyMap<string, Row> = new Map([...STR_METHODS].map(([name, method]) => [name, rowOf(name, method)]));

function applyMethod(machine: Machine, text: string, row: Row, given: readonly Slot[]): Outcome {
  // An argument that is no int is an error before those behind it are asked.
  if (given.length > 0 && row.ints.length > 0) {
    const place = firstObject(row.ints, given);
    if (place !== undefined && isIndex(given[place])) {
      // Those before it have been looked at by then.
      if (row.name === 'replace') checkReplaced(given);
      const int = toIndex(machine, given[place] as Value);
      if (int instanceof Pending) return int.thenDo(withInt, text, row.name, place, ...given);
    }
  }
  const { method, roomByUnit } = row;
  if (roomByUnit > 0) machine.heap.reserve(roomByUnit * text.length);
  const answer = row.takesTuple ? withTuple(text, row.name, given) : undefined;
  return onHeap(machine, method, answer ?? method.apply(text, given[0], given[1], given[2]));
}

/** The first place of an int where something else is given. */
function firstObject(ints: readonly number[], given: readonly Slot[]): number | undefined {
  for (const place of ints) if (place < given.length && !isPlainIndex(given[place])) return place;
  return undefined;
}

export const PLAIN_STR_METHODS: NativeMethods = Object.fromEntries(
  [...ROWS].map(([name, row]): [string, NativeMethod] => [
    name,
    (machine, self: string, given) => applyMethod(machine, self, row, strMethodArguments(name, row.method, given)),
  ]),
);

function checkReplaced([old, replacement]: readonly Slot[]): void {
  namedTextArgument('replace() argument 1', old as Value);
  namedTextArgument('replace() argument 2', replacement as Value);
}

function isPlainIndex(value: Slot): boolean {
  return value === undefined || value === null || asInt(value) !== undefined;
}

function isIndex(value: Slot): boolean {
  return value instanceof HeapObject && specialMethod(value, '__index__') !== undefined;
}

const withInt: Step<[text: string, name: string, place: number, ...given: Slot[]]> = {
  after: (machine, int, text, name, place, ...given) =>
    applyMethod(machine, text, ROWS.get(name) as Row, given.with(place, int)),
};

/** `startswith` and `endswith` take several texts as a tuple. */
function withTuple(text: string, name: string, [affix, start, end]: readonly Slot[]): boolean | undefined {
  if (!(affix instanceof TupleObject)) return undefined;
  if (name === 'startswith') return startsWith(text, affix.items, start, end);
  return name === 'endswith' ? endsWith(text, affix.items, start, end) : undefined;
}

/** What a method of `str` answers with, on the heap where it has items. */
export function onHeap(machine: Machine, { makes }: StrMethod, result: MethodResult): Value {
  if (makes === 'value') return result as Value;
  const items = result as string[];
  for (let index = 0; index < items.length; index++) machine.heap.stored(items[index]);
  return makes === 'list' ? newList(machine.heap, items) : newTuple(machine.heap, items);
}
