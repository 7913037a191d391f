import { Float, type Value } from './value.ts';

/** The truth value. An object of the heap is true here, as a bare `object()` is: what has a length or says otherwise is asked elsewhere. */
export function isTrue(value: Value): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'bigint':
      // 0 is never a bigint.
      return true;
    case 'string':
      return value !== '';
    case 'object':
      return value instanceof Float ? value.value !== 0 : value !== null;
  }
}
