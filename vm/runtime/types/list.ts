import { placedArguments } from '../built-ins/arguments.ts';
import type { Machine } from '../machine.ts';
import { ListObject, type Arguments, type Construct } from '../objects/index.ts';
import { collect } from '../operations/iteration.ts';
import { onlyArgument } from '../built-ins/arguments.ts';
import type { Outcome } from '../pending.ts';
import type { TypeDefinition } from './built-in-types.ts';

const constructList: Construct = (machine, _type, given) => {
  const [iterable] = placedArguments('list', given, 0, 1);
  return iterable === undefined ? machine.allocate(new ListObject([])) : collect(machine, iterable);
};

export const LIST: TypeDefinition = {
  construct: constructList,
  methods: {
    append(machine: Machine, self: ListObject, given: Arguments): Outcome {
      self.push(machine.heap, onlyArgument('list.append', given));
      return null;
    },
  },
};
