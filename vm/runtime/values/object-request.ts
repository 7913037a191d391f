import type { HeapObject, Value } from './value.ts';

/**
 * What formatting asks of an object of the heap, which this layer knows nothing about. Formatting is a generator: it
 * yields these and goes on with the answer, so that whoever drives it may run a program's own methods in between.
 */
export type ObjectRequest =
  /** A str: `str(object)`, `repr(object)`, `ascii(object)`. */
  | { readonly kind: 'str' | 'repr' | 'ascii'; readonly object: HeapObject }
  /** A plain number: by `__int__`, `__index__` or `__float__`; `undefined` when the object has none. */
  | { readonly kind: 'int' | 'index' | 'float'; readonly object: HeapObject }
  /** A str: `format(object, spec)`. */
  | { readonly kind: 'format'; readonly object: HeapObject; readonly spec: string }
  /** Any value: `object[key]`, also of a plain value. */
  | { readonly kind: 'item'; readonly object: Value; readonly key: Value }
  /** Any value: `value.name`, also of a plain value. */
  | { readonly kind: 'attribute'; readonly object: Value; readonly name: string };

/** A computation that may ask about objects. */
export type Asking<Result> = Generator<ObjectRequest, Result, Value | undefined>;

/** Drives a computation to its end; what it asks is answered at once. */
export function answering<Result>(
  computation: Asking<Result>,
  answer: (request: ObjectRequest) => Value | undefined,
): Result {
  let step = computation.next();
  while (step.done !== true) step = computation.next(answer(step.value));
  return step.value;
}
