import { raise } from '../errors.ts';
import { floatOfInt } from './numeric.ts';
import { absoluteInt } from './int-arithmetic.ts';
import { withinMemory } from './bounds.ts';
import { codePointLength, sliceCodePoints } from './code-points.ts';
import { floatMagnitudeText, type FloatForm } from './format-float.ts';
import { layOutNumber, layOutText } from './format-layout.ts';
import { FormatDefaults, parseFormatSpec, raiseUnknownFormatCode, type FormatSpec } from './format-spec.ts';
import { str } from './text.ts';
import { typeName } from './type-names.ts';
import { Float, type Int, type Value } from './value.ts';

/** `format(value, spec)`. A value without a format of its own takes the empty spec alone. */
export function format(value: Value, spec: string): string {
  if (spec === '') return str(value);
  switch (typeof value) {
    case 'string':
      return formatString(value, parseFormatSpec(spec, STR));
    case 'boolean':
      return formatInt(value ? 1 : 0, parseFormatSpec(spec, BOOL), 'bool');
    case 'number':
    case 'bigint':
      return formatInt(value, parseFormatSpec(spec, INT), 'int');
    default:
      if (value instanceof Float) {
        return formatFloat(value.value, parseFormatSpec(spec, FLOAT), 'float');
      }
      return raise('TypeError', `unsupported format string passed to ${typeName(value)}.__format__`);
  }
}

function formatString(text: string, spec: FormatSpec): string {
  const fault = stringSpecFault(spec);
  if (spec.type !== 's') raiseUnknownFormatCode(spec.type, 'str');
  if (fault !== undefined) raise('ValueError', `${fault} not allowed in string format specifier`);
  const isCut = spec.precision >= 0 && codePointLength(text) > spec.precision;
  return layOutText(isCut ? sliceCodePoints(text, 0, spec.precision) : text, spec);
}

function stringSpecFault(spec: FormatSpec): string | undefined {
  if (spec.sign !== '') return spec.sign === ' ' ? 'Space' : 'Sign';
  if (spec.dropsNegativeZero) return 'Negative zero coercion (z)';
  if (spec.isAlternate) return 'Alternate form (#)';
  return spec.alignment === '=' ? "'=' alignment" : undefined;
}

function formatInt(value: Int, spec: FormatSpec, type: string): string {
  if ('eEfFgG%'.includes(spec.type)) return formatFloat(floatOfInt(value), spec, type);
  const base = BASES[spec.type] as number | undefined;
  if (base === undefined && spec.type !== 'c') raiseUnknownFormatCode(spec.type, type);
  if (spec.precision >= 0) raise('ValueError', 'Precision not allowed in integer format specifier');
  if (spec.dropsNegativeZero) {
    raise('ValueError', 'Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (base === undefined) return formatCharacter(value, spec);
  const digits = withinMemory(() => absoluteInt(value).toString(base));
  const prefix = spec.isAlternate && base !== 10 ? `0${spec.type}` : '';
  return layOutNumber(
    { sign: signText(value < 0, spec), prefix, digits: spec.type === 'X' ? digits.toUpperCase() : digits, rest: '' },
    spec,
    base === 10 ? 3 : 4,
  );
}

function formatCharacter(value: Int, spec: FormatSpec): string {
  if (spec.sign !== '') raise('ValueError', "Sign not allowed with integer format specifier 'c'");
  if (spec.isAlternate) raise('ValueError', "Alternate form (#) not allowed with integer format specifier 'c'");
  if (value < -(2n ** 63n) || value >= 2n ** 63n) {
    raise('OverflowError', 'Python int too large to convert to C long');
  }
  if (value < 0 || value > 0x10ffff) raise('OverflowError', '%c arg not in range(0x110000)');
  return layOutNumber({ sign: '', prefix: '', digits: '', rest: String.fromCodePoint(Number(value)) }, spec, 3);
}

function formatFloat(value: number, spec: FormatSpec, type: string): string {
  if (!'eEfFgGn%'.includes(spec.type) && spec.type !== SHORTEST) raiseUnknownFormatCode(spec.type, type);
  const isPercent = spec.type === '%';
  const shown = isPercent ? value * 100 : value;
  const text = floatMagnitudeText(Math.abs(shown), floatForm(spec)) + (isPercent ? '%' : '');
  // Only digits that are grouped have to be told from the rest.
  const digits = spec.separator === '' ? '' : (/^\d*/.exec(text)?.[0] ?? '');
  const isZero = spec.dropsNegativeZero && !/[1-9]/.test(text.replace(/e.*/i, ''));
  const isNegative = (shown < 0 || Object.is(shown, -0)) && !(isZero && Number.isFinite(shown));
  return layOutNumber(
    { sign: signText(isNegative, spec), prefix: '', digits, rest: text.slice(digits.length) },
    spec,
    3,
  );
}

function floatForm(spec: FormatSpec): FloatForm {
  const isShortest = spec.type === SHORTEST;
  const style = isShortest ? (spec.precision < 0 ? 'r' : 'g') : FLOAT_STYLES[spec.type.toLowerCase()];
  return {
    style,
    precision: spec.precision < 0 ? 6 : spec.precision,
    isAlternate: spec.isAlternate,
    addsPointZero: isShortest,
    isUpperCase: 'EFG'.includes(spec.type),
  };
}

function signText(isNegative: boolean, spec: FormatSpec): string {
  if (isNegative) return '-';
  return spec.sign === '-' ? '' : spec.sign;
}

/** The type letter that stands for none. */
const SHORTEST = '\0';
const STR = new FormatDefaults('str', 's', '<');
const BOOL = new FormatDefaults('bool', 'd', '>');
const INT = new FormatDefaults('int', 'd', '>');
const FLOAT = new FormatDefaults('float', SHORTEST, '>');
const BASES: Readonly<Record<string, number>> = { b: 2, o: 8, d: 10, n: 10, x: 16, X: 16 };
const FLOAT_STYLES: Readonly<Record<string, 'e' | 'f' | 'g'>> = { e: 'e', f: 'f', '%': 'f', g: 'g', n: 'g' };
