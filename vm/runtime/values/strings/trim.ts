import { raise } from '../../errors.ts';
import { isSpaceUnit } from '../code-point-classes.ts';
import { codePoints, sliceCodePoints } from '../code-points.ts';
import type { Value } from '../value.ts';
import { namedTextArgument } from './arguments.ts';
import { endsWith, startsWith } from './search.ts';

/** `text.strip(set)`: without the code points of the set at both ends; white space where it is `None` or left out. */
export function strip(text: string, set: Value | undefined): string {
  return trim(text, trimmedPoints('strip', set), true, true);
}

/** `text.lstrip(set)`. */
export function stripLeft(text: string, set: Value | undefined): string {
  return trim(text, trimmedPoints('lstrip', set), true, false);
}

/** `text.rstrip(set)`. */
export function stripRight(text: string, set: Value | undefined): string {
  return trim(text, trimmedPoints('rstrip', set), false, true);
}

/** `text.removeprefix(prefix)`. */
export function removePrefix(text: string, prefix: Value): string {
  const wanted = namedTextArgument('removeprefix() argument', prefix);
  return startsWith(text, wanted, undefined, undefined) ? text.slice(wanted.length) : text;
}

/** `text.removesuffix(suffix)`. */
export function removeSuffix(text: string, suffix: Value): string {
  const wanted = namedTextArgument('removesuffix() argument', suffix);
  return endsWith(text, wanted, undefined, undefined) ? text.slice(0, text.length - wanted.length) : text;
}

/** The first unit from `unit` on that is no white space. White space is never a surrogate. */
export function skipSpace(text: string, unit: number): number {
  let at = unit;
  while (at < text.length && isSpaceUnit(text.charCodeAt(at))) at++;
  return at;
}

/** The first unit from `unit` on that is white space, or the end. */
export function skipWord(text: string, unit: number): number {
  let at = unit;
  while (at < text.length && !isSpaceUnit(text.charCodeAt(at))) at++;
  return at;
}

/** The unit behind the last one before `end` that is no white space. */
export function skipSpaceBackwards(text: string, end: number): number {
  let at = end;
  while (at > 0 && isSpaceUnit(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The code points that a call takes away; `undefined` for white space. */
function trimmedPoints(method: string, set: Value | undefined): ReadonlySet<string> | undefined {
  if (set === undefined || set === null) return undefined;
  if (typeof set !== 'string') raise('TypeError', `${method} arg must be None or str`);
  return new Set(codePoints(set));
}

function trim(text: string, points: ReadonlySet<string> | undefined, atStart: boolean, atEnd: boolean): string {
  if (points === undefined) {
    const start = atStart ? skipSpace(text, 0) : 0;
    return text.slice(start, Math.max(start, atEnd ? skipSpaceBackwards(text, text.length) : text.length));
  }
  const each = codePoints(text);
  let start = 0;
  let end = each.length;
  if (atStart) while (start < end && points.has(each[start])) start++;
  if (atEnd) while (end > start && points.has(each[end - 1])) end--;
  return sliceCodePoints(text, start, end);
}
