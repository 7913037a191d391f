import { raise } from '../errors.ts';
import { powerFloats } from './float-arithmetic.ts';
import { modularPower, powerInts } from './int-arithmetic.ts';
import { asFloat, asInt } from './numeric.ts';
import { typeName } from './type-names.ts';
import { Float, type Int, type Value } from './value.ts';

/**
 * `base ** exponent`: exact on ints, a float for a negative exponent. `undefined` when an operand is no number.
 * Raises `ZeroDivisionError`, `OverflowError`, `MemoryError`, or `ValueError` where the power would be complex.
 */
export function power(base: Value, exponent: Value): Value | undefined {
  const baseInt = asInt(base);
  const exponentInt = asInt(exponent);
  if (baseInt !== undefined && exponentInt !== undefined && exponentInt >= 0) return powerInts(baseInt, exponentInt);
  if (!(base instanceof Float) && baseInt === undefined) return undefined;
  if (!(exponent instanceof Float) && exponentInt === undefined) return undefined;
  return new Float(powerFloats(asFloat(base) as number, asFloat(exponent) as number));
}

/** `pow(base, exponent, modulus)` with a modulus other than `None`. Raises `TypeError` where one of them is no int. */
export function powerModulo(base: Value, exponent: Value, modulus: Value): Int {
  const [baseInt, exponentInt, modulusInt] = [asInt(base), asInt(exponent), asInt(modulus)];
  if (baseInt !== undefined && exponentInt !== undefined && modulusInt !== undefined) {
    return modularPower(baseInt, exponentInt, modulusInt);
  }
  if (base instanceof Float || exponent instanceof Float || modulus instanceof Float) {
    raise('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers');
  }
  const types = [base, exponent, modulus].map(value => `'${typeName(value)}'`).join(', ');
  raise('TypeError', `unsupported operand type(s) for ** or pow(): ${types}`);
}
