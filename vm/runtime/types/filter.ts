import { exactArguments } from '../built-ins/arguments.ts';
import type { Machine } from '../machine.ts';
import { EXHAUSTED, FunctionObject, newTuple, type Construct, type TupleObject } from '../objects/index.ts';
import { LONG_LOOP, iterate, next } from '../operations/iteration.ts';
import { LazyIterator } from '../operations/lazy-iterator.ts';
import { truth } from '../operations/truth.ts';
import {
  NextCall,
  Pending,
  andThen,
  callLater,
  callStep,
  later,
  waitFor,
  type Continuation,
  type Outcome,
  type Step,
} from '../pending.ts';
import { typeNamed } from './registry.ts';
import type { Value, Visit } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';

/** The items of an iterator for which a function gives something true. */
class FilterIterator extends LazyIterator {
  readonly typeName = 'filter';
  private readonly predicate: Value;
  /** The item that a predicate of the program has been asked about, until it has answered. */
  private asked: Value | undefined = undefined;

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

  /** Asks a function of the program whether an item passes; `undefined` where it is none, or has not answered yet and asks itself. */
  ask(machine: Machine, item: Value): Pending | undefined {
    if (!(this.predicate instanceof FunctionObject) || this.asked !== undefined) return undefined;
    this.setAsked(machine, item);
    return callLater(this.predicate, [item]).thenDo(answered, this);
  }

  /** Takes what the function says of the item: answers with it, or asks about the next one. */
  takeAnswer(machine: Machine, answer: Value): Outcome | NextCall {
    const item = this.asked as Value;
    this.setAsked(machine, undefined);
    const passes = truth(machine, answer);
    const next = passes === false ? this.nextCall(machine) : undefined;
    return next ?? andThen(machine, passes, itemOrOn, item, this.sources.items[0], this);
  }

  override nextCall(machine: Machine): NextCall | undefined {
    if (!(this.predicate instanceof FunctionObject) || this.asked !== undefined) return undefined;
    const item = this.simpleItem(machine);
    if (item === EXHAUSTED) return undefined;
    this.setAsked(machine, item);
    return new NextCall(this.predicate, item);
  }

  protected override waiting(): Continuation {
    return waitFor(answered, this);
  }

  setAsked({ heap }: Machine, item: Value | undefined): void {
    heap.beforeWrite(this);
    this.asked = item;
  }

  override trace(visit: Visit): void {
    super.trace(visit);
    visit(this.predicate);
    if (this.asked !== undefined) visit(this.asked);
  }

  override save(): unknown {
    return this.asked;
  }

  override restore(saved: unknown): void {
    this.asked = saved as Value | undefined;
  }
}

/** Asks for items until one passes. */
function firstThatPasses(machine: Machine, source: Value, filter: FilterIterator): Outcome {
  for (let count = 0; count < LONG_LOOP; count++) {
    const item = next(machine, source);
    if (item instanceof Pending) return item.thenDo(testItem, source, filter);
    if (item === EXHAUSTED) return EXHAUSTED;
    const asked = filter.ask(machine, item);
    if (asked !== undefined) return asked;
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

const answered = callStep<[FilterIterator]>(
  (machine, answer, filter) => filter.takeAnswer(machine, answer),
  (machine, filter) => filter.nextCall(machine),
  { abandon: (machine, filter) => filter.setAsked(machine, undefined) },
);

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
