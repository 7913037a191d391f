import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { DictObject, EXHAUSTED, RangeObject, SetObject } from '../objects/index.ts';
import { Pending, andThen, callLater, later, type Outcome, type Step } from '../pending.ts';
import { specialMethod } from '../types/registry.ts';
import * as plain from '../values/index.ts';
import { HeapObject, isSame, typeName, type Value } from '../values/index.ts';
import { equals } from './equality.ts';
import { LONG_LOOP, iterate, next } from './iteration.ts';
import { rangeContains } from './ranges.ts';
import { lookUp } from './tables.ts';
import { truth } from './truth.ts';

/** `item in container`: a bool. */
export function contains(machine: Machine, container: Value, item: Value): Outcome {
  if (typeof container === 'string') return plain.contains(container, item);
  if (container instanceof DictObject || container instanceof SetObject) {
    return andThen(machine, lookUp(machine, container, item), isThere);
  }
  if (container instanceof RangeObject && !(item instanceof HeapObject)) return rangeContains(container, item);
  const own = specialMethod(container, '__contains__');
  if (own !== undefined) return callLater(own, [container, item]).thenDo(asBool);
  return andThen(machine, iterateIn(machine, container), searchFrom, item);
}

function iterateIn(machine: Machine, container: Value): Outcome {
  const isIterable = typeof container !== 'number' && container !== null;
  if (isIterable) return iterate(machine, container);
  raise('TypeError', `argument of type '${typeName(container)}' is not iterable`);
}

const isThere: Step<[]> = { after: (_machine, entry) => (entry as number) >= 0 };

const asBool: Step<[]> = { after: (machine, result) => truth(machine, result) };

const searchFrom: Step<[Value]> = { after: (machine, iterator, item) => search(machine, iterator, item) };

function search(machine: Machine, iterator: Value, item: Value): Outcome {
  for (let count = 0; count < LONG_LOOP; count++) {
    const each = next(machine, iterator);
    if (each instanceof Pending) return each.thenDo(compareItem, iterator, item);
    if (each === EXHAUSTED) return false;
    if (isSame(each, item)) return true;
    const outcome = equals(machine, each, item);
    if (outcome instanceof Pending) return outcome.thenDo(asBool).thenDo(foundOrOn, iterator, item);
    if (outcome === true) return true;
  }
  return later(null).thenDo(goOn, iterator, item);
}

const compareItem: Step<[Value, Value]> = {
  after(machine, each, iterator, item) {
    if (each === EXHAUSTED) return false;
    if (isSame(each, item)) return true;
    return andThen(machine, andThen(machine, equals(machine, each, item), asBool), foundOrOn, iterator, item);
  },
};

const foundOrOn: Step<[Value, Value]> = {
  after: (_machine, isFound, iterator, item) => (isFound === true ? true : later(null).thenDo(goOn, iterator, item)),
};

const goOn: Step<[Value, Value]> = { after: (machine, _nothing, iterator, item) => search(machine, iterator, item) };
