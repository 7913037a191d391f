import { raise } from '../errors.ts';
import { checkStringLength, withinMemory } from './bounds.ts';
import { codePointLength, sliceCodePoints } from './code-points.ts';
import { floatMagnitudeText, type FloatStyle } from './format-float.ts';
import { repeatFill } from './format-layout.ts';
import { absoluteInt } from './int-arithmetic.ts';
import { asFloat, asInt } from './numeric.ts';
import type { Asking } from './object-request.ts';
import { truncateToInt } from './rounding.ts';
import { ascii, repr, str } from './text.ts';
import { typeName } from './type-names.ts';
import { Float, HeapObject, type Int, type Value } from './value.ts';

/** `%[flags][width][.precision]type`, read. */
export interface PercentConversion {
  readonly isLeftAligned: boolean;
  readonly sign: '' | '+' | ' ';
  readonly isAlternate: boolean;
  readonly isZeroPadded: boolean;
  /** In code points; -1 where none is given. */
  readonly width: number;
  readonly precision: number;
  /** One code point. */
  readonly type: string;
}

/** One value as a conversion shows it; `undefined` when there is no such conversion. */
export function* formatConversion(conversion: PercentConversion, value: Value): Asking<string | undefined> {
  switch (conversion.type) {
    case 's':
    case 'r':
    case 'a':
      return padText(cut(yield* textOf(conversion.type, value), conversion.precision), conversion);
    case 'c':
      return padText(yield* characterOf(value), conversion);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return formatInt(yield* intOf(conversion.type, value), conversion);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return formatFloat(yield* floatOf(value), conversion);
    default:
      return undefined;
  }
}

function* textOf(type: 's' | 'r' | 'a', value: Value): Asking<string> {
  if (value instanceof HeapObject) return (yield { kind: TEXT_REQUESTS[type], object: value }) as string;
  return type === 's' ? str(value) : type === 'r' ? repr(value) : ascii(value);
}

function* characterOf(value: Value): Asking<string> {
  if (typeof value === 'string' && codePointLength(value) === 1) return value;
  const plain = value instanceof HeapObject ? yield { kind: 'index', object: value } : value;
  const code = plain === undefined ? undefined : asInt(plain);
  if (code === undefined) raise('TypeError', '%c requires int or char');
  if (code < 0 || code > 0x10ffff) raise('OverflowError', '%c arg not in range(0x110000)');
  return String.fromCodePoint(Number(code));
}

function* intOf(type: string, value: Value): Asking<Int> {
  const wantsIndex = 'oxX'.includes(type);
  const plain = value instanceof HeapObject ? yield { kind: wantsIndex ? 'index' : 'int', object: value } : value;
  if (plain instanceof Float && !wantsIndex) return truncateToInt(plain.value);
  const int = plain === undefined ? undefined : asInt(plain);
  if (int !== undefined) return int;
  const wanted = wantsIndex ? 'an integer' : 'a real number';
  return raise('TypeError', `%${type} format: ${wanted} is required, not ${typeName(value)}`);
}

function* floatOf(value: Value): Asking<number> {
  const plain = value instanceof HeapObject ? yield { kind: 'float', object: value } : value;
  const float = plain === undefined ? undefined : asFloat(plain);
  return float ?? raise('TypeError', `must be real number, not ${typeName(value)}`);
}

function formatInt(value: Int, conversion: PercentConversion): string {
  const base = BASES[conversion.type];
  checkStringLength(conversion.precision);
  const digits = withinMemory(() => absoluteInt(value).toString(base)).padStart(conversion.precision, '0');
  const prefix = conversion.isAlternate && base !== 10 ? `0${conversion.type}` : '';
  return padNumber(value < 0, prefix, conversion.type === 'X' ? digits.toUpperCase() : digits, conversion);
}

function formatFloat(value: number, conversion: PercentConversion): string {
  const magnitude = floatMagnitudeText(Math.abs(value), {
    style: conversion.type.toLowerCase() as FloatStyle,
    precision: conversion.precision < 0 ? 6 : conversion.precision,
    isAlternate: conversion.isAlternate,
    addsPointZero: false,
    isUpperCase: conversion.type < 'a',
  });
  return padNumber(value < 0 || Object.is(value, -0), '', magnitude, conversion);
}

/** Zeros go between the sign or prefix and the digits, spaces before or behind the whole. */
function padNumber(isNegative: boolean, prefix: string, digits: string, conversion: PercentConversion): string {
  const head = (isNegative ? '-' : conversion.sign) + prefix;
  if (!conversion.isZeroPadded || conversion.isLeftAligned) return padText(head + digits, conversion);
  return head + repeatFill('0', Math.max(conversion.width - head.length - digits.length, 0)) + digits;
}

function padText(text: string, conversion: PercentConversion): string {
  const missing = repeatFill(' ', Math.max(conversion.width - codePointLength(text), 0));
  return conversion.isLeftAligned ? text + missing : missing + text;
}

function cut(text: string, precision: number): string {
  return precision >= 0 && codePointLength(text) > precision ? sliceCodePoints(text, 0, precision) : text;
}

const TEXT_REQUESTS = { s: 'str', r: 'repr', a: 'ascii' } as const;
const BASES: Readonly<Record<string, number>> = { d: 10, i: 10, u: 10, o: 8, x: 16, X: 16 };
