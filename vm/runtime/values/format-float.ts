import { raise } from '../errors.ts';
import { checkStringLength } from './bounds.ts';
import { fixedDigits, significantDigits, type Decimal } from './decimal.ts';
import { floatText } from './text.ts';

/** How a float is written: the letters of format specs and of `%`, and `r` for the shortest digits that read back. */
export type FloatStyle = 'e' | 'f' | 'g' | 'r';

export interface FloatForm {
  readonly style: FloatStyle;
  /** Places behind the point of `e` and `f`, significant digits of `g`, nothing to `r`. */
  readonly precision: number;
  /** Keeps the point, and of `g` the zeros at the end. */
  readonly isAlternate: boolean;
  /** At least one digit behind the point, where there is no exponent. */
  readonly addsPointZero: boolean;
  readonly isUpperCase: boolean;
}

/** The magnitude of a float, which may be infinite or nan, as text; its sign is not looked at. */
export function floatMagnitudeText(magnitude: number, form: FloatForm): string {
  if (form.precision > LARGEST_PRECISION) raise('ValueError', 'precision too big');
  checkStringLength(form.precision);
  const text = Number.isFinite(magnitude) ? finiteText(magnitude, form) : Number.isNaN(magnitude) ? 'nan' : 'inf';
  return form.isUpperCase ? text.toUpperCase() : text;
}

function finiteText(magnitude: number, form: FloatForm): string {
  switch (form.style) {
    case 'f':
      return fixedDigits(magnitude, form.precision) + (form.isAlternate && form.precision === 0 ? '.' : '');
    case 'e':
      return exponentText(significantDigits(magnitude, form.precision + 1), form.isAlternate);
    case 'g':
      return generalText(magnitude, form);
    case 'r':
      return shortestText(magnitude, form);
  }
}

/** Without an exponent from 1e-4 on, while the digits reach the point; zeros at the end are dropped. */
function generalText(magnitude: number, form: FloatForm): string {
  const count = Math.max(form.precision, 1);
  const decimal = significantDigits(magnitude, count);
  const shown = form.isAlternate ? decimal : { ...decimal, digits: decimal.digits.replace(/(?<=.)0+$/, '') };
  const isLarge = decimal.exponent >= count - (form.addsPointZero ? 1 : 0);
  return isLarge || decimal.exponent < -4 ? exponentText(shown, form.isAlternate) : plainText(shown, form);
}

function shortestText(magnitude: number, form: FloatForm): string {
  const text = floatText(magnitude);
  return form.isAlternate && !text.includes('.') ? text.replace('e', '.e') : text;
}

function exponentText({ digits, exponent }: Decimal, isAlternate: boolean): string {
  const fraction = digits.slice(1);
  const point = fraction !== '' || isAlternate ? '.' : '';
  return `${digits[0]}${point}${fraction}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function plainText({ digits, exponent }: Decimal, form: FloatForm): string {
  const whole = exponent < 0 ? '0' : digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = exponent < 0 ? '0'.repeat(-exponent - 1) + digits : digits.slice(exponent + 1);
  const shown = fraction === '' && form.addsPointZero ? '0' : fraction;
  return shown !== '' || form.isAlternate ? `${whole}.${shown}` : whole;
}

/** What fits a C `int`. */
const LARGEST_PRECISION = 2 ** 31 - 1;
