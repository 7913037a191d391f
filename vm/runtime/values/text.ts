import { isPrintable } from './code-point-classes.ts';
import { checkStringLength, withinMemory } from './bounds.ts';
import { isAscii, mapCodePoints } from './code-points.ts';
import { shortestDigits } from './decimal.ts';
import { typeName } from './type-names.ts';
import { Float, type HeapObject, type Int, type Value } from './value.ts';

/** `str(value)`. An object of the heap shows as a bare `object()` does: what knows better is asked elsewhere. */
export function str(value: Value): string {
  return typeof value === 'string' ? value : repr(value);
}

/** `repr(value)`, with the same reservation. */
export function repr(value: Value): string {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return intText(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'string':
      return quote(value);
    case 'object':
      if (value === null) return 'None';
      return value instanceof Float ? floatText(value.value) : objectText(value);
  }
}

/** `ascii(value)`: its `repr`, with every code point beyond ASCII escaped. */
export function ascii(value: Value): string {
  return escapeNonAscii(repr(value));
}

/** A text with every code point beyond ASCII as its escape. */
export function escapeNonAscii(text: string): string {
  return isAscii(text) ? text : mapCodePoints(text, point => (point < '\x80' ? point : escapeCodePoint(point)));
}

/** The decimal digits of an int of any length. */
export function intText(value: Int): string {
  if (typeof value === 'number') return String(value);
  const text = withinMemory(() => value.toString());
  checkStringLength(text.length);
  return text;
}

/** The shortest digits that give back the same float, with an exponent below 1e-4 and from 1e16 on. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const magnitude = Math.abs(value);
  if (magnitude >= 1e16 || magnitude < 1e-4) {
    const sign = value < 0 ? '-' : '';
    const { digits, exponent } = shortestDigits(magnitude);
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${sign}${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  // In this range the host writes no exponent.
  const text = String(value);
  return Number.isInteger(value) ? `${text}.0` : text;
}

function objectText(object: HeapObject): string {
  return `<${typeName(object)} object at 0x${object.allocation.toString(16)}>`;
}

/** A string as a literal: in double quotes where it has single ones and no double ones. */
function quote(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const quoted = mapCodePoints(text, point => {
    if (point === mark || point === '\\') return `\\${point}`;
    return ESCAPES[point] ?? (isPrintable(point) ? point : escapeCodePoint(point));
  });
  return mark + quoted + mark;
}

function escapeCodePoint(point: string): string {
  const code = point.codePointAt(0) as number;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

/** What stands in single quotes as it is. */
const PLAIN = /^[ !"#-&(-[\]-~]*$/;
const ESCAPES: Readonly<Record<string, string | undefined>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
