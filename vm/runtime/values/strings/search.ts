import { raise } from '../../errors.ts';
import { checkStringLength } from '../bounds.ts';
import {
  PieceJoiner,
  codePointLength,
  findLastText,
  findText,
  indexOfUnit,
  isAscii,
  mapCodePoints,
} from '../code-points.ts';
import { typeName } from '../type-names.ts';
import type { Value } from '../value.ts';
import { namedTextArgument, partArguments, sizeArgument, textArgument, type TextPart } from './arguments.ts';

type Bound = Value | undefined;

/** `text.find(wanted, start, end)`: the index, or -1. */
export function find(text: string, wanted: Value, start: Bound, end: Bound): number {
  const part = partArguments(text, start, end);
  const needle = textArgument(wanted);
  if (part.start > part.end) return -1;
  const unit = findText(upTo(text, part.endUnit), needle, part.startUnit);
  return unit < 0 ? -1 : indexOfUnit(text, unit);
}

/** `text.rfind(wanted, start, end)`: the last index, or -1. */
export function findLast(text: string, wanted: Value, start: Bound, end: Bound): number {
  const part = partArguments(text, start, end);
  const needle = textArgument(wanted);
  if (part.start > part.end) return -1;
  const searched = text.slice(part.startUnit, part.endUnit);
  const unit = findLastText(searched, needle, searched.length);
  return unit < 0 ? -1 : indexOfUnit(text, part.startUnit + unit);
}

/** `text.index(…)`: as `find`, but raises `ValueError` instead of -1. */
export function index(text: string, wanted: Value, start: Bound, end: Bound): number {
  return foundOrRaise(find(text, wanted, start, end));
}

/** `text.rindex(…)`: as `rfind`, but raises `ValueError` instead of -1. */
export function lastIndex(text: string, wanted: Value, start: Bound, end: Bound): number {
  return foundOrRaise(findLast(text, wanted, start, end));
}

/** `text.count(wanted, start, end)`: occurrences that don't overlap. */
export function count(text: string, wanted: Value, start: Bound, end: Bound): number {
  const part = partArguments(text, start, end);
  const needle = textArgument(wanted);
  if (part.start > part.end) return 0;
  if (needle === '') return part.end - part.start + 1;
  return countOccurrences(upTo(text, part.endUnit), needle, Infinity, part.startUnit);
}

/** `text.startswith(prefixes, start, end)` for one prefix or several. */
export function startsWith(text: string, prefixes: Value | readonly Value[], start: Bound, end: Bound): boolean {
  if (typeof prefixes === 'string' && start === undefined && end === undefined) {
    return text.startsWith(prefixes) && !cuts(text, prefixes.length);
  }
  const part = partArguments(text, start, end);
  return anyAffix('startswith', prefixes, part, affix => {
    const stop = part.startUnit + affix.length;
    return stop <= part.endUnit && text.startsWith(affix, part.startUnit) && !cuts(text, stop);
  });
}

/** `text.endswith(suffixes, start, end)` for one suffix or several. */
export function endsWith(text: string, suffixes: Value | readonly Value[], start: Bound, end: Bound): boolean {
  if (typeof suffixes === 'string' && start === undefined && end === undefined) {
    return text.endsWith(suffixes) && !cuts(text, text.length - suffixes.length);
  }
  const part = partArguments(text, start, end);
  return anyAffix('endswith', suffixes, part, affix => {
    const begin = part.endUnit - affix.length;
    return begin >= part.startUnit && text.startsWith(affix, begin) && !cuts(text, begin);
  });
}

