/**
 * The replacement fields of `str.format`, read into segments. Reading never fails: an error is the last segment, so that what
 * stands before it is formatted, and fails, first.
 */
import { codePoints } from './code-points.ts';
import { decimalDigit } from './code-point-classes.ts';
import { boundedInteger } from './format-spec.ts';
import { Raised } from '../errors.ts';

export type FormatSegment =
  { readonly kind: 'text'; readonly text: string } | FormatField | { readonly kind: 'error'; readonly error: Raised };

/** `{first accessors !conversion :spec}` */
export interface FormatField {
  readonly kind: 'field';
  /** A position, or a name. */
  readonly first: number | string;
  readonly accessors: readonly FieldAccessor[];
  /** One code point; empty where none is given. */
  readonly conversion: string;
  /** Text where no field is nested in it. */
  readonly spec: string | readonly FormatSegment[];
}

export type FieldAccessor =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'item'; readonly key: number | string }
  | { readonly kind: 'error'; readonly error: Raised };

/** Reads the text of a `str.format` call. Programs format with few texts, many times: those that have been read are remembered. */
export function parseFormatFields(text: string): readonly FormatSegment[] {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const segments = parseSegments(text, { mode: 'unknown', next: 0 }, DEEPEST_NESTING);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  if (text.length <= LONGEST_REMEMBERED) remembered.set(text, segments);
  return segments;
}

const remembered = new Map<string, readonly FormatSegment[]>();
const MOST_REMEMBERED = 100;
/** In UTF-16 units. */
const LONGEST_REMEMBERED = 1000;

/** Whether fields are numbered by the program or by their order; both at once is an error. */
interface Numbering {
  mode: 'unknown' | 'automatic' | 'manual';
  next: number;
}

function parseSegments(text: string, numbering: Numbering, depth: number): FormatSegment[] {
  if (depth === 0) return [fault('Max string recursion exceeded')];
  const segments: FormatSegment[] = [];
  let unit = 0;
  try {
    while (unit < text.length) {
      const brace = findBrace(text, unit);
      const end = literalEnd(text, brace);
      if (end > unit) segments.push({ kind: 'text', text: text.slice(unit, end) });
      unit = end + 1;
      if (end !== brace || brace === text.length) continue;
      const field = readField(text, brace + 1);
      unit = field.end;
      segments.push(resolveField(field, numbering, depth));
    }
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    segments.push({ kind: 'error', error });
  }
  return segments;
}

function findBrace(text: string, from: number): number {
  const found = text.slice(from).search(/[{}]/);
  return found < 0 ? text.length : from + found;
}

/** Where the text before a brace ends: behind the first brace of a doubled one, which stands for itself. */
function literalEnd(text: string, brace: number): number {
  if (brace === text.length) return brace;
  if (text[brace + 1] === text[brace]) return brace + 1;
  if (text[brace] === '}') throw valueError("Single '}' encountered in format string");
  if (brace + 1 === text.length) throw valueError("Single '{' encountered in format string");
  return brace;
}

/** The pieces of one field, and the unit behind its closing brace. */
interface RawField {
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
  readonly end: number;
}

function readField(text: string, start: number): RawField {
  const nameEnd = findNameEnd(text, start);
  const name = text.slice(start, nameEnd);
  if (text[nameEnd] === '}') return { name, conversion: '', spec: '', end: nameEnd + 1 };
  let unit = nameEnd + 1;
  let conversion = '';
  if (text[nameEnd] === '!') {
    if (unit >= text.length) throw valueError('end of string while looking for conversion specifier');
    conversion = String.fromCodePoint(text.codePointAt(unit) as number);
    unit += conversion.length;
    if (text[unit] === '}') return { name, conversion, spec: '', end: unit + 1 };
    if (unit < text.length && text[unit] !== ':') throw valueError("expected ':' after conversion specifier");
    unit += 1;
  }
  const specEnd = findSpecEnd(text, unit);
  return { name, conversion, spec: text.slice(unit, specEnd), end: specEnd + 1 };
}

