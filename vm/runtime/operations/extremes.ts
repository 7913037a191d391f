import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  EXHAUSTED,
  FunctionObject,
  IteratorObject,
  newList,
  newTuple,
  type ListObject,
  type TupleObject,
} from '../objects/index.ts';
import { NextCall, Pending, andThen, callStep, later, type Outcome, type Step } from '../pending.ts';
import { HeapObject, type OrderOperator, type Value } from '../values/index.ts';
import { callWithItems } from './item-calls.ts';
import { LONG_LOOP, iterate, next } from './iteration.ts';
import { itemLoop } from './loops.ts';
import { order } from './order.ts';
import { plainExtreme } from './plain-items.ts';
import { truth } from './truth.ts';

export interface ExtremeRequest {
  readonly builtIn: 'max' | 'min';
  /** A function that gives what items are compared by; `None` for the items themselves. */
  readonly key: Value;
  /** What there is where there are no items; `undefined` for an error. */
  readonly otherwise: Value | undefined;
}

/** The greatest or least item of an iterable; the first of equal ones. */
export function extreme(machine: Machine, iterable: Value, { builtIn, key, otherwise }: ExtremeRequest): Outcome {
  const plain = key === null ? plainExtreme(iterable, builtIn === 'max') : undefined;
  if (plain !== undefined) return plain;
  const request = newTuple(machine.heap, [builtIn, key, ...(otherwise === undefined ? [] : [otherwise])]);
  const state = newList(machine.heap, [request]);
  return key === null
    ? pickItem(machine, iterable, state)
    : andThen(machine, iterate(machine, iterable), beginWithKeys, newList(machine.heap, [null]), state);
}

/** The same of arguments none of which is an object, so that the program has no say; `undefined` where one is. */
export function extremeOfPlain(
  machine: Machine,
  values: readonly Value[],
  builtIn: ExtremeRequest['builtIn'],
): Value | undefined {
  if (values.some(value => value instanceof HeapObject)) return undefined;
  const isBetter = ORDERS[builtIn];
  return values.reduce((best, item) => (order(machine, isBetter, item, best) === true ? item : best));
}

/** How an item compares with the best one when it takes its place. */
const ORDERS: Readonly<Record<ExtremeRequest['builtIn'], OrderOperator>> = { max: 'GT', min: 'LT' };

/* The state is a list: what is looked for, and behind that, once there are any, the best item and its key. */

/** Without a function for keys. */
const pickItem = itemLoop<[ListObject]>(
  (machine, item, state) => compare(machine, item, item, state),
  (_machine, state) => bestOf(state),
);

/** The best item by the keys that a function gives for them. The item whose key is asked for is in a list of its own. */
function pickByKey(machine: Machine, iterator: Value, asked: ListObject, state: ListObject): Outcome {
  const [, key] = requestIn(state);
  for (let count = 0; count < LONG_LOOP; count++) {
    const item = next(machine, iterator);
    if (item instanceof Pending) return item.thenDo(askForKey, iterator, asked, state);
    if (item === EXHAUSTED) return bestOf(state);
    asked.set(machine.heap, 0, item);
    const answer = callWithItems(machine, key, [item]);
    if (answer instanceof Pending) return answer.thenDo(keyComputed, iterator, asked, state);
    const compared = compare(machine, answer, item, state);
    if (compared instanceof Pending) return compared.thenDo(goOn, iterator, asked, state);
  }
  return later(null).thenDo(goOn, iterator, asked, state);
}

const beginWithKeys: Step<[ListObject, ListObject]> = { after: pickByKey };

const goOn: Step<[Value, ListObject, ListObject]> = {
  after: (machine, _nothing, iterator, asked, state) => pickByKey(machine, iterator, asked, state),
};

const askForKey: Step<[Value, ListObject, ListObject]> = {
  after(machine, item, iterator, asked, state) {
    if (item === EXHAUSTED) return bestOf(state);
    asked.set(machine.heap, 0, item);
    const answer = callWithItems(machine, requestIn(state)[1], [item]);
    return answer instanceof Pending
      ? answer.thenDo(keyComputed, iterator, asked, state)
      : andThen(machine, compare(machine, answer, item, state), goOn, iterator, asked, state);
  },
};

const keyComputed = callStep<[Value, ListObject, ListObject]>((machine, result, iterator, asked, state) => {
  const compared = compare(machine, result, asked.items[0], state);
  if (compared instanceof Pending) return compared.thenDo(goOn, iterator, asked, state);
  const key = requestIn(state)[1];
  const isSimple = key instanceof FunctionObject && iterator instanceof IteratorObject && iterator.isSimple;
  if (!isSimple) return pickByKey(machine, iterator, asked, state);
  const item = iterator.next(machine) as Value;
  if (item === EXHAUSTED) return bestOf(state);
  asked.set(machine.heap, 0, item);
  return new NextCall(key, item);
});

/** Makes an item the best one if its key is better than that of the best one so far. */
function compare(machine: Machine, key: Value, item: Value, state: ListObject): Outcome {
  if (state.length === 1) {
    state.extend(machine.heap, [item, key]);
    return null;
  }
  const isBetter = ORDERS[requestIn(state)[0] as ExtremeRequest['builtIn']];
  const answer = order(machine, isBetter, key, state.items[2]);
  if (typeof answer === 'boolean') return replaceIf.after(machine, answer, item, key, state);
  return andThen(machine, andThen(machine, answer, asBool), replaceIf, item, key, state);
}

const asBool: Step<[]> = { after: (machine, result) => truth(machine, result) };

const replaceIf: Step<[Value, Value, ListObject]> = {
  after({ heap }, isBetter, item, key, state) {
    if (isBetter === true) {
      state.set(heap, 1, item);
      state.set(heap, 2, key);
    }
    return null;
  },
};

function bestOf(state: ListObject): Value {
  if (state.length > 1) return state.items[1];
  const [builtIn, , otherwise] = requestIn(state);
  if (otherwise !== undefined) return otherwise;
  raise('ValueError', `${builtIn as string}() arg is an empty sequence`);
}

function requestIn(state: ListObject): readonly Value[] {
  return (state.items[0] as TupleObject).items;
}
