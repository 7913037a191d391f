import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { InstanceObject, type Arguments, type Construct } from '../objects/index.ts';
import { construct } from '../operations/construct.ts';
import { instanceText } from '../operations/repr-layout.ts';
import type { Outcome } from '../pending.ts';
import { typeName, type HeapObject } from '../values/index.ts';
import type { NativeMethods } from './definitions.ts';

/** `object()`, and every class of the program that is no exception. */
export const constructObject: Construct = (machine, type, given) =>
  construct(type, machine.allocate(new InstanceObject(type)), given);

/** What every object can do, as far as its class does not say otherwise; `super()` finds these last. */
export const objectMethods: NativeMethods = {
  __init__(_machine: Machine, self: HeapObject, { values }: Arguments): Outcome {
    if (values.length === 0) return null;
    raise('TypeError', `${typeName(self)}.__init__() takes exactly one argument (the instance to initialize)`);
  },

  __repr__: (_machine: Machine, self: HeapObject): Outcome => instanceText(self),
};
