import type { Machine } from '../machine.ts';
import { ExceptionObject, tupleOf, type Arguments, type Construct } from '../objects/index.ts';
import { construct } from '../operations/construct.ts';
import { builtInRepr, exceptionText } from '../operations/text.ts';
import type { Outcome } from '../pending.ts';
import type { NativeMethods } from './definitions.ts';

/** `BaseException(*args)`, and every class below it. */
export const constructException: Construct = (machine, type, given) => {
  const args = machine.allocate(tupleOf(given.values.slice(0, given.values.length - given.names.length)));
  const exception = machine.allocate(new ExceptionObject(type, args));
  return construct(type, exception, given);
};

export const exceptionMethods: NativeMethods = {
  __init__(machine: Machine, self: ExceptionObject, { values }: Arguments): Outcome {
    self.setArgs(machine.heap, machine.allocate(tupleOf(values)));
    return null;
  },

  __str__(machine: Machine, self: ExceptionObject): Outcome {
    return exceptionText(machine, self);
  },

  __repr__(machine: Machine, self: ExceptionObject): Outcome {
    return builtInRepr(machine, self);
  },
};
