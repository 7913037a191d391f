/**
 * What lists and tuples are asked most often, where all that matters is plain numbers and strings: then the host goes through the items
 * by itself, and no step is made for each. `undefined` stands for: the program, or the general way, has to be asked.
 */
import { ListObject, TupleObject } from '../objects/index.ts';
import { Float, type Value } from '../values/index.ts';
import { compareCodePoints, hasPairs } from '../values/code-points.ts';
import { sortedNumbers } from '../values/sort-numbers.ts';
import { plainTruth } from './truth.ts';

type Sequence = ListObject | TupleObject;

/**
 * The first place from `from` on whose item may equal a value: of those before it the values alone say that they do not. The number of
 * items where there is none.
 */
export function firstCandidate(sequence: Sequence, value: Value, from: number): number {
  if (typeof value === 'number') return firstNumber(sequence.items, value, from);
  return typeof value === 'string' ? firstText(sequence.items, value, from) : from;
}

function firstNumber(items: readonly Value[], value: number, from: number): number {
  for (let index = from; index < items.length; index++) {
    const item = items[index];
    if (typeof item === 'number' ? item === value : typeof item !== 'string') return index;
  }
  return items.length;
}

function firstText(items: readonly Value[], value: string, from: number): number {
  for (let index = from; index < items.length; index++) {
    const item = items[index];
    if (typeof item === 'string' ? item === value : typeof item !== 'number') return index;
  }
  return items.length;
}

/** How many items are a number or a string, where all items are of that kind. */
export function plainCount({ items }: Sequence, value: Value): number | undefined {
  const kind = typeof value;
  if (kind !== 'number' && kind !== 'string') return undefined;
  let count = 0;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (typeof item !== kind) return undefined;
    if (item === value) count++;
  }
  return count;
}

/** The sum of ints that all are small, or of floats. */
export function plainSum(iterable: Value, start: Value): Value | undefined {
  if (!(iterable instanceof ListObject || iterable instanceof TupleObject) || typeof start !== 'number')
    return undefined;
  if (iterable instanceof ListObject && iterable.floats !== null) {
    return new Float(iterable.floats.reduce((sum, each) => sum + each, start));
  }
  const { items } = iterable;
  let sum = start;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (typeof item !== 'number') return undefined;
    sum += item;
    if (!Number.isSafeInteger(sum)) return undefined;
  }
  return sum;
}

/** The greatest or the least of numbers or of strings, the first of equal ones. */
export function plainExtreme(iterable: Value, isGreatest: boolean): Value | undefined {
  if (!(iterable instanceof ListObject || iterable instanceof TupleObject)) return undefined;
  if (iterable instanceof ListObject && iterable.floats !== null) {
    const best = iterable.floats.reduce((found, each) => ((isGreatest ? each > found : each < found) ? each : found));
    return new Float(best);
  }
  const { items } = iterable;
  if (items.length === 0) return undefined;
  return typeof items[0] === 'string' ? extremeText(items, isGreatest) : extremeInt(items, isGreatest);
}

function extremeInt(items: readonly Value[], isGreatest: boolean): number | undefined {
  let best = items[0];
  if (typeof best !== 'number') return undefined;
  for (let index = 1; index < items.length; index++) {
    const item = items[index];
    if (typeof item !== 'number') return undefined;
    if (isGreatest ? item > best : item < best) best = item;
  }
  return best;
}

function extremeText(items: readonly Value[], isGreatest: boolean): string | undefined {
  let best = items[0] as string;
  for (let index = 1; index < items.length; index++) {
    const item = items[index];
    if (typeof item !== 'string') return undefined;
    const order = compareCodePoints(item, best);
    if (isGreatest ? order > 0 : order < 0) best = item;
  }
  return best;
}

/** Whether an item has a truth value, where no method has to be asked up to the first that has. */
export function plainAny(iterable: Value, decisive: boolean): boolean | undefined {
  if (!(iterable instanceof ListObject || iterable instanceof TupleObject)) return undefined;
  const { items } = iterable;
  for (let index = 0; index < items.length; index++) {
    const isTrue = plainTruth(items[index]);
    if (isTrue === undefined) return undefined;
    if (isTrue === decisive) return true;
  }
  return false;
}

