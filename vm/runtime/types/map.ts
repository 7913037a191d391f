import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { EXHAUSTED, FunctionObject, TupleObject, type Construct } from '../objects/index.ts';
import { callWithItems } from '../operations/item-calls.ts';
import { next } from '../operations/iteration.ts';
import { LazyIterator, iterateAll, nextOfAll } from '../operations/lazy-iterator.ts';
import {
  NextCall,
  Pending,
  andThen,
  callStep,
  waitFor,
  type Continuation,
  type Outcome,
  type Step,
} from '../pending.ts';
import type { Value, Visit } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';

/** What a function gives for the items of iterators, one of each at a time. */
class MapIterator extends LazyIterator {
  readonly typeName = 'map';
  private readonly callee: Value;

  constructor(callee: Value, sources: TupleObject) {
    super(sources);
    this.callee = callee;
  }

  next(machine: Machine): Outcome {
    if (this.sources.items.length > 1) {
      return andThen(machine, nextOfAll(machine, this.sources), callWithAll, this.callee);
    }
    const item = next(machine, this.sources.items[0]);
    return item instanceof Pending ? item.thenDo(callWithItem, this) : callWithItem.after(machine, item, this);
  }

  /** What the function gives for an item. */
  map(machine: Machine, item: Value): Outcome {
    const mapped = callWithItems(machine, this.callee, [item]);
    return mapped instanceof Pending ? mapped.thenDo(itemMapped, this) : mapped;
  }

  override nextCall(machine: Machine): NextCall | undefined {
    if (!(this.callee instanceof FunctionObject)) return undefined;
    const item = this.simpleItem(machine);
    return item === EXHAUSTED ? undefined : new NextCall(this.callee, item);
  }

  protected override waiting(): Continuation {
    return waitFor(itemMapped, this);
  }

  override trace(visit: Visit): void {
    super.trace(visit);
    visit(this.callee);
  }
}

const callWithItem: Step<[MapIterator]> = {
  after: (machine, item, map) => (item === EXHAUSTED ? EXHAUSTED : map.map(machine, item)),
};

const itemMapped = callStep<[MapIterator]>(
  (_machine, result) => result,
  (machine, map) => map.nextCall(machine),
  { passesOn: true },
);

const callWithAll: Step<[Value]> = {
  after: (machine, items, callee) =>
    items instanceof TupleObject ? callWithItems(machine, callee, items.items) : EXHAUSTED,
};

const constructMap: Construct = (machine, _type, { values, names }) => {
  if (names.length > 0) raise('TypeError', 'map() takes no keyword arguments');
  if (values.length < 2) raise('TypeError', 'map() must have at least two arguments.');
  return andThen(machine, iterateAll(machine, values.slice(1)), makeMap, values[0]);
};

const makeMap: Step<[Value]> = {
  after: (machine, iterators, callee) => machine.allocate(new MapIterator(callee, iterators as TupleObject)),
};

export const MAP: TypeDefinition = { construct: constructMap, methods: {} };
