import { onlyArgument } from '../built-ins/arguments.ts';
import type { Machine } from '../machine.ts';
import type { Arguments, DictView } from '../objects/index.ts';
import { compareViews } from '../operations/table-comparison.ts';
import { isViewDisjoint } from '../operations/view-operators.ts';
import type { Outcome } from '../pending.ts';
import type { TypeDefinition } from './built-in-types.ts';

const likeSet: TypeDefinition = {
  compare: compareViews,
  methods: {
    isdisjoint: (machine: Machine, self: DictView, given: Arguments): Outcome =>
      isViewDisjoint(machine, self, onlyArgument(`${self.typeName}.isdisjoint`, given)),
  },
};

export const DICT_KEYS: TypeDefinition = likeSet;
export const DICT_ITEMS: TypeDefinition = likeSet;
export const DICT_VALUES: TypeDefinition = { methods: {} };