/** The unit of the brace, colon or exclamation mark behind a field name; within brackets everything is name. */
function findNameEnd(text: string, start: number): number {
  for (let unit = start; unit < text.length; unit++) {
    if (text[unit] === '{') throw valueError("unexpected '{' in field name");
    if ('}:!'.includes(text[unit])) return unit;
    if (text[unit] !== '[') continue;
    const close = text.indexOf(']', unit);
    if (close < 0) break;
    unit = close;
  }
  throw valueError("expected '}' before end of string");
}

function findSpecEnd(text: string, start: number): number {
  let depth = 1;
  for (let unit = start; unit < text.length; unit++) {
    if (text[unit] === '{') depth++;
    if (text[unit] === '}') depth--;
    if (depth === 0) return unit;
  }
  throw valueError("unmatched '{' in format spec");
}

function resolveField(field: RawField, numbering: Numbering, depth: number): FormatField {
  const { first, rest } = splitName(field.name, numbering);
  return {
    kind: 'field',
    first,
    accessors: parseAccessors(rest),
    conversion: field.conversion,
    spec: field.spec.includes('{') ? parseSegments(field.spec, numbering, depth - 1) : field.spec,
  };
}

function splitName(name: string, numbering: Numbering): { first: number | string; rest: string } {
  const nameEnd = name.search(/[.[]/);
  const first = nameEnd < 0 ? name : name.slice(0, nameEnd);
  const rest = nameEnd < 0 ? '' : name.slice(nameEnd);
  const position = positionOf(first);
  if (first !== '' && position === undefined) return { first, rest };
  const mode = first === '' ? 'automatic' : 'manual';
  if (numbering.mode === 'unknown') numbering.mode = mode;
  if (numbering.mode !== mode) {
    throw valueError(
      mode === 'manual'
        ? 'cannot switch from automatic field numbering to manual field specification'
        : 'cannot switch from manual field specification to automatic field numbering',
    );
  }
  return { first: position ?? numbering.next++, rest };
}

/** `.name` and `[key]` in a row; an error ends them. */
function parseAccessors(text: string): FieldAccessor[] {
  const accessors: FieldAccessor[] = [];
  let unit = 0;
  try {
    while (unit < text.length) {
      const accessor = readAccessor(text, unit);
      accessors.push(accessor.accessor);
      unit = accessor.end;
    }
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    accessors.push({ kind: 'error', error });
  }
  return accessors;
}

function readAccessor(text: string, unit: number): { accessor: FieldAccessor; end: number } {
  if (text[unit] === '.') {
    const length = text.slice(unit + 1).search(/[.[]/);
    const end = length < 0 ? text.length : unit + 1 + length;
    const name = nonEmpty(text.slice(unit + 1, end));
    return { accessor: { kind: 'attribute', name }, end };
  }
  if (text[unit] !== '[') throw valueError("Only '.' or '[' may follow ']' in format field specifier");
  const close = text.indexOf(']', unit);
  if (close < 0) throw valueError("Missing ']' in format string");
  const key = nonEmpty(text.slice(unit + 1, close));
  return { accessor: { kind: 'item', key: positionOf(key) ?? key }, end: close + 1 };
}

function nonEmpty(name: string): string {
  if (name === '') throw valueError('Empty attribute in format string');
  return name;
}

/** The int of a name that has digits alone. */
function positionOf(name: string): number | undefined {
  const points = codePoints(name);
  return name !== '' && points.every(point => decimalDigit(point) !== undefined) ? boundedInteger(points) : undefined;
}

function fault(message: string): FormatSegment {
  return { kind: 'error', error: valueError(message) };
}

function valueError(message: string): Raised {
  return new Raised('ValueError', message);
}

/** Fields may stand in the spec of a field, and no deeper. */
const DEEPEST_NESTING = 2;
