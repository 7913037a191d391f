import { raise } from '../errors.ts';
import { checkStringLength, withinMemory } from './bounds.ts';
import { codePointLength, sliceCodePoints } from './code-points.ts';
import { floatMagnitudeText, type FloatStyle } from './format-float.ts';
import { repeatFill } from './format-layout.ts';
import { absoluteInt } from './int-arithmetic.ts';
import { asFloat, asInt } from './numeric.ts';
import type { Asking } from './object-request.ts';
import { truncateToInt } from './rounding.ts';
import { ascii, intText, repr, str } from './text.ts';
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
  if (!(value instanceof HeapObject)) return formatPlainConversion(conversion, value);
  const kind = REQUESTS[conversion.type];
  if (kind === undefined) return undefined;
  const answer = yield { kind, object: value };
  if (kind === 'str' || kind === 'repr' || kind === 'ascii') return formatShown(answer as string, conversion);
  return formatNumber(conversion, answer, value);
}

/** The same for a value that is no object of the heap: nothing has to be asked. */
export function formatPlainConversion(conversion: PercentConversion, value: Value): string | undefined {
  switch (conversion.type) {
    case 's':
      return formatShown(str(value), conversion);
    case 'r':
      return formatShown(repr(value), conversion);
    case 'a':
      return formatShown(ascii(value), conversion);
    default:
      return formatNumber(conversion, value, value);
  }
}

/** A value as a number or character: `plain` is what it stands for, `undefined` where it is none. */
function formatNumber(conversion: PercentConversion, plain: Value | undefined, value: Value): string | undefined {
  switch (conversion.type) {
    case 'c':
      return padText(characterOf(plain), conversion);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return formatInt(intOf(conversion.type, plain, value), conversion);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return formatFloat(floatOf(plain, value), conversion);
    default:
      return undefined;
  }
}

function formatShown(text: string, conversion: PercentConversion): string {
  return padText(cut(text, conversion.precision), conversion);
}

function characterOf(plain: Value | undefined): string {
  if (typeof plain === 'string' && codePointLength(plain) === 1) return plain;
  const code = plain === undefined ? undefined : asInt(plain);
  if (code === undefined) raise('TypeError', '%c requires int or char');
  if (code < 0 || code > 0x10ffff) raise('OverflowError', '%c arg not in range(0x110000)');
  return String.fromCodePoint(Number(code));
}

function intOf(type: string, plain: Value | undefined, value: Value): Int {
  if (typeof plain === 'number') return plain;
  const wantsIndex = REQUESTS[type] === 'index';
  if (plain instanceof Float && !wantsIndex) return truncateToInt(plain.value);
  const int = plain === undefined ? undefined : asInt(plain);
  if (int !== undefined) return int;
  const wanted = wantsIndex ? 'an integer' : 'a real number';
  return raise('TypeError', `%${type} format: ${wanted} is required, not ${typeName(value)}`);
}

function floatOf(plain: Value | undefined, value: Value): number {
  const float = plain === undefined ? undefined : asFloat(plain);
  return float ?? raise('TypeError', `must be real number, not ${typeName(value)}`);
}

function formatInt(value: Int, conversion: PercentConversion): string {
  const base = BASES[conversion.type];
  if (base === 10 && conversion.precision < 0) {
    return padNumber(value < 0, '', intText(absoluteInt(value)), conversion);
  }
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
  if (conversion.width <= 0) return text;
  const missing = repeatFill(' ', Math.max(conversion.width - codePointLength(text), 0));
  return conversion.isLeftAligned ? text + missing : missing + text;
}

function cut(text: string, precision: number): string {
  return precision >= 0 && codePointLength(text) > precision ? sliceCodePoints(text, 0, precision) : text;
}

/** What an object is asked for, by the type letter. */
const REQUESTS: Readonly<Record<string, 'str' | 'repr' | 'ascii' | 'int' | 'index' | 'float' | undefined>> = {
  s: 'str',
  r: 'repr',
  a: 'ascii',
  c: 'index',
  d: 'int',
  i: 'int',
  u: 'int',
  o: 'index',
  x: 'index',
  X: 'index',
  e: 'float',
  E: 'float',
  f: 'float',
  F: 'float',
  g: 'float',
  G: 'float',
};
/** The letters of all conversions. */
export const CONVERSION_TYPES: readonly string[] = Object.keys(REQUESTS);
const BASES: Readonly<Record<string, number>> = { d: 10, i: 10, u: 10, o: 8, x: 16, X: 16 };
