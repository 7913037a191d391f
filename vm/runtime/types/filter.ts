import { exactArguments } from '../built-ins/arguments.ts';
import type { Machine } from '../machine.ts';
import { EXHAUSTED, newTuple, type Construct, type TupleObject } from '../objects/index.ts';
import { LONG_LOOP, iterate, next } from '../operations/iteration.ts';
import { LazyIterator } from '../operations/lazy-iterator.ts';
import { truth } from '../operations/truth.ts';
import { Pending, andThen, callLater, later, type Outcome, type Step } from '../pending.ts';
import { typeNamed } from './registry.ts';
import type { Value, Visit } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';

/** The items of an iterator for which a function gives something true. */
class FilterIterator extends LazyIterator {
  readonly typeName = 'filter';
  private readonly predicate: Value;

  constructor(predicate: Value, sources: TupleObject) {
    super(sources);
    this.predicate = predicate;
  }

  next(machine: Machine): Outcome {
    return firstThatPasses(machine, this.sources.items[0], this);
  }

  /** Whether an item passes: a bool. */
  test(machine: Machine, item: Value): Outcome {
    if (this.predicate === null || this.predicate === typeNamed('bool')) return truth(machine, item);
    return callLater(this.predicate, [item]).thenDo(asBool);
  }

  override trace(visit: Visit): void {
    super.trace(visit);
    visit(this.predicate);
  }
}

/** Asks for items until one passes. */
function firstThatPasses(machine: Machine, source: Value, filter: FilterIterator): Outcome {
  for (let count = 0; count < LONG_LOOP; count++) {
    const item = next(machine, source);
    if (item instanceof Pending) return item.thenDo(testItem, source, filter);
    if (item === EXHAUSTED) return EXHAUSTED;
    const passes = filter.test(machine, item);
    if (passes instanceof Pending) return passes.thenDo(itemOrOn, item, source, filter);
    if (passes === true) return item;
  }
  return later(false).thenDo(itemOrOn, null, source, filter);
}

const testItem: Step<[Value, FilterIterator]> = {
  after: (machine, item, source, filter) =>
    item === EXHAUSTED ? EXHAUSTED : andThen(machine, filter.test(machine, item), itemOrOn, item, source, filter),
};

const itemOrOn: Step<[Value, Value, FilterIterator]> = {
  after: (machine, passes, item, source, filter) => (passes === true ? item : firstThatPasses(machine, source, filter)),
};

const asBool: Step<[]> = { after: (machine, result) => truth(machine, result) };

const constructFilter: Construct = (machine, _type, given) => {
  const [predicate, iterable] = exactArguments('filter', given, 2);
  return andThen(machine, iterate(machine, iterable), makeFilter, predicate);
};

const makeFilter: Step<[Value]> = {
  after: (machine, iterator, predicate) =>
    machine.allocate(new FilterIterator(predicate, newTuple(machine.heap, [iterator]))),
};

export const FILTER: TypeDefinition = { construct: constructFilter, methods: {} };
