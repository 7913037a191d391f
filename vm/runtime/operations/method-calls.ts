/** Calls of special methods: what a class has under such a name is bound to the object first, as any attribute of a class is. */
import { FunctionObject, MethodWrapper, NativeFunction } from '../objects/index.ts';
import { callLater, type Pending } from '../pending.ts';
import { classOf } from '../types/registry.ts';
import type { Value } from '../values/index.ts';

/** Calls what a class has as a special method; the first of the values is the object. */
export function callMethod(method: Value, values: readonly Value[], names: readonly string[] = []): Pending {
  if (method instanceof FunctionObject) return callLater(method, values, names);
  const bound = boundCall(method, values);
  return callLater(bound.callee, bound.values, names);
}

/** The same, as a callee and the arguments that it gets: functions take the object, what is no function does not. */
export function boundCall(method: Value, values: readonly Value[]): { callee: Value; values: readonly Value[] } {
  const isFunction = method instanceof FunctionObject || (method instanceof NativeFunction && method.owner !== null);
  if (isFunction) return { callee: method, values };
  const [self, ...others] = values;
  if (!(method instanceof MethodWrapper)) return { callee: method, values: others };
  const isStatic = method.typeName === 'staticmethod';
  return { callee: method.function, values: isStatic ? others : [classOf(self), ...others] };
}
