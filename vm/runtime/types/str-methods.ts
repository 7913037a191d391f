/** The methods of `str` that take plain values alone, on the heap's values: objects with an `__index__` and tuples among them. */
import type { Machine } from '../machine.ts';
import { ListObject, TupleObject, tupleOf } from '../objects/index.ts';
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

export const PLAIN_STR_METHODS: NativeMethods = Object.fromEntries(
  [...STR_METHODS].map(([name, method]): [string, NativeMethod] => [
    name,
    (machine, self: string, given) => applyMethod(machine, self, name, strMethodArguments(name, method, given)),
  ]),
);

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
const ROOM_BY_UNIT: Readonly<Record<string, number | undefined>> = {
  capitalize: 32,
  title: 32,
  strip: 8,
  lstrip: 8,
  rstrip: 8,
  split: 16,
  rsplit: 16,
  splitlines: 16,
};

function applyMethod(machine: Machine, text: string, name: string, given: readonly Slot[]): Outcome {
  // An argument that is no int is an error before those behind it are asked.
  const place = (INTS[name] ?? []).find(each => !isPlainIndex(given[each]));
  if (place !== undefined && isIndex(given[place])) {
    // Those before it have been looked at by then.
    if (name === 'replace') checkReplaced(given);
    const int = toIndex(machine, given[place] as Value);
    if (int instanceof Pending) return int.thenDo(withInt, text, name, place, ...given);
  }
  const method = STR_METHODS.get(name) as StrMethod;
  machine.heap.reserve((ROOM_BY_UNIT[name] ?? 0) * text.length);
  return onHeap(machine, method, withTuple(text, name, given) ?? method.apply(text, given));
}

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
  after: (machine, int, text, name, place, ...given) => applyMethod(machine, text, name, given.with(place, int)),
};

/** `startswith` and `endswith` take several texts as a tuple. */
function withTuple(text: string, name: string, [affix, start, end]: readonly Slot[]): boolean | undefined {
  if (!(affix instanceof TupleObject)) return undefined;
  if (name === 'startswith') return startsWith(text, affix.items, start, end);
  return name === 'endswith' ? endsWith(text, affix.items, start, end) : undefined;
}

function onHeap(machine: Machine, { makes }: StrMethod, result: MethodResult): Value {
  if (makes === 'value') return result as Value;
  const items = result as readonly string[];
  for (const item of items) machine.heap.stored(item);
  return machine.allocate(makes === 'list' ? new ListObject([...items]) : tupleOf(items));
}
