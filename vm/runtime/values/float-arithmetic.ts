/** Division, remainder and power of floats with the results, signs and errors of CPython. */
import { Raised, raise } from '../errors.ts';
import { powerOfPositive } from './float-power.ts';

export function divideFloats(left: number, right: number): number {
  if (right === 0) raise('ZeroDivisionError', 'float division by zero');
  return left / right;
}

export function floorDivideFloats(left: number, right: number): number {
  if (right === 0) raise('ZeroDivisionError', 'float floor division by zero');
  return floorQuotient(left, right);
}

export function moduloFloats(left: number, right: number): number {
  if (right === 0) raise('ZeroDivisionError', 'float modulo');
  return signedRemainder(left, right);
}

/** Both parts of `divmod`. */
export function divideWithRemainder(left: number, right: number): [quotient: number, remainder: number] {
  if (right === 0) raise('ZeroDivisionError', 'float divmod()');
  return [floorQuotient(left, right), signedRemainder(left, right)];
}

/** Raises `ZeroDivisionError`, `OverflowError`, or `ValueError` where the power would be complex. */
export function powerFloats(base: number, exponent: number): number {
  if (exponent === 0 || base === 1) return 1;
  if (Number.isNaN(base) || Number.isNaN(exponent)) return NaN;
  if (!Number.isFinite(exponent)) return powerToInfinity(Math.abs(base), exponent);
  const isOdd = Math.abs(exponent % 2) === 1;
  if (!Number.isFinite(base)) return powerOfInfinity(base, exponent, isOdd);
  if (base === 0) {
    if (exponent < 0) raise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
    return isOdd ? base : 0;
  }
  if (base < 0 && !Number.isInteger(exponent)) {
    raise('ValueError', 'negative number cannot be raised to a fractional power');
  }
  const magnitude = base === -1 ? 1 : powerOfPositive(Math.abs(base), exponent);
  if (magnitude === Infinity) raiseRange();
  return base < 0 && isOdd ? -magnitude : magnitude;
}

/** The error has the arguments that the C library's would have. */
function raiseRange(): never {
  const text = 'Numerical result out of range';
  throw new Raised('OverflowError', `(34, '${text}')`, [34, text]);
}

/**
 * The quotient is computed from the exact remainder, so it is within rounding of an integer: the nearest one is taken.
 * A quotient of 0 has the sign of the true one.
 */
function floorQuotient(left: number, right: number): number {
  const remainder = left % right;
  let quotient = (left - remainder) / right;
  if (remainder !== 0 && remainder < 0 !== right < 0) quotient -= 1;
  if (quotient === 0) return left / right < 0 || Object.is(left / right, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** The remainder with the sign of the divisor, also when it is 0. */
function signedRemainder(left: number, right: number): number {
  const remainder = left % right;
  if (remainder === 0) return right < 0 ? -0 : 0;
  return remainder < 0 !== right < 0 ? remainder + right : remainder;
}

function powerToInfinity(magnitude: number, exponent: number): number {
  if (magnitude === 1) return 1;
  return exponent > 0 === magnitude > 1 ? Infinity : 0;
}

function powerOfInfinity(base: number, exponent: number, isOdd: boolean): number {
  const magnitude = exponent > 0 ? Infinity : 0;
  return base < 0 && isOdd ? -magnitude : magnitude;
}
