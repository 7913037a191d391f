import { raise } from '../../errors.ts';
import { isSpaceUnit } from '../code-point-classes.ts';
import { findLastText, findText } from '../code-points.ts';
import { typeName } from '../type-names.ts';
import type { Value } from '../value.ts';
import { checkStringLength } from '../bounds.ts';
import { sizeArgument, smallSizeArgument, textArgument } from './arguments.ts';
import { skipSpace, skipSpaceBackwards, skipWord } from './trim.ts';

/** `text.split(separator, most)`: at every separator, or between runs of white space where it is `None` or left out. */
export function split(text: string, separator: Value | undefined, most: Value | undefined): string[] {
  const { wanted, limit } = splitArguments(separator, most);
  if (wanted === undefined) return splitAtSpace(text, limit);
  const parts: string[] = [];
  let start = 0;
  while (parts.length < limit) {
    const unit = findText(text, wanted, start);
    if (unit < 0) break;
    parts.push(text.slice(start, unit));
    start = unit + wanted.length;
  }
  parts.push(text.slice(start));
  return parts;
}

/** `text.rsplit(separator, most)`: as `split`, from the right. */
export function splitFromRight(text: string, separator: Value | undefined, most: Value | undefined): string[] {
  const { wanted, limit } = splitArguments(separator, most);
  if (wanted === undefined) return splitAtSpaceFromRight(text, limit);
  const parts: string[] = [];
  let end = text.length;
  while (parts.length < limit) {
    const unit = findLastText(text, wanted, end);
    if (unit < 0) break;
    parts.push(text.slice(unit + wanted.length, end));
    end = unit;
  }
  parts.push(text.slice(0, end));
  return parts.toReversed();
}

/** `text.splitlines(keepends)`. A line break at the end makes no empty line. */
export function splitLines(text: string, keepEnds: Value | undefined): string[] {
  const keeps = keepEnds !== undefined && smallSizeArgument(keepEnds) !== 0;
  const lines: string[] = [];
  let start = 0;
  for (let unit = 0; unit < text.length; unit++) {
    if (!breaksLine(text.charCodeAt(unit))) continue;
    const end = text.startsWith('\r\n', unit) ? unit + 2 : unit + 1;
    lines.push(text.slice(start, keeps ? end : unit));
    start = end;
    unit = end - 1;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

/** `text.partition(separator)`. */
export function partition(text: string, separator: Value): [string, string, string] {
  const wanted = separatorText(separator);
  const unit = findText(text, wanted, 0);
  return unit < 0 ? [text, '', ''] : [text.slice(0, unit), wanted, text.slice(unit + wanted.length)];
}

/** `text.rpartition(separator)`. */
export function partitionFromRight(text: string, separator: Value): [string, string, string] {
  const wanted = separatorText(separator);
  const unit = findLastText(text, wanted, text.length);
  return unit < 0 ? ['', '', text] : [text.slice(0, unit), wanted, text.slice(unit + wanted.length)];
}

/** `separator.join(items)`. */
export function join(separator: string, items: readonly Value[]): string {
  let length = Math.max(items.length - 1, 0) * separator.length;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (typeof item !== 'string') {
      raise('TypeError', `sequence item ${index}: expected str instance, ${typeName(item)} found`);
    }
    length += item.length;
  }
  checkStringLength(length);
  return items.length <= FEW_PIECES ? joinFew(separator, items as readonly string[]) : items.join(separator);
}

/** For so few pieces the host takes longer to prepare for joining them than to add one after the other. */
const FEW_PIECES = 8;

function joinFew(separator: string, pieces: readonly string[]): string {
  if (pieces.length === 0) return '';
  let joined = pieces[0];
  for (let index = 1; index < pieces.length; index++) joined += separator + pieces[index];
  return joined;
}

function splitArguments(
  separator: Value | undefined,
  most: Value | undefined,
): { wanted: string | undefined; limit: number } {
  const bound = most === undefined ? -1 : sizeArgument(most);
  const limit = bound < 0 ? Infinity : bound;
  if (separator === undefined || separator === null) return { wanted: undefined, limit };
  if (typeof separator !== 'string') raise('TypeError', `must be str or None, not ${typeName(separator)}`);
  return { wanted: separatorText(separator), limit };
}

function separatorText(separator: Value): string {
  const text = textArgument(separator);
  return text === '' ? raise('ValueError', 'empty separator') : text;
}

/** The runs between white space; behind `limit` of them all that is left, but for the space in front of it. */
function splitAtSpace(text: string, limit: number): string[] {
  const parts: string[] = [];
  let unit = 0;
  for (;;) {
    unit = skipSpace(text, unit);
    if (unit === text.length) return parts;
    if (parts.length >= limit) return [...parts, text.slice(unit)];
    const start = unit;
    unit = skipWord(text, unit);
    parts.push(text.slice(start, unit));
  }
}

/** The same from the right; the parts are in the order of the text. */
function splitAtSpaceFromRight(text: string, limit: number): string[] {
  const parts: string[] = [];
  let unit = text.length;
  for (;;) {
    unit = skipSpaceBackwards(text, unit);
    if (unit === 0) break;
    const end = unit;
    if (parts.length < limit) while (unit > 0 && !isSpaceUnit(text.charCodeAt(unit - 1))) unit--;
    else unit = 0;
    parts.push(text.slice(unit, end));
  }
  return parts.toReversed();
}

function breaksLine(unit: number): boolean {
  return (
    (unit >= 0x0a && unit <= 0x0d) ||
    (unit >= 0x1c && unit <= 0x1e) ||
    unit === 0x85 ||
    unit === 0x2028 ||
    unit === 0x2029
  );
}
