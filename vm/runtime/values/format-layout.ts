import { checkStringLength } from './bounds.ts';
import { codePointLength } from './code-points.ts';
import type { FormatSpec } from './format-spec.ts';

/** The parts of a formatted number, in the order in which they stand. */
export interface NumberParts {
  readonly sign: string;
  readonly prefix: string;
  /** The digits that may be grouped: before the point. */
  readonly digits: string;
  /** What follows them: point, fraction, exponent, percent sign; also `inf` and `nan`. */
  readonly rest: string;
}

/** Pads a text to the width of the spec. */
export function layOutText(text: string, spec: FormatSpec): string {
  if (spec.width <= 0) return text;
  const missing = missingWidth(spec, codePointLength(text));
  const before = spec.alignment === '<' ? 0 : spec.alignment === '^' ? Math.floor(missing / 2) : missing;
  return repeatFill(spec.fill, before) + text + repeatFill(spec.fill, missing - before);
}

/** Groups the digits of a number and pads it; with the alignment `=` between sign or prefix and digits. */
export function layOutNumber(parts: NumberParts, spec: FormatSpec, groupSize: number): string {
  checkStringLength(spec.width);
  const head = parts.sign + parts.prefix;
  const isZeroPadded = spec.fill === '0' && spec.alignment === '=';
  const digitsWidth = isZeroPadded ? spec.width - head.length - parts.rest.length : 0;
  const body = groupDigits(parts.digits, spec.separator, groupSize, digitsWidth) + parts.rest;
  if (spec.alignment !== '=') return layOutText(head + body, spec);
  return head + repeatFill(spec.fill, missingWidth(spec, head.length + codePointLength(body))) + body;
}

/** `text` as often as wanted, which is not more than strings may be long. */
export function repeatFill(text: string, count: number): string {
  if (text === ' ' && count <= SPACES.length) return SPACES.slice(0, count);
  checkStringLength(text.length * count);
  return text.repeat(count);
}

/** What most gaps are filled with: the host takes a part sooner than it repeats. */
const SPACES = ' '.repeat(64);

/** Separates groups from the right, with zeros in front until the whole is `width` long; never with a separator first. */
function groupDigits(digits: string, separator: string, groupSize: number, width: number): string {
  if (separator === '' || digits === '') return digits;
  const count = Math.max(digits.length, digitCountOfWidth(width, groupSize));
  const padded = digits.padStart(count, '0');
  const firstEnd = padded.length % groupSize || groupSize;
  const groups = [padded.slice(0, firstEnd)];
  for (let start = firstEnd; start < padded.length; start += groupSize)
    groups.push(padded.slice(start, start + groupSize));
  return groups.join(separator);
}

/** The fewest digits that are, with their separators, at least `width` long. */
function digitCountOfWidth(width: number, groupSize: number): number {
  if (width <= 0) return 0;
  const wholeGroups = Math.floor(width / (groupSize + 1));
  // A group fills its width and a separator's, and the separator can't come first.
  return width - wholeGroups + (width % (groupSize + 1) === 0 ? 1 : 0);
}

function missingWidth(spec: FormatSpec, length: number): number {
  return Math.max(spec.width - length, 0);
}
