import { ANY_KIND, KIND_BITS } from './abstract-stack.ts';
import {
  CONTAINER,
  INSTANCE,
  INTEGRAL,
  ITERABLE,
  ITERATOR,
  SEQUENCE,
  SET,
  UNHASHABLE,
  demanding,
  type InstructionContext,
  type ResultRule,
} from './result-rule.ts';

/** What instructions make of containers. */

const { NoneType, bool, int, str, list, tuple, dict, range, slice, iterator, generator, class: klass } = KIND_BITS;

/** A class as a container is left open: only annotations index classes. */
const OPEN = INSTANCE | klass;
const POSITION = INTEGRAL | INSTANCE;
const HASHABLE = ANY_KIND & ~UNHASHABLE;

export function iteratorOver(iterable: number): number {
  return (iterable & (ITERABLE & ~generator) ? iterator : 0) | (iterable & generator);
}

export function itemOf(source: number): number {
  return source & ITERATOR ? ANY_KIND : 0;
}

export function lengthOf(container: number): number {
  return container & CONTAINER ? int : 0;
}

export const unpack = demanding('an iterable', [[0, ITERABLE]], ANY_KIND);
export const append = demanding('a list', [[1, list]], ANY_KIND);

/** Whatever `__contains__` gives becomes a bool. An iterator is searched item by item, a string for strings only. */
export const contains: ResultRule = {
  kinds: context => (canContain(context.kindsAt(0), context.kindsAt(1)) ? bool : 0),
  expects: 'an item and a container (a string holds strings only)',
  depths: () => [1, 0],
};

/** Of the kinds that the container can be, those that can hold the item. A set is looked for in sets as a frozenset. */
function canContain(container: number, item: number): number {
  if (item === 0) return 0;
  return (
    (container & (list | tuple | range | ITERATOR | INSTANCE)) |
    (item & (HASHABLE | KIND_BITS.set) ? container & SET : 0) |
    (item & HASHABLE ? container & dict : 0) |
    (item & (str | INSTANCE) ? container & str : 0)
  );
}

export const loadIndex: ResultRule = {
  kinds: context => itemAt(context.kindsAt(1), context.kindsAt(0)),
  expects: 'a container and an index or key of it',
  depths: () => [1, 0],
};

function itemAt(container: number, index: number): number {
  if (index === 0) return 0;
  if (container & OPEN) return ANY_KIND;
  if ((container & dict && index & HASHABLE) || (container & (list | tuple) && index & POSITION)) return ANY_KIND;
  const items = index & POSITION ? (container & str) | (container & range ? int : 0) : 0;
  return items | (index & slice ? container & SEQUENCE : 0);
}

export const storeIndex = changesIndex(2);
export const deleteIndex = changesIndex(1);

/** The rule for what changes a container that lies at a depth, with the index above it. */
function changesIndex(depth: number): ResultRule {
  return {
    kinds: context => (canChange(context.kindsAt(depth), context.kindsAt(depth - 1)) ? ANY_KIND : 0),
    expects: 'a list or a dict, and an index or key of it',
    depths: () => [depth, depth - 1],
  };
}

/** Of the kinds that the container can be, those that can have an item put at the index, or taken from there. */
function canChange(container: number, index: number): number {
  if (index === 0) return 0;
  return (
    (container & OPEN) | (index & (POSITION | slice) ? container & list : 0) | (index & HASHABLE ? container & dict : 0)
  );
}

const BOUND = POSITION | NoneType;

export const slicing: ResultRule = {
  kinds: context => {
    if ([2, 1, 0].some(depth => (context.kindsAt(depth) & BOUND) === 0)) return canSlice(context) ? ANY_KIND : 0;
    const sliced = context.kindsAt(3);
    return sliced & OPEN ? ANY_KIND : sliced & SEQUENCE;
  },
  expects: 'a sequence, and ints or None for its bounds',
  depths: () => [3, 2, 1, 0],
};

/** Whether bounds that no sequence takes reach an instance, which may take anything. */
function canSlice(context: InstructionContext): boolean {
  return [0, 1, 2].every(depth => context.kindsAt(depth) !== 0) && (context.kindsAt(3) & OPEN) !== 0;
}

export const buildSet = hashing('hashable values', KIND_BITS.set, 1, 0);
export const buildDict = hashing('hashable keys', dict, 2, 1);

/**
 * Of the values on the stack, those that are hashed lie `step` apart, the uppermost at depth `first`. Only as many of them
 * are looked at as `MAXIMUM_HASHED`.
 */
function hashing(expects: string, result: number, step: number, first: number): ResultRule {
  const unhashable = (context: InstructionContext): number => {
    const { code, at } = context;
    const count = Math.min(code.operands[at], MAXIMUM_HASHED);
    for (let index = 0; index < count; index++) {
      const depth = first + index * step;
      if ((context.kindsAt(depth) & HASHABLE) === 0) return depth;
    }
    return -1;
  };
  return {
    kinds: context => (unhashable(context) < 0 ? result : 0),
    expects,
    depths: context => {
      const depth = unhashable(context);
      return depth < 0 ? [] : [depth];
    },
  };
}

const MAXIMUM_HASHED = 16;
