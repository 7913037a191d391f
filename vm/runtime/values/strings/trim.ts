import { raise } from '../../errors.ts';
import { isSpace } from '../code-point-classes.ts';
import { codePoints } from '../code-points.ts';
import type { Value } from '../value.ts';
import { namedTextArgument } from './arguments.ts';
import { endsWith, startsWith } from './search.ts';

/** `text.strip(set)`: without the code points of the set at both ends; white space where it is `None` or left out. */
export function strip(text: string, set: Value | undefined): string {
  return trim(text, trimmed('strip', set), true, true);
}

/** `text.lstrip(set)`. */
export function stripLeft(text: string, set: Value | undefined): string {
  return trim(text, trimmed('lstrip', set), true, false);
}

/** `text.rstrip(set)`. */
export function stripRight(text: string, set: Value | undefined): string {
  return trim(text, trimmed('rstrip', set), false, true);
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

/** Which code points a call takes away. */
function trimmed(method: string, set: Value | undefined): (point: string) => boolean {
  if (set === undefined || set === null) return isSpace;
  if (typeof set !== 'string') raise('TypeError', `${method} arg must be None or str`);
  const points = new Set(codePoints(set));
  return point => points.has(point);
}

function trim(text: string, isTrimmed: (point: string) => boolean, atStart: boolean, atEnd: boolean): string {
  const points = codePoints(text);
  let start = 0;
  let end = points.length;
  if (atStart) while (start < end && isTrimmed(points[start])) start++;
  if (atEnd) while (end > start && isTrimmed(points[end - 1])) end--;
  return points.slice(start, end).join('');
}
