import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  DictObject,
  DictView,
  EXHAUSTED,
  GeneratorObject,
  IteratorObject,
  ListObject,
  SetObject,
  StringIterator,
  TupleObject,
  newList,
  newTuple,
} from '../objects/index.ts';
import { Pending, later, waitFor, type Continuation, type Outcome, type Slot, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { specialMethod } from '../types/registry.ts';
import { HeapObject, REFERENCE_BYTES, codePoints, typeName, type Value } from '../values/index.ts';
import { SequenceIterator } from './sequence-protocol.ts';

/** An iterator over a value, as `iter(value)`; raises `TypeError` for one that is not iterable. */
export function iterate(machine: Machine, value: Value): Outcome {
  const iterator = plainIterator(value);
  if (iterator !== null) return machine.allocate(iterator);
  if (value instanceof IteratorObject || value instanceof GeneratorObject) return value;
  const own = specialMethod(value, '__iter__');
  if (own !== undefined && own !== null) return callMethod(own, [value]).thenDo(iteratorOf);
  if (own === undefined && specialMethod(value, '__getitem__') !== undefined) {
    return machine.allocate(new SequenceIterator(value));
  }
  raise('TypeError', `'${typeName(value)}' object is not iterable`);
}

/** The next item of an iterator, or `EXHAUSTED`; raises `TypeError` for what is no iterator. */
export function next(machine: Machine, iterator: Value): Outcome {
  const item = advance(machine, iterator);
  return item instanceof Pending ? item.thenDo(itemOrEnd) : item;
}

/** The same, but where the program is asked, its `StopIteration` (with what it carries) goes on to the caller. */
export function advance(machine: Machine, iterator: Value): Outcome {
  if (iterator instanceof IteratorObject) {
    if (iterator.nesting % DEEPEST_NESTING !== 0) return iterator.next(machine);
    return later(null).thenDo(nextOf, iterator);
  }
  if (iterator instanceof GeneratorObject) return new Pending({ kind: 'send', generator: iterator, value: null });
  const own = specialMethod(iterator, '__next__');
  if (own !== undefined) return callMethod(own, [iterator]);
  raise('TypeError', `'${typeName(iterator)}' object is not an iterator`);
}

/** Of iterators that stand one behind the other, so many ask each other on the host's stack at most. */
const DEEPEST_NESTING = 50;

const nextOf: Step<[IteratorObject]> = { after: (machine, _nothing, iterator) => iterator.next(machine) };

/** The end of an iterator of the program is a `StopIteration`. */
export const itemOrEnd: Step<[]> = {
  after: (_machine, item) => item,
  hasCounted: true,
  passesOn: true,
  rescues: ['StopIteration'],
  rescue: () => EXHAUSTED,
};

/** What waits for the items of an iterator of the program, and for nothing else. */
export const ITEM_OR_END: Continuation = waitFor(itemOrEnd);

/**
 * A step that takes the items of an iterator, the first of its data: `take` gets each (`Step`), `goOn` asks for the next one, and
 * `end` answers behind the last one.
 */
export function itemStep<Data extends readonly Slot[]>(
  take: (machine: Machine, item: Value, iterator: Value, ...data: Data) => Outcome | undefined,
  goOn: (machine: Machine, iterator: Value, ...data: Data) => Outcome,
  end: (machine: Machine, ...data: Data) => Outcome,
): Step<readonly [Value, ...Data]> {
  return {
    take,
    after: (machine, item, iterator, ...data) =>
      item === EXHAUSTED
        ? end(machine, ...data)
        : (take(machine, item, iterator, ...data) ?? goOn(machine, iterator, ...data)),
  };
}

/** All items of an iterable, in a new list. */
export function collect(machine: Machine, iterable: Value): Outcome {
  const items = plainItems(machine, iterable);
  if (items !== undefined) return newList(machine.heap, items);
  const iterator = iterate(machine, iterable);
  return iterator instanceof Pending ? iterator.thenDo(collectFrom) : collectFrom.after(machine, iterator);
}

const collectFrom: Step<[]> = {
  after: (machine, iterator) => collectInto(machine, iterator, newList(machine.heap, [])),
};

/** Adds the rest of an iterator's items to a list, and answers with the list. What was added before an error stays. */
export function collectInto(machine: Machine, iterator: Value, list: ListObject): Outcome {
  for (let count = 0; count < LONG_LOOP; count++) {
    const item = next(machine, iterator);
    if (item instanceof Pending) return item.thenDo(collected, iterator, list);
    if (item === EXHAUSTED) return list;
    list.push(machine.heap, item);
  }
  return later(null).thenDo(goOnCollecting, iterator, list);
}

/** After so many items a loop gives the machine a chance to be paused. */
export const LONG_LOOP = 4096;

const goOnCollecting: Step<[Value, ListObject]> = {
  after: (machine, _nothing, iterator, list) => collectInto(machine, iterator, list),
};

const collected = itemStep<[ListObject]>(
  (machine, item, _iterator, list) => {
    list.push(machine.heap, item);
    return undefined;
  },
  collectInto,
  (_machine, list) => list,
);

/** The items of a value that holds them itself, in an array of the caller's; `undefined` where an iterator has to be asked. */
export function plainItems(machine: Machine, value: Value): Value[] | undefined {
  if (value instanceof ListObject || value instanceof TupleObject) return value.items.slice();
  if (value instanceof DictObject || value instanceof SetObject) return value.table.keys();
  if (value instanceof DictView) return value.of === 'items' ? pairsOf(machine, value) : value.dict.table[value.of]();
  if (typeof value !== 'string') return undefined;
  machine.heap.reserve(REFERENCE_BYTES * value.length);
  return codePoints(value);
}

/** The keys of a dict with their values, in tuples; `undefined` where there are so many that the machine may be paused meanwhile. */
function pairsOf({ heap }: Machine, { dict: { table } }: DictView): Value[] | undefined {
  if (table.size > LONG_LOOP) return undefined;
  const pairs: Value[] = [];
  for (let entry = table.first; entry < table.end; entry++) {
    const key = table.keyAt(entry);
    if (key !== undefined) pairs.push(newTuple(heap, [key, table.valueAt(entry)]));
  }
  return pairs;
}

/** An iterator over what the machine itself can go through, not yet on the heap; `null` for anything else. */
export function plainIterator(value: Value): IteratorObject | null {
  if (typeof value === 'string') return new StringIterator(value);
  return value instanceof HeapObject ? (value.iterator() as IteratorObject | null) : null;
}

const iteratorOf: Step<[]> = {
  after(_machine, result) {
    const isIterator =
      result instanceof IteratorObject ||
      result instanceof GeneratorObject ||
      specialMethod(result, '__next__') !== undefined;
    if (isIterator) return result;
    raise('TypeError', `iter() returned non-iterator of type '${typeName(result)}'`);
  },
};
