import { onlyArgument } from '../built-ins/arguments.ts';
import type { Machine } from '../machine.ts';
import type { Arguments } from '../objects/index.ts';
import { deleteIndex, loadIndex, storeIndex } from '../operations/indexing.ts';
import { length } from '../operations/length.ts';
import { contains } from '../operations/membership.ts';
import type { Outcome } from '../pending.ts';
import type { Value } from '../values/index.ts';
import type { NativeMethods } from './definitions.ts';
import { noArguments, someArguments } from './method-arguments.ts';

/** The special methods of what has a length and contains items, for programs that call them by name. */
export const containerMethods: NativeMethods = {
  __len__(machine: Machine, self: Value, given: Arguments): Outcome {
    noArguments('__len__', given);
    return length(machine, self);
  },

  __contains__: (machine: Machine, self: Value, given: Arguments): Outcome =>
    contains(machine, self, onlyArgument('__contains__', given)),
};

/** The same of what can be indexed. */
export const subscriptMethods: NativeMethods = {
  ...containerMethods,
  __getitem__: (machine: Machine, self: Value, given: Arguments): Outcome =>
    loadIndex(machine, self, onlyArgument('__getitem__', given)),
};

/** The same of what changes by index. */
export const mutableSubscriptMethods: NativeMethods = {
  ...subscriptMethods,

  __setitem__(machine: Machine, self: Value, given: Arguments): Outcome {
    const [index, value] = someArguments('__setitem__', given, 2, 2) as readonly Value[];
    return storeIndex(machine, self, index, value);
  },

  __delitem__: (machine: Machine, self: Value, given: Arguments): Outcome =>
    deleteIndex(machine, self, onlyArgument('__delitem__', given)),
};
