import { keywordArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { EXHAUSTED, TupleObject, newTuple, type Construct } from '../objects/index.ts';
import { next } from '../operations/iteration.ts';
import { LazyIterator, iterateAll, nextOfAll, takeFrom } from '../operations/lazy-iterator.ts';
import { truth } from '../operations/truth.ts';
import { Pending, andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';

/** Tuples of one item of each iterator, up to the end of the first that comes to it; when strict, all have to. */
export class ZipIterator extends LazyIterator {
  readonly typeName = 'zip';
  private readonly isStrict: boolean;
  /** Whether an item of each source need only be taken. */
  readonly isQuick: boolean;

  constructor(sources: TupleObject, isStrict: boolean) {
    super(sources);
    this.isStrict = isStrict;
    this.isQuick = !isStrict && this.areSourcesSimple;
  }

  next(machine: Machine): Outcome {
    if (this.sources.items.length === 0) return EXHAUSTED;
    if (this.isQuick) {
      const taken = this.take(machine);
      return taken === NO_ITEMS ? EXHAUSTED : newTuple(machine.heap, taken);
    }
    const items = nextOfAll(machine, this.sources);
    if (this.isStrict) return andThen(machine, items, itemsOrCheck, this.sources);
    return items instanceof Pending ? items.thenDo(itemsOrEnd) : itemsOrEnd.after(machine, items);
  }

  /** An item of each source, or `NO_ITEMS`. The host makes an array of two sooner than one that grows. */
  private take(machine: Machine): readonly Value[] {
    const { items } = this.sources;
    const first = takeFrom(machine, items[0]);
    if (first === EXHAUSTED) return NO_ITEMS;
    if (items.length === 1) return [first];
    const second = takeFrom(machine, items[1]);
    if (second === EXHAUSTED) return NO_ITEMS;
    const taken = [first, second];
    for (let each = 2; each < items.length; each++) {
      const item = takeFrom(machine, items[each]);
      if (item === EXHAUSTED) return NO_ITEMS;
      taken.push(item);
    }
    return taken;
  }
}

const NO_ITEMS: readonly Value[] = [];

const itemsOrEnd: Step<[]> = {
  after: (_machine, items) => (items instanceof TupleObject ? items : EXHAUSTED),
};

const itemsOrCheck: Step<[TupleObject]> = {
  after(machine, items, sources) {
    if (items instanceof TupleObject) return items;
    const ended = items as number;
    return ended === 0 ? checkOthers(machine, sources, 1) : raiseLength(ended, 'shorter');
  },
};

/** The first iterator has ended, and so have those before `from`: raises unless the rest has, too. */
function checkOthers(machine: Machine, sources: TupleObject, from: number): Outcome {
  for (let index = from; index < sources.items.length; index++) {
    const item = next(machine, sources.items[index]);
    if (item instanceof Pending) return item.thenDo(checkEnd, sources, index);
    if (item !== EXHAUSTED) raiseLength(index, 'longer');
  }
  return EXHAUSTED;
}

const checkEnd: Step<[TupleObject, number]> = {
  after: (machine, item, sources, index) =>
    item === EXHAUSTED ? checkOthers(machine, sources, index + 1) : raiseLength(index, 'longer'),
};

/** Of the iterator of that index, compared with those before it. */
function raiseLength(index: number, relation: 'shorter' | 'longer'): never {
  const others = index === 1 ? 'argument 1' : `arguments 1-${index}`;
  raise('ValueError', `zip() argument ${index + 1} is ${relation} than ${others}`);
}

const constructZip: Construct = (machine, _type, given) => {
  if (given.names.length > 1) {
    raise('TypeError', `zip() takes at most 1 keyword argument (${given.names.length} given)`);
  }
  if (given.names.length === 0) return zipAll.after(machine, false, newTuple(machine.heap, given.values));
  const { positional, named } = keywordArguments('zip', given, ['strict']);
  const isStrict = truth(machine, named.get('strict') ?? false);
  return andThen(machine, isStrict, zipAll, newTuple(machine.heap, positional));
};

const zipAll: Step<[TupleObject]> = {
  after: (machine, isStrict, values) => andThen(machine, iterateAll(machine, values.items), makeZip, isStrict),
};

const makeZip: Step<[Value]> = {
  after: (machine, iterators, isStrict) =>
    machine.allocate(new ZipIterator(iterators as TupleObject, isStrict as boolean)),
};

export const ZIP: TypeDefinition = { construct: constructZip, methods: {} };