/** The items in order, a new array, where all are numbers or all are strings. */
export function plainSorted(items: readonly Value[], isReversed: boolean): Value[] | undefined {
  if (items.length === 0) return [];
  if (typeof items[0] === 'number') return sortedInts(items, isReversed);
  return typeof items[0] === 'string' ? sortedTexts(items, isReversed) : undefined;
}

function sortedInts(items: readonly Value[], isReversed: boolean): Value[] | undefined {
  if (areInOrder(items, 1)) return isReversed ? items.toReversed() : items.slice();
  if (areInOrder(items, -1)) return isReversed ? items.slice() : items.toReversed();
  for (let index = 0; index < items.length; index++) if (typeof items[index] !== 'number') return undefined;
  const sorted = sortedNumbers(items as readonly number[]);
  return isReversed ? sorted.toReversed() : sorted;
}

/** Whether all items are ints, and go up or stay the same, or down where the direction is -1. */
function areInOrder(items: readonly Value[], direction: 1 | -1): boolean {
  let last = -Infinity;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (typeof item !== 'number' || direction * item < last) return false;
    last = direction * item;
  }
  return true;
}

/**
 * Where the items of a sort go whose keys are these ints: their numbers in order, equal keys in the order of the items. `undefined` where a
 * key is no int of at most 31 bits, or there are very many.
 */
export function orderByInts(keys: readonly Value[], isReversed: boolean): number[] | undefined {
  if (keys.length > MOST_NUMBERED) return undefined;
  // The key and the number behind it in one number, so that all differ.
  const numbered: number[] = [];
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    if (typeof key !== 'number' || (key | 0) !== key) return undefined;
    numbered.push((isReversed ? -key : key) * MOST_NUMBERED + index);
  }
  return sortedNumbers(numbered).map(each => each - MOST_NUMBERED * Math.floor(each / MOST_NUMBERED));
}

const MOST_NUMBERED = 2 ** 20;

/** Floats in order, a new array; `undefined` where one is nan, which is neither less nor greater than anything. */
export function sortedFloats(floats: readonly number[], isReversed: boolean): number[] | undefined {
  if (floats.some(Number.isNaN)) return undefined;
  // What is equal (0.0 and -0.0) keeps its order, also where the others turn theirs round.
  return isReversed ? sortedNumbers(floats.toReversed()).toReversed() : sortedNumbers(floats);
}

/**
 * Equal strings are the same to everybody, so their order need not be kept. The host's order is that of the code points where each of
 * them is a unit.
 */
function sortedTexts(items: readonly Value[], isReversed: boolean): Value[] | undefined {
  let isSimple = true;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (typeof item !== 'string') return undefined;
    isSimple &&= !hasPairs(item);
  }
  const texts = (items as readonly string[]).slice();
  if (isSimple) texts.sort();
  else texts.sort(compareCodePoints);
  return isReversed ? texts.toReversed() : texts;
}

/** Whether values are tuples of nothing but numbers and strings, with the same kind at each place: then they have a total order. */
export function areComparableTuples(values: readonly Value[]): boolean {
  const kinds: string[] = [];
  for (const value of values) {
    if (!(value instanceof TupleObject)) return false;
    for (let place = 0; place < value.items.length; place++) {
      const kind = kindOf(value.items[place]);
      if (kind === undefined || (kinds[place] ??= kind) !== kind) return false;
    }
  }
  return true;
}

function kindOf(value: Value): string | undefined {
  if (typeof value === 'number' || typeof value === 'string') return typeof value;
  return value instanceof Float && !Number.isNaN(value.value) ? 'float' : undefined;
}

/** How two such tuples stand to each other. */
export function compareTuples(left: TupleObject, right: TupleObject): number {
  const shared = Math.min(left.items.length, right.items.length);
  for (let place = 0; place < shared; place++) {
    const order = comparePlain(left.items[place], right.items[place]);
    if (order !== 0) return order;
  }
  return left.items.length - right.items.length;
}

function comparePlain(left: Value, right: Value): number {
  if (typeof left === 'string') return compareCodePoints(left, right as string);
  const first = numberOf(left);
  const second = numberOf(right);
  return first < second ? -1 : first > second ? 1 : 0;
}

function numberOf(value: Value): number {
  return value instanceof Float ? value.value : (value as number);
}
