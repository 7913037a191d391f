/**
 * Classes of code points by Unicode 14. Every function takes one code point as a string. A code point that the host knows
 * and Unicode 14 does not is in none of the classes.
 */
import { isAssigned } from './unicode-14.ts';

/** Whether `repr` shows it as it is. */
export function isPrintable(point: string): boolean {
  return point === ' ' || (!NOT_PRINTABLE.test(point) && isKnown(point));
}

/** What `strip` and `split` take away: the separators, and the control characters that separate. */
export function isSpace(point: string): boolean {
  const code = point.charCodeAt(0);
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code >= 0x1c;
  return code > 0x7e && (code === 0x85 || SEPARATOR.test(point));
}

/** The value of a decimal digit of any script; `undefined` for what is none. */
export function decimalDigit(point: string): number | undefined {
  if (!DECIMAL.test(point) || !isKnown(point)) return undefined;
  const code = point.codePointAt(0) as number;
  // Decimal digits stand in runs of ten, except that the mathematical ones follow each other from U+1D7CE to U+1D7FF.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (code - zero < 9 && DECIMAL.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

function isKnown(point: string): boolean {
  return isAssigned(point.codePointAt(0) as number);
}

const NOT_PRINTABLE = /[\p{C}\p{Z}]/u;
const SEPARATOR = /\p{Z}/u;
const DECIMAL = /\p{Nd}/u;
