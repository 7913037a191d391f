import { raise } from '../../errors.ts';
import { isSpaceUnit } from '../code-point-classes.ts';
import { codePoints, isAscii, sliceCodePoints } from '../code-points.ts';
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

/** The code points that a call takes away, as a text; `undefined` for white space. */
function trimmedPoints(method: string, set: Value | undefined): string | undefined {
  if (set === undefined || set === null) return undefined;
  return typeof set === 'string' ? set : raise('TypeError', `${method} arg must be None or str`);
}

function trim(text: string, points: string | undefined, atStart: boolean, atEnd: boolean): string {
  if (points === undefined) {
    const start = atStart ? skipSpace(text, 0) : 0;
    return text.slice(start, Math.max(start, atEnd ? skipSpaceBackwards(text, text.length) : text.length));
  }
  const areFewUnits = points.length <= FEW_UNITS && isAscii(points);
  return areFewUnits ? trimUnits(text, points, atStart, atEnd) : trimPoints(text, points, atStart, atEnd);
}

/** So many are looked through for each unit of a text sooner than a set of them is made. */
const FEW_UNITS = 64;

/** What is in ASCII is never a part of another code point. */
function trimUnits(text: string, units: string, atStart: boolean, atEnd: boolean): string {
  let start = 0;
  let end = text.length;
  if (atStart) while (start < end && units.includes(text[start])) start++;
  if (atEnd) while (end > start && units.includes(text[end - 1])) end--;
  return text.slice(start, end);
}

function trimPoints(text: string, points: string, atStart: boolean, atEnd: boolean): string {
  const taken = new Set(codePoints(points));
  const each = codePoints(text);
  let start = 0;
  let end = each.length;
  if (atStart) while (start < end && taken.has(each[start])) start++;
  if (atEnd) while (end > start && taken.has(each[end - 1])) end--;
  return sliceCodePoints(text, start, end);
}
