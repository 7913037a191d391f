import { namedArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { EXHAUSTED, newTuple, type Construct, type TupleObject } from '../objects/index.ts';
import { toIndex } from '../operations/indices.ts';
import { iterate, next } from '../operations/iteration.ts';
import { LazyIterator } from '../operations/lazy-iterator.ts';
import { Pending, andThen, type Outcome, type Step } from '../pending.ts';
import { normalizeInt, type Int, type Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';

/** Pairs of a number that counts up and an item of an iterator. */
export class EnumerateIterator extends LazyIterator {
  readonly typeName = 'enumerate';
  private count: Int;

  constructor(sources: TupleObject, start: Int) {
    super(sources);
    this.count = start;
  }

  next(machine: Machine): Outcome {
    const item = next(machine, this.sources.items[0]);
    return item instanceof Pending ? item.thenDo(withNumber, this) : withNumber.after(machine, item, this);
  }

  /** The number of an item, which the next one does not have. */
  takeNumber({ heap }: Machine): Int {
    heap.beforeWrite(this);
    const number = this.count;
    this.count =
      typeof number === 'number' && number < Number.MAX_SAFE_INTEGER ? number + 1 : normalizeInt(BigInt(number) + 1n);
    return number;
  }

  override save(): unknown {
    return this.count;
  }

  override restore(saved: unknown): void {
    this.count = saved as Int;
  }
}

const withNumber: Step<[EnumerateIterator]> = {
  after: (machine, item, iterator) =>
    item === EXHAUSTED ? EXHAUSTED : newTuple(machine.heap, [iterator.takeNumber(machine), item]),
};

const constructEnumerate: Construct = (machine, _type, given) => {
  const { values, names } = given;
  if (values.length === 0) raise('TypeError', "enumerate() missing required argument 'iterable'");
  if (values.length === names.length && names[0] !== 'iterable') {
    raise('TypeError', `'${names[0]}' is an invalid keyword argument for enumerate()`);
  }
  const [iterable, start] = namedArguments('enumerate', given, ['iterable', 'start'], 1);
  if (start === undefined) return iterateWithStart.after(machine, 0, iterable as Value);
  return andThen(machine, toIndex(machine, start), iterateWithStart, iterable as Value);
};

const iterateWithStart: Step<[Value]> = {
  after: (machine, start, iterable) => andThen(machine, iterate(machine, iterable), makeEnumerate, start),
};

const makeEnumerate: Step<[Value]> = {
  after: (machine, iterator, start) =>
    machine.allocate(new EnumerateIterator(newTuple(machine.heap, [iterator]), start as Int)),
};

export const ENUMERATE: TypeDefinition = { construct: constructEnumerate, methods: {} };
