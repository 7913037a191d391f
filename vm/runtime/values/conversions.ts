/** The built-in functions that make a number or a text of a plain value: `int float bool` and their like. */
import { raise } from '../errors.ts';
import { MAXIMUM_STRING_LENGTH, outOfMemory, withinMemory } from './bounds.ts';
import { codePointLength } from './code-points.ts';
import { divideWithRemainder } from './float-arithmetic.ts';
import { indexOperand } from './index-operand.ts';
import { absoluteInt, floorDivideInts, moduloInts } from './int-arithmetic.ts';
import { floatOfText, intOfText } from './number-text.ts';
import { asFloat, asInt, bitLength } from './numeric.ts';
import { raiseBadOperand, raiseUnsupportedOperands } from './operators.ts';
import { truncateToInt } from './rounding.ts';
import { typeName } from './type-names.ts';
import { Float, type Int, type Value } from './value.ts';

/** `int(value)`. */
export function toInt(value: Value): Int {
  if (typeof value === 'string') return intOfText(value, 10);
  if (value instanceof Float) return truncateToInt(value.value);
  const int = asInt(value);
  if (int !== undefined) return int;
  const types = 'a string, a bytes-like object or a real number';
  raise('TypeError', `int() argument must be ${types}, not '${typeName(value)}'`);
}

/** `int(value, base)`. */
export function toIntWithBase(value: Value, base: Value): Int {
  const radix = indexOperand(base);
  if (radix !== 0 && (radix < 2 || radix > 36)) raise('ValueError', 'int() base must be >= 2 and <= 36, or 0');
  if (typeof value !== 'string') raise('TypeError', "int() can't convert non-string with explicit base");
  return intOfText(value, Number(radix));
}

/** `float(value)`. */
export function toFloat(value: Value): Float {
  if (value instanceof Float) return value;
  if (typeof value === 'string') return new Float(floatOfText(value));
  const float = asFloat(value);
  if (float !== undefined) return new Float(float);
  raise('TypeError', `float() argument must be a string or a real number, not '${typeName(value)}'`);
}

/** `abs(value)`. */
export function absolute(value: Value): Value {
  if (value instanceof Float) return new Float(Math.abs(value.value));
  const int = asInt(value);
  return int === undefined ? raiseBadOperand('abs()', value) : absoluteInt(int);
}

/** Both parts of `divmod(left, right)`; `undefined` when an operand is no number. */
export function divmod(left: Value, right: Value): [quotient: Value, remainder: Value] | undefined {
  const leftInt = asInt(left);
  const rightInt = asInt(right);
  if (leftInt !== undefined && rightInt !== undefined) {
    if (rightInt === 0) raise('ZeroDivisionError', 'integer division or modulo by zero');
    return [floorDivideInts(leftInt, rightInt), moduloInts(leftInt, rightInt)];
  }
  if (!(left instanceof Float) && leftInt === undefined) return undefined;
  if (!(right instanceof Float) && rightInt === undefined) return undefined;
  const [quotient, remainder] = divideWithRemainder(asFloat(left) as number, asFloat(right) as number);
  return [new Float(quotient), new Float(remainder)];
}

/** The `TypeError` of `divmod` when neither operand knows it. */
export function raiseUnsupportedDivmod(left: Value, right: Value): never {
  raiseUnsupportedOperands('divmod()', left, right);
}

/** `bin(value)`, `oct(value)` and `hex(value)`, by their base. */
export function prefixedDigits(value: Value, base: 2 | 8 | 16): string {
  const int = indexOperand(value);
  const digits = typeof int === 'number' ? Math.abs(int).toString(base) : digitsOfLarge(int, base);
  return `${int < 0 ? '-' : ''}${base === 2 ? '0b' : base === 8 ? '0o' : '0x'}${digits}`;
}

function digitsOfLarge(int: bigint, base: 2 | 8 | 16): string {
  if (bitLength(int) / Math.log2(base) > MAXIMUM_STRING_LENGTH) outOfMemory();
  return withinMemory(() => absoluteInt(int).toString(base));
}

/** `chr(value)`. */
export function chr(value: Value): string {
  const code = indexOperand(value);
  if (code > 0x7fffffff || code < -0x80000000) raise('OverflowError', 'Python int too large to convert to C int');
  if (code < 0 || code > 0x10ffff) raise('ValueError', 'chr() arg not in range(0x110000)');
  return String.fromCodePoint(Number(code));
}

/** `ord(value)`. */
export function ord(value: Value): number {
  if (typeof value !== 'string') {
    raise('TypeError', `ord() expected string of length 1, but ${typeName(value)} found`);
  }
  const length = codePointLength(value);
  if (length !== 1) raise('TypeError', `ord() expected a character, but string of length ${length} found`);
  return value.codePointAt(0) as number;
}
