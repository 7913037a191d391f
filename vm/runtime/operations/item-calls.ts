import type { Machine } from '../machine.ts';
import { ClassObject, NativeFunction } from '../objects/index.ts';
import { callLater, type Outcome } from '../pending.ts';
import { HeapObject, type Value } from '../values/index.ts';

/**
 * Calls a function with items, for whoever does that with many. What cannot lead any deeper is called at once: a built-in type, or
 * a method of one, with values that are no objects.
 */
export function callWithItems(machine: Machine, callee: Value, values: readonly Value[]): Outcome {
  if (values.every(value => !(value instanceof HeapObject))) {
    if (callee instanceof ClassObject && callee.isBuiltIn) {
      return callee.construct(machine, callee, { values, names: [] });
    }
    if (callee instanceof NativeFunction && callee.owner !== null) return callee.run(machine, { values, names: [] });
  }
  return callLater(callee, values);
}
