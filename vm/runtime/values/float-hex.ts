/** Floats exactly: as a ratio of ints, and as hexadecimal text. */
import { raise } from '../errors.ts';
import { normalizeInt } from './int64.ts';
import type { Int, Value } from './value.ts';

/** `value.as_integer_ratio()`: in lowest terms, the denominator positive. */
export function ratioOfFloat(value: number): [numerator: Int, denominator: Int] {
  if (Number.isNaN(value)) raise('ValueError', 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) raise('OverflowError', 'cannot convert Infinity to integer ratio');
  if (Number.isInteger(value)) return [normalizeInt(BigInt(value)), 1];
  const { mantissa, exponent } = partsOf(Math.abs(value));
  let numerator = mantissa;
  let power = -exponent;
  while (numerator % 2n === 0n) {
    numerator /= 2n;
    power--;
  }
  return [normalizeInt(value < 0 ? -numerator : numerator), normalizeInt(1n << BigInt(power))];
}

/** `value.hex()`: `-0x1.8000000000000p+1`. */
export function floatToHex(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (!Number.isFinite(value)) return `${sign}inf`;
  if (value === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = partsOf(Math.abs(value));
  const digits = mantissa.toString(16).padStart(14, '0');
  const power = exponent + FRACTION_BITS;
  return `${sign}0x${digits[0]}.${digits.slice(1)}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

/** `float.fromhex(text)`: the nearest float, ties to even. Raises `ValueError` or `OverflowError`. */
export function floatFromHex(text: Value): number {
  if (typeof text !== 'string') raise('TypeError', 'bad argument type for built-in operation');
  const match = HEXADECIMAL.exec(text);
  if (match === null || (match[3] === '' && (match[4] ?? '') === '')) return specialFloat(text);
  const [, sign, , whole, fraction = '', power = '0'] = match;
  const magnitude = scaled(BigInt(`0x0${whole}${fraction}`), clampPower(power) - 4 * fraction.length);
  return sign === '-' ? -magnitude : magnitude;
}

function specialFloat(text: string): number {
  const match = SPECIAL.exec(text);
  if (match === null) raise('ValueError', 'invalid hexadecimal floating-point string');
  const magnitude = match[2].toLowerCase() === 'nan' ? NaN : Infinity;
  return match[1] === '-' ? -magnitude : magnitude;
}

/** Exponents beyond this give 0 or an overflow whatever the digits are, as long as those fit into a string. */
function clampPower(text: string): number {
  return Math.max(-LARGEST_POWER, Math.min(LARGEST_POWER, Number(text)));
}

/** `mantissa * 2 ** exponent`, rounded once. */
function scaled(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  const bits = (mantissa.toString(16).length - 1) * 4 + (32 - Math.clz32(parseInt(mantissa.toString(16)[0], 16)));
  const top = bits + exponent;
  if (top > 1024) return tooLarge();
  // Below the smallest normal float there are fewer bits for the mantissa.
  const kept = Math.min(FRACTION_BITS + 1, top - SMALLEST_EXPONENT);
  if (kept < 0) return 0;
  const dropped = bits - kept;
  const rounded = dropped > 0 ? roundHalfEven(mantissa, BigInt(dropped)) : mantissa << BigInt(-dropped);
  const result = timesPowerOfTwo(Number(rounded), exponent + dropped);
  return result === Infinity ? tooLarge() : result;
}

function tooLarge(): never {
  return raise('OverflowError', 'hexadecimal value too large to represent as a float');
}

function roundHalfEven(value: bigint, dropped: bigint): bigint {
  const quotient = value >> dropped;
  const rest = value - (quotient << dropped);
  const half = 1n << (dropped - 1n);
  return rest > half || (rest === half && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** Exact, where the result is a float: in two steps, of which no power is out of range. */
function timesPowerOfTwo(value: number, exponent: number): number {
  const first = Math.max(-1000, Math.min(900, exponent));
  return value * 2 ** first * 2 ** (exponent - first);
}

/** A positive float as `mantissa * 2 ** exponent`, with a mantissa of at most 53 bits. */
function partsOf(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> BigInt(FRACTION_BITS));
  const fraction = bits & ((1n << BigInt(FRACTION_BITS)) - 1n);
  if (biased === 0) return { mantissa: fraction, exponent: SMALLEST_EXPONENT };
  return { mantissa: fraction | (1n << BigInt(FRACTION_BITS)), exponent: biased - 1 + SMALLEST_EXPONENT };
}

const FRACTION_BITS = 52;
/** That of the smallest float above 0. */
const SMALLEST_EXPONENT = -1074;
const LARGEST_POWER = 2 ** 40;
const HEXADECIMAL = /^[\t-\r ]*([+-]?)(0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?[\t-\r ]*$/i;
const SPECIAL = /^[\t-\r ]*([+-]?)(inf|infinity|nan)[\t-\r ]*$/i;
