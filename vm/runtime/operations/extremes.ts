import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { newList, newTuple, type ListObject, type TupleObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { HeapObject, type OrderOperator, type Value } from '../values/index.ts';
import { callWithItems } from './item-calls.ts';
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
  return pick(machine, iterable, newList(machine.heap, [request]));
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

/** The state is a list: what is looked for, and behind that, once there are any, the best item and its key. */
const pick = itemLoop<[ListObject]>(
  (machine, item, state) => {
    const [, key] = requestIn(state);
    if (key === null) return compareKey.after(machine, item, item, state);
    return andThen(machine, callWithItems(machine, key, [item]), compareKey, item, state);
  },
  (_machine, state) => {
    if (state.length > 1) return state.items[1];
    const [builtIn, , otherwise] = requestIn(state);
    if (otherwise !== undefined) return otherwise;
    raise('ValueError', `${builtIn as string}() arg is an empty sequence`);
  },
);

const compareKey: Step<[Value, ListObject]> = {
  after(machine, key, item, state) {
    if (state.length === 1) {
      state.extend(machine.heap, [item, key]);
      return null;
    }
    const isBetter = ORDERS[requestIn(state)[0] as ExtremeRequest['builtIn']];
    const answer = order(machine, isBetter, key, state.items[2]);
    if (typeof answer === 'boolean') return replaceIf.after(machine, answer, item, key, state);
    return andThen(machine, andThen(machine, answer, asBool), replaceIf, item, key, state);
  },
};

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

function requestIn(state: ListObject): readonly Value[] {
  return (state.items[0] as TupleObject).items;
}
