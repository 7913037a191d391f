import { raise } from '../errors.ts';
import type { Arguments, ClassObject } from '../objects/index.ts';
import { callLater, type Outcome, type Step } from '../pending.ts';
import { typeName, type HeapObject } from '../values/index.ts';

/** Initializes a new object by the `__init__` of its class, and answers with the object. */
export function construct(type: ClassObject, made: HeapObject, given: Arguments): Outcome {
  const initialize = type.lookUpOwn('__init__');
  if (initialize !== undefined) {
    return callLater(initialize, [made, ...given.values], given.names).thenDo(initialized, made);
  }
  const isException = type.order.some(each => each.isBuiltIn && each.name === 'BaseException');
  if (!isException && given.values.length > 0) raise('TypeError', `${type.name}() takes no arguments`);
  if (isException && given.names.length > 0) raise('TypeError', `${type.name}() takes no keyword arguments`);
  return made;
}

const initialized: Step<[HeapObject]> = {
  after(_machine, result, made) {
    if (result !== null) raise('TypeError', `__init__() should return None, not '${typeName(result)}'`);
    return made;
  },
};
