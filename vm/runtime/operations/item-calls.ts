import type { BuiltInName } from '../../isa/index.ts';
import type { Machine } from '../machine.ts';
import { ClassObject, FunctionObject, NativeFunction } from '../objects/index.ts';
import { callLater, type Outcome } from '../pending.ts';
import { HeapObject, type Value } from '../values/index.ts';

/** Built-in functions that wait for nothing, and where a method of the program has to be asked, answer with that. */
const AT_ONCE: ReadonlySet<string> = new Set<BuiltInName>(['abs', 'chr', 'len', 'ord']);

/**
 * Calls a function with items, for whoever does that with many. What cannot lead any deeper is called at once: a built-in type, or
 * a method of one, with values that are no objects, and a few built-in functions.
 */
export function callWithItems(machine: Machine, callee: Value, values: readonly Value[]): Outcome {
  if (callee instanceof FunctionObject) return callLater(callee, values);
  if (values.every(value => !(value instanceof HeapObject))) {
    if (callee instanceof ClassObject && callee.isBuiltIn) {
      return callee.construct(machine, callee, { values, names: [] });
    }
    if (callee instanceof NativeFunction && callee.owner !== null) return callee.run(machine, { values, names: [] });
  }
  if (callee instanceof NativeFunction && callee.owner === null && AT_ONCE.has(callee.name)) {
    return machine.heap.made(callee.run(machine, { values, names: [] }));
  }
  return callLater(callee, values);
}
