/**
 * The case of strings by the full mappings of Unicode 14. The host maps one code point at a time, where its context-free
 * mapping is that of CPython; what depends on the neighbours (the sigma at the end of a word) is decided here.
 */
import { isCaseIgnorable, isCased, isLowercase, isUppercase } from '../code-point-classes.ts';
import { checkStringLength } from '../bounds.ts';
import { codePoints, isAscii, mapCodePoints } from '../code-points.ts';
import { isAssigned } from '../unicode-14.ts';

export function upper(text: string): string {
  return isAscii(text) ? text.toUpperCase() : mapCodePoints(text, upperPoint);
}

export function lower(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text.includes(CAPITAL_SIGMA) ? joined(lowerPoints(codePoints(text))) : mapCodePoints(text, lowerPoint);
}

/** For comparison without regard to case. */
export function caseFold(text: string): string {
  return isAscii(text) ? text.toLowerCase() : mapCodePoints(text, foldPoint);
}

/** The first letter of each word as a title has it, the others lower. */
export function title(text: string): string {
  if (isAscii(text)) return titleAscii(text.toLowerCase());
  const points = codePoints(text);
  return joined(
    points.map((point, index) =>
      index > 0 && isCased(points[index - 1]) ? lowerPointAt(points, index) : titlePoint(point),
    ),
  );
}

/** The same of a text in ASCII that is in lower case. */
function titleAscii(text: string): string {
  let titled = '';
  let from = 0;
  let isInWord = false;
  for (let unit = 0; unit < text.length; unit++) {
    const isLetter = isLowercase(text[unit]);
    if (isLetter && !isInWord) {
      titled += text.slice(from, unit) + text[unit].toUpperCase();
      from = unit + 1;
    }
    isInWord = isLetter;
  }
  return titled + text.slice(from);
}

export function capitalize(text: string): string {
  if (isAscii(text)) return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
  const points = codePoints(text);
  return points.length === 0 ? '' : joined(lowerPoints(points).with(0, titlePoint(points[0])));
}

export function swapCase(text: string): string {
  if (isAscii(text)) return swapAscii(text);
  if (!text.includes(CAPITAL_SIGMA)) {
    return mapCodePoints(text, point => (isUppercase(point) ? lowerPoint(point) : swappedUp(point)));
  }
  const points = codePoints(text);
  const swap = (point: string, index: number): string => {
    if (isUppercase(point)) return lowerPointAt(points, index);
    return swappedUp(point);
  };
  return joined(points.map(swap));
}

/** The same of a text in ASCII: pieces of its upper and its lower form in turn. */
function swapAscii(text: string): string {
  const upperCased = text.toUpperCase();
  const lowerCased = text.toLowerCase();
  let swapped = '';
  let from = 0;
  let isRising = true;
  for (let unit = 0; unit < text.length; unit++) {
    if (isUppercase(text[unit]) !== isRising) continue;
    swapped += (isRising ? upperCased : lowerCased).slice(from, unit);
    from = unit;
    isRising = !isRising;
  }
  return swapped + (isRising ? upperCased : lowerCased).slice(from);
}

/** One string of all; raises `MemoryError` when it would be too long. */
function joined(points: readonly string[]): string {
  let length = 0;
  for (const point of points) length += point.length;
  checkStringLength(length);
  return points.join('');
}

function lowerPoints(points: readonly string[]): string[] {
  return points.map((_, index) => lowerPointAt(points, index));
}

function lowerPointAt(points: readonly string[], index: number): string {
  if (points[index] === CAPITAL_SIGMA) return endsWord(points, index) ? FINAL_SIGMA : SMALL_SIGMA;
  return lowerPoint(points[index]);
}

function lowerPoint(point: string): string {
  return mapped(point, point.toLowerCase());
}

function swappedUp(point: string): string {
  return isLowercase(point) ? upperPoint(point) : point;
}

/** Whether a cased letter stands before and none behind, not counting what is case-ignorable (Unicode, 3.13, Final_Sigma). */
function endsWord(points: readonly string[], index: number): boolean {
  let before = index - 1;
  while (before >= 0 && isCaseIgnorable(points[before])) before--;
  if (before < 0 || !isCased(points[before])) return false;
  let behind = index + 1;
  while (behind < points.length && isCaseIgnorable(points[behind])) behind++;
  return behind === points.length || !isCased(points[behind]);
}

function upperPoint(point: string): string {
  return mapped(point, point.toUpperCase());
}

/**
 * Digraphs and Greek letters with an iota have a form of their own, which has their lower one. Else it is the upper form, of
 * which only the first letter stays upper where it has several.
 */
function titlePoint(point: string): string {
  if (GEORGIAN.test(point) || point === APOSTROPHE_N) return point === APOSTROPHE_N ? upperPoint(point) : point;
  const titled = titleForms().get(mapped(point, point.toLowerCase()));
  if (titled !== undefined) return titled;
  const [first, ...others] = codePoints(upperPoint(point));
  return first + others.map(other => (other === CAPITAL_IOTA ? IOTA_BELOW : other.toLowerCase())).join('');
}

function foldPoint(point: string): string {
  if (CHEROKEE_CAPITAL.test(point) || point === DOTLESS_I) return point;
  if (point === CAPITAL_SHARP_S) return 'ss';
  const folded = upperPoint(point);
  if (CHEROKEE_CAPITAL.test(folded)) return folded;
  return codePoints(folded)
    .map(upperCased => mapped(upperCased, upperCased.toLowerCase()))
    .join('');
}

/** The mapping of the host, unless Unicode 14 does not know what it maps from or to. */
function mapped(point: string, target: string): string {
  if (target === point || point < '\x80') return target;
  return isKnown(point) && codePoints(target).every(isKnown) ? target : point;
}

function isKnown(point: string): boolean {
  return isAssigned(point.codePointAt(0) as number);
}

/** Title forms by their lower ones. */
let titleFormsByLower: ReadonlyMap<string, string> | undefined;

function titleForms(): ReadonlyMap<string, string> {
  titleFormsByLower ??= new Map(codePoints(TITLE_FORMS).map(form => [form.toLowerCase(), form]));
  return titleFormsByLower;
}

const CAPITAL_SIGMA = 'Σ';
const SMALL_SIGMA = 'σ';
const FINAL_SIGMA = 'ς';
const CAPITAL_IOTA = 'Ι';
const IOTA_BELOW = '\u0345';
const DOTLESS_I = 'ı';
const CAPITAL_SHARP_S = 'ẞ';
/** Its upper form has two letters, and they stay. */
const APOSTROPHE_N = 'ŉ';
/** Georgian has upper letters, and no titles. */
const GEORGIAN = /[\u10d0-\u10ff]/;
/** Cherokee folds to its capitals. */
const CHEROKEE_CAPITAL = /[\u13a0-\u13f5]/;
/** All of category Lt. */
const TITLE_FORMS = 'ǅǈǋǲᾈᾉᾊᾋᾌᾍᾎᾏᾘᾙᾚᾛᾜᾝᾞᾟᾨᾩᾪᾫᾬᾭᾮᾯᾼῌῼ';
