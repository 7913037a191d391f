import { frameOf } from '../calls.ts';
import { raise } from '../errors.ts';
import type { Frame } from '../frame.ts';
import type { Machine } from '../machine.ts';
import { BoundMethod, ClassObject, FunctionObject, MethodWrapper, NativeFunction } from '../objects/index.ts';
import type { Outcome } from '../pending.ts';
import { specialMethod } from '../types/registry.ts';
import { typeName, type Value } from '../values/index.ts';
import { boundCall } from './method-calls.ts';

/** What a call comes to: the frame of a function of the program, or the answer of the machine itself. */
export type Begun = { readonly frame: Frame } | { readonly outcome: Outcome };

/**
 * Begins a call of any value; `names` are those of the last `values`. Raises `TypeError` where it cannot be called, or the
 * arguments do not fit, with nothing changed.
 */
export function beginCall(machine: Machine, callee: Value, values: readonly Value[], names: readonly string[]): Begun {
  let target = callee;
  let given = values;
  for (;;) {
    if (target instanceof FunctionObject) return { frame: frameOf(machine, target, given, names) };
    if (target instanceof NativeFunction)
      return { outcome: machine.heap.made(target.run(machine, { values: given, names })) };
    if (target instanceof ClassObject)
      return { outcome: machine.heap.made(target.construct(machine, target, { values: given, names })) };
    if (target instanceof BoundMethod) {
      given = [target.self, ...given];
      target = target.function;
    } else if (target instanceof MethodWrapper && target.typeName === 'staticmethod') {
      target = target.function;
    } else {
      const own = specialMethod(target, '__call__');
      if (own === undefined) raise('TypeError', `'${typeName(target)}' object is not callable`);
      const bound = boundCall(own, [target, ...given]);
      given = bound.values;
      target = bound.callee;
    }
  }
}

/** Whether a value can be called. */
export function isCallable(value: Value): boolean {
  return (
    value instanceof FunctionObject ||
    value instanceof NativeFunction ||
    value instanceof ClassObject ||
    value instanceof BoundMethod ||
    (value instanceof MethodWrapper && value.typeName === 'staticmethod') ||
    specialMethod(value, '__call__') !== undefined
  );
}
