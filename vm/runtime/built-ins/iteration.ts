import type { BuiltInName } from '../../isa/index.ts';
import { raise } from '../errors.ts';
import { iterate } from '../iterators.ts';
import { BuiltInObject, FunctionObject, IteratorObject, RangeObject } from '../objects.ts';
import { hash, length } from '../operations.ts';
import { indexOperand, order, typeName, type OrderOperator, type Value } from '../values/index.ts';
import { keywordArguments, onlyArgument, placedArguments, type Arguments } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';

/** Built-ins about items and about objects as such. */
export const iterationBuiltIns = {
  callable(_machine, given) {
    const value = onlyArgument('callable', given);
    return value instanceof FunctionObject || value instanceof BuiltInObject;
  },

  hash: (_machine, given) => hash(onlyArgument('hash', given)),

  len: (_machine, given) => length(onlyArgument('len', given)),

  iter(machine, given) {
    const [iterable, sentinel] = placedArguments('iter', given, 1, 2);
    if (sentinel !== undefined) raise('TypeError', 'iter(v, w): v must be callable');
    return machine.allocate(iterate(iterable));
  },

  next(_machine, given) {
    const [iterator, otherwise] = placedArguments('next', given, 1, 2);
    if (!(iterator instanceof IteratorObject)) raise('TypeError', `'${typeName(iterator)}' object is not an iterator`);
    let item = iterator.next();
    if (item === undefined) item = otherwise;
    return item === undefined ? raise('StopIteration', '') : item;
  },

  max: (_machine, given) => extreme('max', 'GT', given),
  min: (_machine, given) => extreme('min', 'LT', given),

  range(machine, given) {
    const numbers = placedArguments('range', given, 1, 3).map(value => BigInt(indexOperand(value)));
    const [start, stop, step] =
      numbers.length === 1 ? [0n, numbers[0], 1n] : [numbers[0], numbers[1], numbers[2] ?? 1n];
    if (step === 0n) raise('ValueError', 'range() arg 3 must not be zero');
    return machine.allocate(new RangeObject(start, stop, step));
  },
} satisfies { readonly [N in BuiltInName]?: BuiltIn };

/** The greatest or least of the arguments, or of the items of the only one; the first of equal ones. */
function extreme(builtIn: 'max' | 'min', isBetter: OrderOperator, given: Arguments): Value {
  const { positional, named } = keywordArguments(builtIn, given, ['default']);
  if (positional.length === 0) raise('TypeError', `${builtIn} expected at least 1 argument, got 0`);
  const otherwise = named.get('default');
  if (positional.length > 1 && otherwise !== undefined) {
    raise('TypeError', `Cannot specify a default for ${builtIn}() with multiple positional arguments`);
  }
  let best: Value | undefined;
  for (const item of positional.length > 1 ? positional : items(positional[0])) {
    if (best === undefined || order(isBetter, item, best)) best = item;
  }
  if (best === undefined) best = otherwise;
  return best === undefined ? raise('ValueError', `${builtIn}() arg is an empty sequence`) : best;
}

function* items(iterable: Value): Iterable<Value> {
  const iterator = iterate(iterable);
  for (let item = iterator.next(); item !== undefined; item = iterator.next()) yield item;
}
