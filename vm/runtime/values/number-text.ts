/** Numbers from text, as `int("…")` and `float("…")` read them. */
import { raise } from '../errors.ts';
import { checkIntBits, withinMemory } from './bounds.ts';
import { decimalDigit, isSpace } from './code-point-classes.ts';
import { codePointLength, isAscii, mapCodePoints, sliceCodePoints } from './code-points.ts';
import { repr } from './text.ts';
import { normalizeInt } from './int64.ts';
import type { Int } from './value.ts';

/** `int(text, base)`; the base is 0 or from 2 to 36. Raises `ValueError` for text that is no int. */
export function intOfText(text: string, base: number): Int {
  if (base === 10 && SHORT_DECIMAL.test(text)) return Number(text) + 0;
  return parseInteger(text, base) ?? raiseInvalidInt(text, base);
}

/** `float(text)`. Raises `ValueError` for text that is no float. */
export function floatOfText(text: string): number {
  if (SHORT_DECIMAL_FRACTION.test(text)) return Number(text);
  const plain = plainNumberText(text);
  if (FLOAT.test(plain)) return Number(plain.replaceAll('_', ''));
  const word = SPECIAL_FLOAT.exec(plain);
  if (word === null) raise('ValueError', `could not convert string to float: ${repr(text)}`);
  if (word[2].toLowerCase() === 'nan') return NaN;
  return word[1] === '-' ? -Infinity : Infinity;
}

function parseInteger(text: string, base: number): Int | undefined {
  const match = SIGNED.exec(plainNumberText(text));
  if (match === null) return undefined;
  const prefix = PREFIXES[match[2].slice(0, 2).toLowerCase()] as number | undefined;
  const hasPrefix = prefix !== undefined && (base === 0 || base === prefix);
  const radix = hasPrefix ? prefix : base || 10;
  // One underscore may stand between the prefix and the digits.
  const grouped = hasPrefix ? match[2].slice(2).replace(/^_/, '') : match[2];
  if (!DIGITS.test(grouped)) return undefined;
  const digits = grouped.replaceAll('_', '').toLowerCase();
  if (!areDigitsOf(radix, digits)) return undefined;
  // As in the language's literals, digits behind a leading 0 would look like octal.
  if (base === 0 && !hasPrefix && /^0.*[^0]/.test(digits)) return undefined;
  const magnitude = magnitudeOfDigits(digits, radix);
  return match[1] === '-' ? normalizeInt(-BigInt(magnitude)) : magnitude;
}

/** The first 200 characters of the text's `repr`, as the message of CPython has it. */
function raiseInvalidInt(text: string, base: number): never {
  const shown = repr(text);
  const length = Math.min(codePointLength(shown), 200);
  raise('ValueError', `invalid literal for int() with base ${base}: ${sliceCodePoints(shown, 0, length)}`);
}

/** Trimmed, with the digits of every script as ASCII; a code point beyond ASCII that is neither digit nor space becomes `?`. */
function plainNumberText(text: string): string {
  const ascii = isAscii(text) ? text : mapCodePoints(text, asciiOfCodePoint);
  return ascii.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
}

function asciiOfCodePoint(point: string): string {
  if (point < '\x80') return point;
  if (isSpace(point)) return ' ';
  const digit = decimalDigit(point);
  return digit === undefined ? '?' : String(digit);
}

function areDigitsOf(radix: number, digits: string): boolean {
  for (let at = 0; at < digits.length; at++) {
    const code = digits.charCodeAt(at);
    if ((code <= NINE ? code - ZERO : code - LETTER_A + 10) >= radix) return false;
  }
  return true;
}

function magnitudeOfDigits(digits: string, radix: number): Int {
  if (digits.length <= 10) return parseInt(digits, radix);
  checkIntBits(Math.floor((digits.length - 1) * Math.log2(radix)));
  return normalizeInt(withinMemory(() => bigintOfDigits(digits, radix)));
}

/** The host reads four bases; for the others the text is halved until it is short. */
function bigintOfDigits(digits: string, radix: number): bigint {
  if (radix === 10) return BigInt(digits);
  const prefix = HOST_PREFIXES[radix] as string | undefined;
  if (prefix !== undefined) return BigInt(prefix + digits);
  if (digits.length <= 10) return BigInt(parseInt(digits, radix));
  const lowCount = Math.floor(digits.length / 2);
  const head = bigintOfDigits(digits.slice(0, -lowCount), radix);
  return head * BigInt(radix) ** BigInt(lowCount) + bigintOfDigits(digits.slice(-lowCount), radix);
}

/** What most texts are, and the host reads as it is. */
const SHORT_DECIMAL = /^[+-]?\d{1,15}$/;
const SHORT_DECIMAL_FRACTION = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;
const SIGNED = /^([+-]?)([0-9a-z][0-9a-z_]*)$/i;
const DIGITS = /^[0-9a-z]+(?:_[0-9a-z]+)*$/i;
const PREFIXES: Readonly<Record<string, number>> = { '0x': 16, '0o': 8, '0b': 2 };
const HOST_PREFIXES: Readonly<Record<number, string>> = { 16: '0x', 8: '0o', 2: '0b' };
const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;
const SPECIAL_FLOAT = /^([+-]?)(inf|infinity|nan)$/i;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_A = 0x61;
