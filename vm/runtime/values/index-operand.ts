import { raise } from '../errors.ts';
import { asInt } from './numeric.ts';
import { typeName } from './type-names.ts';
import type { Int, Value } from './value.ts';

/** The int that a value is where CPython asks for an index. Raises `TypeError` for anything but an int or a bool. */
export function indexOperand(value: Value): Int {
  const int = asInt(value);
  if (int === undefined) raise('TypeError', `'${typeName(value)}' object cannot be interpreted as an integer`);
  return int;
}
