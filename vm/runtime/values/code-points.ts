/**
 * Strings are UTF-16 inside and sequences of code points to programs. A lone surrogate is a code point of its own; the one
 * thing that this form cannot hold apart is a high surrogate that is followed by a low one as a separate code point: joined,
 * they are one astral code point.
 *
 * Positions named "unit" are in UTF-16 units, all others in code points.
 */
import { checkStringLength } from './bounds.ts';

/** `len(text)`. */
export function codePointLength(text: string): number {
  return text.length <= SHORT ? text.length - countPairs(text, 0, text.length) : layoutOf(text).length;
}

/** The code point at an index from 0 to the length - 1, as a string. */
export function codePointAtIndex(text: string, index: number): string {
  return pointAt(text, unitOfIndex(text, index));
}

/** The code point at an index, which counts from the end where it is negative; `undefined` where there is none. */
export function characterAt(text: string, index: number): string | undefined {
  const length = codePointLength(text);
  const at = index < 0 ? index + length : index;
  if (!(at >= 0 && at < length)) return undefined;
  return length === text.length ? text[at] : codePointAtIndex(text, at);
}

/** The code points from `start` to `end`, exclusive; both from 0 to the length. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  return start >= end ? '' : text.slice(unitOfIndex(text, start), unitOfIndex(text, end));
}

/** Every `step`th code point from `start` on, `count` of them; a negative step goes backwards. */
export function stepCodePoints(text: string, start: number, step: number, count: number): string {
  if (count <= 0) return '';
  const isOfUnits = codePointLength(text) === text.length;
  if (count <= MOST_UNITS && isOfUnits) {
    const units = new Array<number>(count);
    for (let place = 0, index = start; place < count; place++, index += step) units[place] = text.charCodeAt(index);
    return String.fromCharCode.apply(null, units);
  }
  const result = new PieceJoiner();
  const points = isOfUnits ? text : codePoints(text);
  for (let index = start, left = count; left > 0; index += step, left--) result.add(points[index]);
  return result.joined();
}

/** The code point that starts at a unit. */
function pointAt(text: string, unit: number): string {
  return isPairAt(text, unit) ? text.slice(unit, unit + 2) : text[unit];
}

/** The code points in order, each as a string. */
export function codePoints(text: string): string[] {
  return hasPairs(text) ? Array.from(text) : text.split('');
}

/** Whether any code point takes two units. */
export function hasPairs(text: string): boolean {
  return text.length <= SHORT ? countPairs(text, 0, text.length) > 0 : PAIR.test(text);
}

/** Whether a test holds for all code points. */
export function everyCodePoint(text: string, test: (point: string) => boolean): boolean {
  for (let unit = 0; unit < text.length;) {
    const point = pointAt(text, unit);
    if (!test(point)) return false;
    unit += point.length;
  }
  return true;
}

/** The text with another one in place of each code point. Raises `MemoryError` when the result would be too long. */
export function mapCodePoints(text: string, map: (point: string) => string): string {
  if (text.length <= SHORT_MAPPED) {
    let mapped = '';
    for (let unit = 0; unit < text.length;) {
      const point = pointAt(text, unit);
      mapped += map(point);
      checkStringLength(mapped.length);
      unit += point.length;
    }
    return mapped;
  }
  const result = new PieceJoiner();
  for (const point of text) result.add(map(point));
  return result.joined();
}

/**
 * Makes a text of pieces, which are joined as they come: all of them at once would take many times the room of a long text.
 * Raises `MemoryError` when the text becomes too long.
 */
export class PieceJoiner {
  private readonly finished: string[] = [];
  private pieces: string[] = [];
  private length = 0;

  add(piece: string): void {
    this.length += piece.length;
    checkStringLength(this.length);
    this.pieces.push(piece);
    if (this.pieces.length < PIECES_AT_ONCE) return;
    this.finished.push(this.pieces.join(''));
    this.pieces = [];
  }

  joined(): string {
    this.finished.push(this.pieces.join(''));
    this.pieces = [];
    return this.finished.join('');
  }
}

/** The unit at which the code point of an index starts; the index may be the length. */
export function unitOfIndex(text: string, index: number): number {
  if (text.length <= SHORT) return skipCodePoints(text, 0, index);
  const { marks } = layoutOf(text);
  return marks === undefined
    ? index
    : skipCodePoints(text, marks[Math.floor(index / MARK_DISTANCE)], index % MARK_DISTANCE);
}

/** The index of the code point that starts at a unit; the unit may be the end of the text. */
export function indexOfUnit(text: string, unit: number): number {
  if (text.length <= SHORT) return unit - countPairs(text, 0, unit);
  const { marks } = layoutOf(text);
  if (marks === undefined) return unit;
  const mark = lastMarkAt(marks, unit);
  return mark * MARK_DISTANCE + (unit - marks[mark] - countPairs(text, marks[mark], unit));
}

/** The last mark that is at a unit or before it, by halving. */
function lastMarkAt(marks: readonly number[], unit: number): number {
  let low = 0;
  let high = marks.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (marks[middle] <= unit) low = middle;
    else high = middle;
  }
  return low;
}

/** The first unit from `from` on at which `wanted` occurs as a sequence of code points, or -1. */
export function findText(text: string, wanted: string, from: number): number {
  let unit = text.indexOf(wanted, from);
  if (!mayCutPairs(wanted)) return unit;
  while (unit >= 0 && cutsPair(text, unit, unit + wanted.length)) unit = text.indexOf(wanted, unit + 1);
  return unit;
}

