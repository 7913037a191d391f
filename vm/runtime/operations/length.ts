import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { DictObject, DictView, ListObject, RangeObject, SetObject, TupleObject } from '../objects/index.ts';
import { waitFor, type Continuation, type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { specialMethod } from '../types/registry.ts';
import { codePointLength, normalizeInt, typeName, type Value } from '../values/index.ts';
import { LARGEST_SIZE } from './indices.ts';
import { checkLength } from './truth.ts';

/** `len(value)`: an int. */
export function length(_machine: Machine, value: Value): Outcome {
  if (typeof value === 'string') return codePointLength(value);
  if (value instanceof ListObject) return value.length;
  if (value instanceof TupleObject) return value.items.length;
  if (value instanceof DictObject || value instanceof SetObject) return value.table.size;
  if (value instanceof DictView) return value.dict.table.size;
  if (value instanceof RangeObject) {
    if (value.length > LARGEST_SIZE) raise('OverflowError', 'Python int too large to convert to C ssize_t');
    return normalizeInt(value.length);
  }
  const own = specialMethod(value, '__len__');
  if (own !== undefined) return callMethod(own, [value]).thenDo(lengthOf);
  raise('TypeError', `object of type '${typeName(value)}' has no len()`);
}

const lengthOf: Step<[]> = { after: checkLength };

/** What waits for the answer of an object's `__len__`. */
export function waitForLength(): Continuation {
  return waitFor(lengthOf);
}
