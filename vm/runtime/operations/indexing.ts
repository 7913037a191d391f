import { raise, raiseWith } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { DictObject, ListObject, SliceObject, TupleObject } from '../objects/index.ts';
import { andThen, callLater, type Outcome, type Step } from '../pending.ts';
import { specialMethod } from '../types/registry.ts';
import { codePointAtIndex, codePointLength, typeName, type Value } from '../values/index.ts';
import { asInt } from '../values/numeric.ts';
import { lookUp, storeKey } from './tables.ts';

/** `container[index]`; the index may be a slice. */
export function loadIndex(machine: Machine, container: Value, index: Value): Outcome {
  if (container instanceof DictObject) {
    return andThen(machine, lookUp(machine, container, index), valueOfKey, container, index);
  }
  if (container instanceof ListObject || container instanceof TupleObject) {
    const at = sequenceIndex(container.typeName, index, container.items.length);
    return container.items[at];
  }
  if (typeof container === 'string') {
    return codePointAtIndex(container, sequenceIndex('string', index, codePointLength(container)));
  }
  const own = specialMethod(container, '__getitem__');
  if (own !== undefined) return callLater(own, [container, index]);
  raise('TypeError', `'${typeName(container)}' object is not subscriptable`);
}

/** `container[index] = value`; answers with `None`. */
export function storeIndex(machine: Machine, container: Value, index: Value, value: Value): Outcome {
  if (container instanceof DictObject) return storeKey(machine, container, index, value);
  if (container instanceof ListObject) {
    container.set(machine.heap, sequenceIndex('list assignment', index, container.length), value);
    return null;
  }
  const own = specialMethod(container, '__setitem__');
  if (own !== undefined) return callLater(own, [container, index, value]);
  raise('TypeError', `'${typeName(container)}' object does not support item assignment`);
}

/** `del container[index]`; answers with `None`. */
export function deleteIndex(machine: Machine, container: Value, index: Value): Outcome {
  if (container instanceof DictObject) {
    return andThen(machine, lookUp(machine, container, index), removed, container, index);
  }
  if (container instanceof ListObject) {
    container.splice(machine.heap, sequenceIndex('list assignment', index, container.length), 1, []);
    return null;
  }
  const own = specialMethod(container, '__delitem__');
  if (own !== undefined) return callLater(own, [container, index]);
  raise('TypeError', `'${typeName(container)}' object doesn't support item deletion`);
}

/** `container[start:stop:step]` */
export function loadSlice(machine: Machine, container: Value, start: Value, stop: Value, step: Value): Outcome {
  return loadIndex(machine, container, machine.allocate(new SliceObject(start, stop, step)));
}

function sequenceIndex(what: string, index: Value, count: number): number {
  const int = asInt(index);
  if (int === undefined) raise('TypeError', `${what} indices must be integers, not '${typeName(index)}'`);
  const at = Number(int < 0 ? BigInt(int) + BigInt(count) : int);
  if (at < 0 || at >= count) raise('IndexError', `${what} index out of range`);
  return at;
}

const valueOfKey: Step<[DictObject, Value]> = {
  after: (_machine, entry, dict, key) =>
    (entry as number) < 0 ? raiseWith('KeyError', key) : dict.table.valueAt(entry as number),
};

const removed: Step<[DictObject, Value]> = {
  after({ heap }, entry, dict, key) {
    if ((entry as number) < 0) raiseWith('KeyError', key);
    heap.beforeWrite(dict);
    dict.table.remove(heap, entry as number);
    return null;
  },
};
