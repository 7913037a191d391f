import { placedArguments } from '../built-ins/arguments.ts';
import type { Machine } from '../machine.ts';
import { EXHAUSTED, tupleOf, type Construct, type TupleObject } from '../objects/index.ts';
import { GO_ON, itemLoop } from '../operations/item-loop.ts';
import { iterate } from '../operations/iteration.ts';
import { LazyIterator } from '../operations/lazy-iterator.ts';
import { truth } from '../operations/truth.ts';
import { andThen, callLater, type Outcome, type Step } from '../pending.ts';
import { typeNamed } from './registry.ts';
import type { Value, Visit } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { iteratorMethods } from './iterator-methods.ts';

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

const firstThatPasses = itemLoop<FilterIterator>({
  each: (machine, item, filter) => andThen(machine, filter.test(machine, item), itemIf, item),
  end: () => EXHAUSTED,
});

const itemIf: Step<[Value]> = { after: (_machine, passes, item) => (passes === true ? item : GO_ON) };

const asBool: Step<[]> = { after: (machine, result) => truth(machine, result) };

const constructFilter: Construct = (machine, _type, given) => {
  const [predicate, iterable] = placedArguments('filter', given, 2, 2);
  return andThen(machine, iterate(machine, iterable), makeFilter, predicate);
};

const makeFilter: Step<[Value]> = {
  after: (machine, iterator, predicate) =>
    machine.allocate(new FilterIterator(predicate, machine.allocate(tupleOf([iterator])))),
};

export const FILTER: TypeDefinition = { construct: constructFilter, methods: iteratorMethods };
