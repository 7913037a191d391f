import { raise } from '../errors.ts';
import { NOT_IMPLEMENTED } from '../operations/not-implemented.ts';
import type { Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';

/** The type of `None`. */
export const NONE: TypeDefinition = onlyValue(null);

/** The type of `NotImplemented`. */
export const NOT_IMPLEMENTED_TYPE: TypeDefinition = onlyValue(NOT_IMPLEMENTED);

/** A type that has one value: a call of it gives that. */
function onlyValue(value: Value): TypeDefinition {
  return {
    methods: {},
    construct(_machine, type, { values }) {
      if (values.length > 0) raise('TypeError', `${type.name} takes no arguments`);
      return value;
    },
  };
}
