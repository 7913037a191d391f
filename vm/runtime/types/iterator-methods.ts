import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { EXHAUSTED, type Arguments } from '../objects/index.ts';
import { advance } from '../operations/iteration.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import type { NativeMethods } from './definitions.ts';

/** What every iterator of the machine's own can do. */
export const iteratorMethods: NativeMethods = {
  __iter__(_machine: Machine, self: Value, given: Arguments): Outcome {
    refuseArguments('__iter__', given);
    return self;
  },

  __next__(machine: Machine, self: Value, given: Arguments): Outcome {
    refuseArguments('__next__', given);
    return andThen(machine, advance(machine, self), itemOrStop);
  },
};

const itemOrStop: Step<[]> = {
  after: (_machine, item) => (item === EXHAUSTED ? raise('StopIteration', '') : item),
};

function refuseArguments(method: string, { values, names }: Arguments): void {
  if (names.length > 0) raise('TypeError', `wrapper ${method}() takes no keyword arguments`);
  if (values.length > 0) raise('TypeError', `expected 0 arguments, got ${values.length}`);
}
