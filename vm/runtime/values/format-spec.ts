import { raise } from '../errors.ts';
import { codePoints } from './code-points.ts';
import { decimalDigit } from './code-point-classes.ts';

export type Alignment = '<' | '>' | '=' | '^';

/** A format spec, read: `[[fill]align][sign][z][#][0][width][,_][.precision][type]`. */
export interface FormatSpec {
  readonly fill: string;
  readonly alignment: Alignment;
  /** `''` where none is given; it then means `-`. */
  readonly sign: '' | '+' | '-' | ' ';
  /** `z`: a zero with a minus sign loses it. */
  readonly dropsNegativeZero: boolean;
  /** `#` */
  readonly isAlternate: boolean;
  /** In code points; -1 where none is given, also for the precision. */
  readonly width: number;
  readonly precision: number;
  readonly separator: '' | ',' | '_';
  readonly type: string;
}

/** What a type of value takes where the spec says nothing, and its name for messages. */
export class FormatDefaults {
  readonly typeName: string;
  readonly type: string;
  readonly alignment: Alignment;
  /** Programs use few specs, and each of them often: those of the last time, by their texts. */
  readonly recent = new Map<string, FormatSpec>();

  constructor(typeName: string, type: string, alignment: Alignment) {
    this.typeName = typeName;
    this.type = type;
    this.alignment = alignment;
  }
}

/** Reads a spec. Raises `ValueError` for what is none. */
export function parseFormatSpec(text: string, defaults: FormatDefaults): FormatSpec {
  if (text.length > LONGEST_KEPT) return readSpec(text, defaults);
  const { recent } = defaults;
  const known = recent.get(text);
  if (known !== undefined) return known;
  if (recent.size >= MOST_KEPT) recent.clear();
  const spec = readSpec(text, defaults);
  recent.set(text, spec);
  return spec;
}

const MOST_KEPT = 64;
const LONGEST_KEPT = 16;

function readSpec(text: string, defaults: FormatDefaults): FormatSpec {
  const points = codePoints(text);
  let at = 0;
  const accept = (choices: string): string => (at < points.length && choices.includes(points[at]) ? points[at++] : '');
  let fill = '';
  if (points.length >= 2 && isAlignment(points[1])) fill = points[at++];
  let alignment = accept(ALIGNMENTS);
  const sign = accept('+- ') as FormatSpec['sign'];
  const dropsNegativeZero = accept('z') !== '';
  const isAlternate = accept('#') !== '';
  if (fill === '' && accept('0') !== '') {
    fill = '0';
    if (alignment === '' && defaults.alignment === '>') alignment = '=';
  }
  const readInteger = (): number => {
    const start = at;
    while (at < points.length && decimalDigit(points[at]) !== undefined) at++;
    return start === at ? -1 : boundedInteger(points.slice(start, at));
  };
  const width = readInteger();
  const comma = accept(',');
  const underscore = accept('_');
  if (comma !== '' && underscore !== '') raiseBothSeparators();
  if (underscore !== '' && points[at] === ',') raiseBothSeparators();
  const separator = (comma + underscore) as FormatSpec['separator'];
  let precision = -1;
  if (accept('.') !== '') {
    precision = readInteger();
    if (precision < 0) raise('ValueError', 'Format specifier missing precision');
  }
  if (points.length - at > 1) {
    raise('ValueError', `Invalid format specifier '${text}' for object of type '${defaults.typeName}'`);
  }
  const type = points[at] ?? defaults.type;
  checkSeparator(separator, type);
  return {
    fill: fill || ' ',
    alignment: (alignment || defaults.alignment) as Alignment,
    sign,
    dropsNegativeZero,
    isAlternate,
    width,
    precision,
    separator,
    type,
  };
}

/** The `ValueError` of a type letter that the value's type does not know. */
export function raiseUnknownFormatCode(type: string, typeName: string): never {
  raise('ValueError', `Unknown format code ${shownCode(type)} for object of type '${typeName}'`);
}

/** The int of decimal digits of any script. Raises `ValueError` for one that no string is as long as. */
export function boundedInteger(digits: readonly string[]): number {
  const value = Number(digits.map(decimalDigit).join(''));
  if (value > LARGEST_SIZE) raise('ValueError', 'Too many decimal digits in format string');
  return value;
}

function checkSeparator(separator: FormatSpec['separator'], type: string): void {
  if (separator === '' || 'defgEG%F\0'.includes(type)) return;
  if (separator === '_' && 'boxX'.includes(type)) return;
  raise('ValueError', `Cannot specify '${separator}' with ${shownCode(type)}.`);
}

function raiseBothSeparators(): never {
  raise('ValueError', "Cannot specify both ',' and '_'.");
}

function shownCode(type: string): string {
  const code = type.codePointAt(0) as number;
  return code > 32 && code < 128 ? `'${type}'` : `'\\x${code.toString(16)}'`;
}

function isAlignment(point: string): boolean {
  return ALIGNMENTS.includes(point);
}

const ALIGNMENTS = '<>=^';
const LARGEST_SIZE = 2 ** 63 - 1024;
