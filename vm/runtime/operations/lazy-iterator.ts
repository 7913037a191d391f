import type { Machine } from '../machine.ts';
import { EXHAUSTED, IteratorObject, ListIterator, newTuple, type TupleObject } from '../objects/index.ts';
import { type NextCall, Pending, type Continuation, type Outcome, type Step } from '../pending.ts';
import type { Value, Visit } from '../values/index.ts';
import { ITEM_OR_END, iterate, next } from './iteration.ts';

/** An iterator over what other iterators give, which it asks when it is asked: `map`, `filter`, `zip`, `enumerate`. */
export abstract class LazyIterator extends IteratorObject {
  readonly sources: TupleObject;
  override readonly nesting: number;
  /** Whether all sources are (`isSimple`): asked once, since each of them may be of another class. */
  readonly areSourcesSimple: boolean;
  private awaited: Continuation | null = null;

  constructor(sources: TupleObject) {
    super();
    this.sources = sources;
    let deepest = 0;
    for (const source of sources.items) {
      deepest = Math.max(deepest, source instanceof IteratorObject ? source.nesting : 1);
    }
    this.nesting = 1 + deepest;
    this.areSourcesSimple = sources.items.every(source => source instanceof IteratorObject && source.isSimple);
  }

  /**
   * The call of a function of the program that gives the next item, where nothing else is asked for it: `undefined`, with nothing changed,
   * where that is not so simple. Never raises.
   */
  nextCall(_machine: Machine): NextCall | undefined {
    return undefined;
  }

  /** What a loop waits with for the result of such a call. */
  get awaiting(): Continuation {
    this.awaited ??= { ...this.waiting(), next: ITEM_OR_END };
    return this.awaited;
  }

  /** What the iterator itself does with that. */
  protected waiting(): Continuation {
    return ITEM_OR_END;
  }

  /** The next item of the only iterator; `EXHAUSTED`, with nothing changed, also where there is more to do than to take it. */
  protected simpleItem(machine: Machine): Value {
    const { items } = this.sources;
    return items.length === 1 && this.areSourcesSimple
      ? ((items[0] as IteratorObject).next(machine) as Value)
      : EXHAUSTED;
  }

  override trace(visit: Visit): void {
    visit(this.sources);
  }
}

/** Iterators over values, in a tuple. */
export function iterateAll(machine: Machine, values: readonly Value[]): Outcome {
  return iterateRest(machine, values.slice(), 0);
}

/** Puts iterators in the place of the values from `from` on; takes the array over. */
function iterateRest(machine: Machine, values: Value[], from: number): Outcome {
  for (let index = from; index < values.length; index++) {
    const iterator = iterate(machine, values[index]);
    if (iterator instanceof Pending) return iterator.thenDo(putIterator, newTuple(machine.heap, values), index);
    values[index] = iterator;
  }
  return newTuple(machine.heap, values);
}

const putIterator: Step<[values: TupleObject, index: number]> = {
  after: (machine, iterator, { items }, index) => iterateRest(machine, items.with(index, iterator), index + 1),
};

/** One item of each iterator, in a tuple; where one has come to its end, the number of that one. */
export function nextOfAll(machine: Machine, sources: TupleObject): Outcome {
  return nextOfRest(machine, sources, []);
}

function nextOfRest(machine: Machine, sources: TupleObject, taken: Value[]): Outcome {
  while (taken.length < sources.items.length) {
    const item = next(machine, sources.items[taken.length]);
    if (item instanceof Pending) return item.thenDo(addItem, sources, newTuple(machine.heap, taken));
    if (item === EXHAUSTED) return taken.length;
    taken.push(item);
  }
  return newTuple(machine.heap, taken);
}

const addItem: Step<[TupleObject, TupleObject]> = {
  after: (machine, item, sources, taken) =>
    item === EXHAUSTED ? taken.items.length : nextOfRest(machine, sources, [...taken.items, item]),
};

/** The next item of a simple source. The host knows the way to the most frequent one. */
export function takeFrom(machine: Machine, source: Value): Value {
  const item = source instanceof ListIterator ? source.next(machine) : (source as IteratorObject).next(machine);
  return item as Value;
}
