import { raise } from '../errors.ts';

/** What setting or deleting a part of a value does that CPython keeps in a field. */
export function raiseReadonly(): never {
  raise('AttributeError', 'readonly attribute');
}
