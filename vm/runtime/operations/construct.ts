import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { NativeFunction, type Arguments, type ClassObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { typeNamed } from '../types/registry.ts';
import { typeName, type HeapObject } from '../values/index.ts';
import { callMethod } from './method-calls.ts';

/** Initializes a new object by the `__init__` of its class, and answers with the object. */
export function construct(machine: Machine, type: ClassObject, made: HeapObject, given: Arguments): Outcome {
  const initialize = type.lookUp('__init__') ?? null;
  if (initialize instanceof NativeFunction) {
    if (given.values.length > 0 && initialize === plainInitializer()) {
      raise('TypeError', `${type.name}() takes no arguments`);
    }
    const outcome = initialize.run(machine, { values: [made, ...given.values], names: given.names });
    return andThen(machine, outcome, initialized, made);
  }
  return callMethod(initialize, [made, ...given.values], given.names).thenDo(initialized, made);
}

/** Raises where `object.__init__` is given anything for an object of this class. */
export function checkNoArguments(type: ClassObject, { values }: Arguments): void {
  if (values.length === 0) return;
  const owner = type.lookUp('__init__') === plainInitializer() ? type.name : 'object';
  raise('TypeError', `${owner}.__init__() takes exactly one argument (the instance to initialize)`);
}

/** `object.__init__`, which takes no arguments. */
export function plainInitializer(): unknown {
  return typeNamed('object').attributes.get('__init__');
}

/** Behind a `__init__`: answers with the object. */
export const initialized: Step<[HeapObject]> = {
  after(_machine, result, made) {
    if (result !== null) raise('TypeError', `__init__() should return None, not '${typeName(result)}'`);
    return made;
  },
};
