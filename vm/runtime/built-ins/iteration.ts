import type { BuiltInName } from '../../isa/index.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { EXHAUSTED, newTuple, type ListObject, type NativeCode, type TupleObject } from '../objects/index.ts';
import { CallableIterator } from '../operations/callable-iterator.ts';
import { isCallable } from '../operations/calls.ts';
import { extreme, extremeOfPlain } from '../operations/extremes.ts';
import { hash } from '../operations/hashing.ts';
import { advance, collect, iterate, next } from '../operations/iteration.ts';
import { length } from '../operations/length.ts';
import { quantify } from '../operations/quantifiers.ts';
import { sortList } from '../operations/sorting.ts';
import { sum } from '../operations/summing.ts';
import { andThen, type Continuation, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { keywordArguments, onlyArgument, placedArguments, type Arguments } from './arguments.ts';

/** Built-ins about items. */
export const iterationBuiltIns = {
  all: (machine, given) => quantify(machine, onlyArgument('all', given), false),
  any: (machine, given) => quantify(machine, onlyArgument('any', given), true),

  hash: (machine, given) => hash(machine, onlyArgument('hash', given)),

  iter(machine, given) {
    const [iterable, sentinel] = placedArguments('iter', given, 1, 2);
    if (sentinel === undefined) return iterate(machine, iterable);
    if (!isCallable(iterable)) raise('TypeError', 'iter(v, w): v must be callable');
    return machine.allocate(new CallableIterator(iterable, sentinel));
  },

  len: (machine, given) => length(machine, onlyArgument('len', given)),

  max: (machine, given) => pickExtreme(machine, 'max', given),
  min: (machine, given) => pickExtreme(machine, 'min', given),

  next(machine, given) {
    const [iterator, otherwise] = placedArguments('next', given, 1, 2);
    if (otherwise === undefined) return andThen(machine, advance(machine, iterator), itemOrStop);
    return andThen(machine, next(machine, iterator), itemOr, otherwise);
  },

  sorted(machine, given) {
    const { values, names } = given;
    const placed = values.length - names.length;
    if (placed !== 1) raise('TypeError', `sorted expected 1 argument, got ${placed}`);
    const options = newTuple(machine.heap, values.slice(1));
    return andThen(machine, collect(machine, values[0]), sortCollected, options, newTuple(machine.heap, names));
  },

  sum(machine, given) {
    const { values, names } = given;
    if (values.length === names.length) raise('TypeError', 'sum() takes at least 1 positional argument (0 given)');
    if (values.length > 2) raise('TypeError', `sum() takes at most 2 arguments (${values.length} given)`);
    const { positional, named } = keywordArguments('sum', given, ['start']);
    const [iterable, start = named.get('start')] = positional;
    return sum(machine, iterable, start === undefined ? 0 : start);
  },
} satisfies { readonly [N in BuiltInName]?: NativeCode };

const itemOrStop: Step<[]> = {
  after: (_machine, item) => (item === EXHAUSTED ? raise('StopIteration', '') : item),
  hasCounted: true,
};

/** What `next` makes of a generator. */
export const ITEM_OR_STOP: Continuation = { step: itemOrStop, data: [], next: null };

const itemOr: Step<[Value]> = {
  after: (_machine, item, otherwise) => (item === EXHAUSTED ? otherwise : item),
};

/** Sorts a list that nobody else has, and answers with it. */
const sortCollected: Step<[TupleObject, TupleObject]> = {
  after(machine, list, options, names) {
    const given: Arguments = { values: options.items, names: names.items as string[] };
    return andThen(machine, sortList(machine, list as ListObject, given), asItIs, list);
  },
};

const asItIs: Step<[Value]> = { after: (_machine, _nothing, list) => list };

/** The greatest or least of the arguments, or of the items of the only one. */
function pickExtreme(machine: Machine, builtIn: 'max' | 'min', given: Arguments): Outcome {
  const positionalCount = given.values.length - given.names.length;
  if (positionalCount === 0) raise('TypeError', `${builtIn} expected at least 1 argument, got 0`);
  const plain =
    given.names.length === 0 && positionalCount > 1 ? extremeOfPlain(machine, given.values, builtIn) : undefined;
  if (plain !== undefined) return plain;
  const { positional, named } = keywordArguments(builtIn, given, ['key', 'default']);
  const otherwise = named.get('default');
  if (positional.length > 1 && otherwise !== undefined) {
    raise('TypeError', `Cannot specify a default for ${builtIn}() with multiple positional arguments`);
  }
  const items = positional.length > 1 ? newTuple(machine.heap, positional) : positional[0];
  return extreme(machine, items, { builtIn, key: named.get('key') ?? null, otherwise });
}
