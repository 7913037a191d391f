import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  DictObject,
  DictView,
  GeneratorObject,
  IteratorObject,
  ListObject,
  RangeObject,
  SetObject,
  TupleObject,
} from '../objects/index.ts';
import { Pending, andThen, waitFor, type Continuation, type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { specialMethod } from '../types/registry.ts';
import * as plain from '../values/index.ts';
import { HeapObject, typeName, type Value } from '../values/index.ts';
import { areEqual } from './equality.ts';
import { iterateOr } from './iteration-errors.ts';
import { itemLoop, sequenceLoop } from './loops.ts';
import { rangeContains } from './ranges.ts';
import { firstCandidate } from './plain-items.ts';
import { lookUp, lookUpItem } from './tables.ts';
import { truth } from './truth.ts';

/** `item in container`: a bool. */
export function contains(machine: Machine, container: Value, item: Value): Outcome {
  if (container instanceof ListObject || container instanceof TupleObject) {
    const from = container instanceof ListObject && container.floats !== null ? 0 : firstCandidate(container, item, 0);
    return searchSequence(machine, container, from, item);
  }
  if (typeof container === 'string') return plain.contains(container, item);
  if (container instanceof DictObject || container instanceof SetObject) return isKey(machine, container, item);
  if (container instanceof RangeObject && !(item instanceof HeapObject)) return rangeContains(container, item);
  if (container instanceof DictView) return isInView(machine, container, item);
  const own = specialMethod(container, '__contains__');
  if (own === null) raise('TypeError', `'${typeName(container)}' object is not a container`);
  if (own !== undefined) return callMethod(own, [container, item]).thenDo(asBool);
  return search(machine, container, item);
}

/** What waits for the answer of a container's method. */
export function waitForMembership(): Continuation {
  return waitFor(asBool);
}

function isKey(machine: Machine, container: DictObject | SetObject, item: Value): Outcome {
  const entry =
    container instanceof DictObject ? lookUp(machine, container, item) : lookUpItem(machine, container, item);
  return entry instanceof Pending ? entry.thenDo(isThere) : isThere.after(machine, entry);
}

/** By the items that a container gives. */
function search(machine: Machine, container: Value, item: Value): Outcome {
  if (container instanceof IteratorObject || container instanceof GeneratorObject) {
    return searchItems(machine, container, item);
  }
  const iterator = iterateOr(machine, container, `argument of type '${typeName(container)}' is not iterable`);
  return andThen(machine, iterator, searchFrom, item);
}

function isInView(machine: Machine, view: DictView, item: Value): Outcome {
  const { dict, of } = view;
  if (of === 'keys') return andThen(machine, lookUp(machine, dict, item), isThere);
  if (of === 'values') return searchItems(machine, view, item);
  if (!(item instanceof TupleObject) || item.items.length !== 2) return false;
  return andThen(machine, lookUp(machine, dict, item.items[0]), hasValue, dict, item.items[1]);
}

const hasValue: Step<[DictObject, Value]> = {
  after(machine, entry, { table }, value) {
    return (entry as number) >= 0 && areEqual(machine, table.valueAt(entry as number), value);
  },
};

const isThere: Step<[]> = { after: (_machine, entry) => (entry as number) >= 0 };

const asBool: Step<[]> = { after: (machine, result) => truth(machine, result) };

const searchFrom: Step<[Value]> = { after: (machine, iterator, item) => searchItems(machine, iterator, item) };

const trueOrOn: Step<[]> = { after: (_machine, isEqual) => (isEqual === true ? true : null) };

const searchItems = itemLoop<[Value]>(
  (machine, each, item) => andThen(machine, areEqual(machine, each, item), trueOrOn),
  () => false,
);

const searchSequence = sequenceLoop<[Value]>(
  (machine, each, _index, item) => andThen(machine, areEqual(machine, each, item), trueOrOn),
  () => false,
);
