import { keywordArguments, type Arguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { FunctionObject, newList, type ListObject } from '../objects/index.ts';
import { NextCall, Pending, andThen, callStep, later, type Outcome, type Step } from '../pending.ts';
import { Float, type Int, type Value } from '../values/index.ts';
import { compareCodePoints } from '../values/code-points.ts';
import { answerToComparison, callForComparison } from './comparison.ts';
import { toIndex } from './indices.ts';
import { callWithItems } from './item-calls.ts';
import { LONG_LOOP } from './iteration.ts';
import { order } from './order.ts';
import { areComparableTuples, compareTuples, orderByInts, plainSorted, sortedFloats } from './plain-items.ts';
import { SortingState } from './sorting-state.ts';
import { truth } from './truth.ts';

/**
 * `list.sort(key=None, reverse=False)`; answers with `None`. Only `<` is asked for. While it goes on the list is empty, as in
 * CPython; after an error it holds its items in some order.
 */
export function sortList(machine: Machine, list: ListObject, given: Arguments): Outcome {
  const count = given.values.length;
  if (count > 2) {
    const kind = given.names.length === count ? 'keyword ' : '';
    raise('TypeError', `sort() takes at most 2 ${kind}arguments (${count} given)`);
  }
  if (count === 0) return sortBy.after(machine, 0, list, null);
  const { positional, named } = keywordArguments('sort', given, ['key', 'reverse']);
  if (positional.length > 0) raise('TypeError', 'sort() takes no positional arguments');
  const key = named.get('key') ?? null;
  const reverse = named.get('reverse');
  return andThen(machine, reverse === undefined ? 0 : toIndex(machine, reverse), sortBy, list, key);
}

const sortBy: Step<[ListObject, Value]> = {
  after(machine, reverse, list, key) {
    if (Number(reverse as Int) !== (Number(reverse as Int) | 0)) {
      raise('OverflowError', 'Python int too large to convert to C int');
    }
    const isReversed = reverse !== 0;
    if (key === null && sortPlainly(machine, list, isReversed)) return null;
    const sorting = machine.allocate(new SortingState(list, list.items.slice(), isReversed));
    if (key === null && sortAtOnce(machine, sorting)) {
      list.replace(machine.heap, sorting.result());
      return null;
    }
    list.replace(machine.heap, []);
    return sortTaken(machine, sorting, key);
  },
};

/** Sorts items that have been taken out of their list, and gives them back to it. */
function sortTaken(machine: Machine, sorting: SortingState, key: Value): Outcome {
  try {
    const keys = key === null ? null : keysFrom(machine, sorting, key, newList(machine.heap, []));
    const sorted = andThen(machine, keys, beginSort, sorting);
    return andThen(machine, sorted, giveBack, sorting);
  } catch (thrown) {
    putBack(machine, sorting);
    throw thrown;
  }
}

/** Sorts a list of nothing but ints, floats or strings; tells whether it is one. */
function sortPlainly({ heap }: Machine, list: ListObject, isReversed: boolean): boolean {
  if (list.floats !== null) {
    const floats = sortedFloats(list.floats, isReversed);
    if (floats !== undefined) list.replaceFloats(heap, floats);
    return floats !== undefined;
  }
  const plain = plainSorted(list.items, isReversed);
  if (plain !== undefined) list.replace(heap, plain);
  return plain !== undefined;
}

function keysFrom(machine: Machine, sorting: SortingState, key: Value, keys: ListObject): Outcome {
  const { values } = sorting;
  for (let count = 0; keys.length < values.length; count++) {
    if (count === LONG_LOOP) return later(null).thenDo(nextKeys, sorting, key, keys);
    const outcome = callWithItems(machine, key, [values[keys.length]]);
    if (outcome instanceof Pending) return outcome.thenDo(keyComputed, sorting, key, keys);
    keys.push(machine.heap, outcome);
  }
  sorting.useKeys(machine.heap, keys.items);
  return null;
}

const nextKeys: Step<[SortingState, Value, ListObject]> = {
  after: (machine, _nothing, sorting, key, keys) => keysFrom(machine, sorting, key, keys),
};

const keyComputed = callStep<[SortingState, Value, ListObject]>((machine, result, sorting, key, keys) => {
  keys.push(machine.heap, result);
  return key instanceof FunctionObject && keys.length < sorting.values.length
    ? new NextCall(key, sorting.values[keys.length])
    : keysFrom(machine, sorting, key, keys);
});

const beginSort: Step<[SortingState]> = {
  after(machine, _nothing, sorting) {
    if (sortAtOnce(machine, sorting)) return null;
    sorting.begin(machine.heap);
    return compareOn(machine, sorting);
  },
};

/** Compares up to the next comparison that the program makes. */
function compareOn(machine: Machine, sorting: SortingState): Outcome {
  const answer = nextComparison(machine, sorting);
  return answer instanceof NextCall ? answer.pending.thenDo(compared, sorting) : answer;
}

function nextComparison(machine: Machine, sorting: SortingState): Outcome | NextCall {
  for (let count = 0; count < LONG_LOOP; count++) {
    const question = sorting.question();
    if (question === undefined) return null;
    const [left, right] = question;
    const call = callForComparison('LT', left, right);
    if (call !== undefined) return call;
    const isLess = andThen(machine, order(machine, 'LT', left, right), asBool);
    if (isLess instanceof Pending) return isLess.thenDo(judged, sorting);
    sorting.answer(machine.heap, isLess === true);
  }
  return later(null).thenDo(goOn, sorting);
}

const asBool: Step<[]> = { after: (machine, result) => truth(machine, result) };

/** Takes what the method of a left operand has answered. */
const compared = callStep<[SortingState]>((machine, answer, sorting) => {
  let isLess: Outcome = answer;
  if (typeof answer !== 'boolean') {
    const [left, right] = sorting.question() as readonly [Value, Value];
    isLess = andThen(machine, answerToComparison(machine, answer, 'LT', left, right), asBool);
    if (isLess instanceof Pending) return isLess.thenDo(judged, sorting);
  }
  sorting.answer(machine.heap, isLess === true);
  return nextComparison(machine, sorting);
});

const judged: Step<[SortingState]> = {
  after(machine, isLess, sorting) {
    sorting.answer(machine.heap, isLess === true);
    return compareOn(machine, sorting);
  },
};

const goOn: Step<[SortingState]> = { after: (machine, _nothing, sorting) => compareOn(machine, sorting) };

/** The list gets its items, whatever has happened. */
const giveBack: Step<[SortingState]> = {
  after(machine, _nothing, sorting) {
    const isModified = sorting.list.length > 0;
    sorting.list.replace(machine.heap, sorting.result());
    return isModified ? raise('ValueError', 'list modified during sort') : null;
  },
  abandon: putBack,
};

function putBack(machine: Machine, sorting: SortingState): void {
  sorting.abandon(machine.heap);
  sorting.list.replace(machine.heap, sorting.result());
}

/** Sorts by the host's own sort where the keys are of one kind that has a total order; tells whether it has. */
function sortAtOnce(machine: Machine, sorting: SortingState): boolean {
  const keys = sorting.comparedKeys;
  const byInts = orderByInts(keys, sorting.isReversed);
  if (byInts !== undefined) {
    sorting.put(machine.heap, byInts);
    return true;
  }
  const kind = HOST_ORDERS.find(({ has }) => keys.every(has));
  if (kind !== undefined) sorting.sortBy(machine.heap, kind.compare);
  else if (areComparableTuples(keys))
    sorting.sortBy(machine.heap, compareTuples as (left: Value, right: Value) => number);
  else return false;
  return true;
}

const HOST_ORDERS: readonly { has(key: Value): boolean; compare(left: Value, right: Value): number }[] = [
  {
    has: key => typeof key === 'number',
    compare: (left, right) => (left as number) - (right as number),
  },
  {
    has: key => typeof key === 'string',
    compare: (left, right) => compareCodePoints(left as string, right as string),
  },
  {
    // A nan is neither less nor greater than anything: what comes of it depends on the comparisons that are made.
    has: key => key instanceof Float && !Number.isNaN(key.value),
    compare: (left, right) => Math.sign((left as Float).value - (right as Float).value) || 0,
  },
  {
    has: key => typeof key === 'number' || (key instanceof Float && !Number.isNaN(key.value)),
    compare: (left, right) => Math.sign(numberOf(left) - numberOf(right)) || 0,
  },
];

/** Ints of at most 53 bits are floats, too. */
function numberOf(key: Value): number {
  return key instanceof Float ? key.value : (key as number);
}