/** The last unit at which `wanted` occurs and ends at `end` or before, or -1. */
export function findLastText(text: string, wanted: string, end: number): number {
  if (wanted.length > end) return -1;
  let unit = text.lastIndexOf(wanted, end - wanted.length);
  if (!mayCutPairs(wanted)) return unit;
  while (unit >= 0 && cutsPair(text, unit, unit + wanted.length)) {
    unit = unit === 0 ? -1 : text.lastIndexOf(wanted, unit - 1);
  }
  return unit;
}

/** Negative, 0 or positive as `left` stands before, with or behind `right` in the order of code points. */
export function compareCodePoints(left: string, right: string): number {
  if (left === right) return 0;
  const shared = Math.min(left.length, right.length);
  let unit = 0;
  while (unit < shared && left.charCodeAt(unit) === right.charCodeAt(unit)) unit++;
  if (unit === shared) return left.length - right.length;
  // A difference in the second half of a pair is one between the code points that start a unit before.
  if (unit > 0 && isHighSurrogate(left.charCodeAt(unit - 1))) unit--;
  return (left.codePointAt(unit) as number) - (right.codePointAt(unit) as number);
}

/** Whether all code points are below 128. */
export function isAscii(text: string): boolean {
  if (text.length > SHORT) return ASCII.test(text);
  for (let unit = 0; unit < text.length; unit++) if (text.charCodeAt(unit) > 127) return false;
  return true;
}

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800;
}

export function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

export function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}

/**
 * What was found out about a string: its length, and when it has pairs the units of the first code point, the `MARK_DISTANCE`th
 * and so on; one that would stand at the end of the string counts, too.
 */
interface Layout {
  text: string;
  length: number;
  marks: number[] | undefined;
}

/** Up to this many units a string is looked through anew each time. */
const SHORT = 12;
const MARK_DISTANCE = 32;
/** Up to this many units what stands for the code points is added piece by piece: the host takes longer to prepare for joining. */
const SHORT_MAPPED = 64;
/** So many units are made a string at once: hosts take only so many arguments. */
const MOST_UNITS = 1024;
const PIECES_AT_ONCE = 4096;

/** The layouts of the last few strings: a loop that indexes two or three strings does not look through them each time. */
const recent: Layout[] = Array.from({ length: 4 }, () => ({ text: '', length: 0, marks: undefined }));
let oldest = 0;

/** The one that was asked for last. */
let latest = recent[0];

function layoutOf(text: string): Layout {
  if (latest.text !== text) latest = recentLayoutOf(text);
  // An equal string in another place would be compared unit by unit each time; this one will be asked again.
  latest.text = text;
  return latest;
}

function recentLayoutOf(text: string): Layout {
  for (const layout of recent) if (layout.text === text) return layout;
  const grown = recent.find(layout => isExtendedBy(layout.text, text));
  if (grown !== undefined) return extendLayout(grown, text);
  const layout = extendLayout({ text: '', length: 0, marks: undefined }, text);
  recent[oldest] = layout;
  oldest = (oldest + 1) % recent.length;
  return layout;
}

/** Whether a string begins with another one, all of whose code points are also its own. */
function isExtendedBy(start: string, text: string): boolean {
  if (start === '' || start.length > text.length || isHighSurrogate(start.charCodeAt(start.length - 1))) return false;
  return text.slice(0, start.length) === start;
}

/** Makes the layout of a string that of one which begins with it: a string that grows is not looked through each time. */
function extendLayout(layout: Layout, text: string): Layout {
  const known = layout.text.length;
  layout.text = text;
  if (layout.marks === undefined) {
    if (!PAIR.test(known === 0 ? text : text.slice(known))) {
      layout.length = text.length;
      return layout;
    }
    layout.marks = [];
    for (let unit = 0; unit <= known; unit += MARK_DISTANCE) layout.marks.push(unit);
  }
  const { marks } = layout;
  let { length } = layout;
  for (let unit = known; unit < text.length; unit += isPairAt(text, unit) ? 2 : 1) {
    if (length % MARK_DISTANCE === 0) marks[length / MARK_DISTANCE] = unit;
    length++;
  }
  if (length % MARK_DISTANCE === 0) marks[length / MARK_DISTANCE] = text.length;
  layout.length = length;
  return layout;
}

/** The unit `count` code points behind `unit`. */
function skipCodePoints(text: string, unit: number, count: number): number {
  let at = unit;
  for (let skipped = 0; skipped < count; skipped++) at += isPairAt(text, at) ? 2 : 1;
  return at;
}

/** Each second unit is enough to see that there is none: a pair has one of them. */
function countPairs(text: string, start: number, end: number): number {
  let second = start + 1;
  while (second < end && !isSurrogate(text.charCodeAt(second))) second += 2;
  let count = 0;
  for (let unit = second - 1; unit < end - 1; unit++) {
    if (isPairAt(text, unit)) {
      count++;
      unit++;
    }
  }
  return count;
}

function isPairAt(text: string, unit: number): boolean {
  return isHighSurrogate(text.charCodeAt(unit)) && isLowSurrogate(text.charCodeAt(unit + 1));
}

/** Whether a text can occur in another one in the middle of a pair. */
function mayCutPairs(wanted: string): boolean {
  return (
    wanted !== '' && (isLowSurrogate(wanted.charCodeAt(0)) || isHighSurrogate(wanted.charCodeAt(wanted.length - 1)))
  );
}

function cutsPair(text: string, start: number, end: number): boolean {
  return isPairAt(text, start - 1) || isPairAt(text, end - 1);
}

const ASCII = /^\p{ASCII}*$/u;
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;
