import { Float, type HeapObject, type Value } from './value.ts';

/** The name of a value's type, as messages show it. */
export function typeName(value: Value): string {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return 'int';
    case 'boolean':
      return 'bool';
    case 'string':
      return 'str';
    case 'object':
      return value === null ? 'NoneType' : value instanceof Float ? 'float' : (value satisfies HeapObject).typeName;
  }
}
