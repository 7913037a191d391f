import type { Machine } from '../machine.ts';
import { ExceptionObject, tupleOf, type Arguments, type Construct } from '../objects/index.ts';
import { construct } from '../operations/construct.ts';
import { exceptionText, repr } from '../operations/text.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
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
    const { items } = self.args;
    if (items.length === 0) return `${self.class.name}()`;
    if (items.length > 1) return andThen(machine, repr(machine, self.args), named, self);
    return andThen(machine, repr(machine, items[0]), parenthesized, self);
  },
};

const named: Step<[ExceptionObject]> = {
  after: (_machine, text, exception) => `${exception.class.name}${text as string}`,
};

const parenthesized: Step<[ExceptionObject]> = {
  after: (_machine, text, exception) => `${exception.class.name}(${text as string})`,
};
