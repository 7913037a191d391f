import type { BuiltInName } from '../../isa/index.ts';
import { raise } from '../errors.ts';
import { EXHAUSTED, ListObject, type NativeCode } from '../objects/index.ts';
import { hash } from '../operations/hashing.ts';
import { collect, iterate, next } from '../operations/iteration.ts';
import { length } from '../operations/length.ts';
import { order } from '../operations/order.ts';
import { truth } from '../operations/truth.ts';
import { Pending, andThen, later, type Outcome, type Step } from '../pending.ts';
import type { Machine } from '../machine.ts';
import { tupleOf } from '../objects/index.ts';
import type { OrderOperator, Value } from '../values/index.ts';
import { keywordArguments, onlyArgument, placedArguments, type Arguments } from './arguments.ts';

/** Built-ins about items. */
export const iterationBuiltIns = {
  hash: (machine, given) => hash(machine, onlyArgument('hash', given)),

  len: (machine, given) => length(machine, onlyArgument('len', given)),

  iter(machine, given) {
    const [iterable, sentinel] = placedArguments('iter', given, 1, 2);
    if (sentinel !== undefined) raise('TypeError', 'iter(v, w): v must be callable');
    return iterate(machine, iterable);
  },

  next(machine, given) {
    const [iterator, otherwise] = placedArguments('next', given, 1, 2);
    return andThen(machine, next(machine, iterator), itemOr, otherwise);
  },

  max: (machine, given) => extreme(machine, 'max', 'GT', given),
  min: (machine, given) => extreme(machine, 'min', 'LT', given),
} satisfies { readonly [N in BuiltInName]?: NativeCode };

const itemOr: Step<[Value | undefined]> = {
  after(_machine, item, otherwise) {
    if (item !== EXHAUSTED) return item;
    return otherwise === undefined ? raise('StopIteration', '') : otherwise;
  },
};

/** The greatest or least of the arguments, or of the items of the only one; the first of equal ones. */
function extreme(machine: Machine, builtIn: 'max' | 'min', isBetter: OrderOperator, given: Arguments): Outcome {
  const { positional, named } = keywordArguments(builtIn, given, ['default']);
  if (positional.length === 0) raise('TypeError', `${builtIn} expected at least 1 argument, got 0`);
  const otherwise = named.get('default');
  if (positional.length > 1 && otherwise !== undefined) {
    raise('TypeError', `Cannot specify a default for ${builtIn}() with multiple positional arguments`);
  }
  const items =
    positional.length > 1 ? machine.allocate(new ListObject([...positional])) : collect(machine, positional[0]);
  return andThen(machine, items, pickFrom, builtIn, isBetter, otherwise);
}

const pickFrom: Step<[string, string, Value | undefined]> = {
  after(machine, list, builtIn, isBetter, otherwise) {
    const { items } = list as ListObject;
    if (items.length > 0) return pick(machine, machine.allocate(tupleOf(items)).items, isBetter as OrderOperator, 0, 1);
    return otherwise === undefined ? raise('ValueError', `${builtIn}() arg is an empty sequence`) : otherwise;
  },
};

function pick(machine: Machine, items: readonly Value[], isBetter: OrderOperator, best: number, from: number): Outcome {
  let found = best;
  for (let index = from; index < items.length; index++) {
    const better = andThen(machine, order(machine, isBetter, items[index], items[found]), asBool);
    if (better instanceof Pending) {
      return better.thenDo(pickOn, machine.allocate(tupleOf(items)), isBetter, found, index);
    }
    if (better === true) found = index;
  }
  return items[found];
}

const asBool: Step<[]> = { after: (machine, result) => truth(machine, result) };

const pickOn: Step<[ReturnType<typeof tupleOf>, string, number, number]> = {
  after: (_machine, isBetter, items, operator, best, index) =>
    later(null).thenDo(pickAgain, items, operator, isBetter === true ? index : best, index + 1),
};

const pickAgain: Step<[ReturnType<typeof tupleOf>, string, number, number]> = {
  after: (machine, _nothing, { items }, operator, best, from) =>
    pick(machine, items, operator as OrderOperator, best, from),
};