/** `text.replace(old, new, count)`; a negative count is no bound. */
export function replace(text: string, old: Value, replacement: Value, most: Bound): string {
  const wanted = namedTextArgument('replace() argument 1', old);
  const inserted = namedTextArgument('replace() argument 2', replacement);
  const bound = most === undefined ? -1 : sizeArgument(most);
  const limit = bound < 0 ? Infinity : bound;
  if (wanted === '') return insertBetween(text, inserted, limit);
  const first = limit === 0 ? -1 : findText(text, wanted, 0);
  if (first < 0) return text;
  const behind = first + wanted.length;
  if (limit === 1 || findText(text, wanted, behind) < 0) {
    checkStringLength(text.length + inserted.length - wanted.length);
    return text.slice(0, first) + inserted + text.slice(behind);
  }
  if (text.length <= SHORT_TEXT) return replaceInShort(text, wanted, inserted, limit);
  if (limit === Infinity && text.length <= MOST_AT_ONCE && isAscii(wanted)) {
    const parts = text.split(wanted);
    checkStringLength(text.length + (parts.length - 1) * (inserted.length - wanted.length));
    return parts.join(inserted);
  }
  const replacements = countOccurrences(text, wanted, limit, 0);
  checkStringLength(text.length + replacements * (inserted.length - wanted.length));
  const result = new PieceJoiner();
  let from = 0;
  for (let left = replacements; left > 0; left--) {
    const unit = findText(text, wanted, from);
    result.add(text.slice(from, unit) + inserted);
    from = unit + wanted.length;
  }
  return result.joined() + text.slice(from);
}

/** The same piece by piece: the host takes longer to prepare for joining few. */
function replaceInShort(text: string, wanted: string, inserted: string, limit: number): string {
  let result = '';
  let from = 0;
  let unit = findText(text, wanted, 0);
  for (let left = limit; left > 0 && unit >= 0; left--) {
    result += text.slice(from, unit) + inserted;
    checkStringLength(result.length);
    from = unit + wanted.length;
    unit = findText(text, wanted, from);
  }
  checkStringLength(result.length + text.length - from);
  return result + text.slice(from);
}

/** Texts of so many units have few pieces. */
const SHORT_TEXT = 64;

/** Texts of so many units may be taken apart at once. */
const MOST_AT_ONCE = 4096;

/** What stands before a unit: what is searched there is not looked for behind it. */
function upTo(text: string, end: number): string {
  return end < text.length ? text.slice(0, end) : text;
}

function countOccurrences(text: string, wanted: string, limit: number, start: number): number {
  let found = 0;
  let unit = findText(text, wanted, start);
  while (found < limit && unit >= 0) {
    found++;
    unit = findText(text, wanted, unit + wanted.length);
  }
  return found;
}

/** Before each code point, and at the end. */
function insertBetween(text: string, inserted: string, limit: number): string {
  const insertions = Math.min(limit, codePointLength(text) + 1);
  checkStringLength(text.length + insertions * inserted.length);
  let left = insertions;
  const result = mapCodePoints(text, point => (left-- > 0 ? inserted + point : point));
  return left > 0 ? result + inserted : result;
}

/** Whether any of the affixes fits. Later ones are not looked at, whatever they are. */
function anyAffix(
  method: string,
  affixes: Value | readonly Value[],
  part: TextPart,
  fits: (affix: string) => boolean,
): boolean {
  if (!isSeveral(affixes)) {
    if (typeof affixes === 'string') return part.start <= part.end && fits(affixes);
    raise('TypeError', `${method} first arg must be str or a tuple of str, not ${typeName(affixes)}`);
  }
  return affixes.some(affix => {
    if (typeof affix === 'string') return part.start <= part.end && fits(affix);
    return raise('TypeError', `tuple for ${method} must only contain str, not ${typeName(affix)}`);
  });
}

function isSeveral(affixes: Value | readonly Value[]): affixes is readonly Value[] {
  return Array.isArray(affixes);
}

/** Whether a unit lies in the middle of a code point. */
function cuts(text: string, unit: number): boolean {
  return unit > 0 && (text.codePointAt(unit - 1) as number) > 0xffff;
}

function foundOrRaise(found: number): number {
  return found < 0 ? raise('ValueError', 'substring not found') : found;
}
