/**
 * Classes of code points by Unicode 14, as CPython 3.11 has them. Every function takes one code point as a string. A code
 * point that the host knows and Unicode 14 does not is in none of the classes; the few that changed their class since stand
 * here by name.
 */
import { isAssigned } from './unicode-14.ts';

/** Whether `repr` shows it as it is. */
export function isPrintable(point: string): boolean {
  return point === ' ' || (!NOT_PRINTABLE.test(point) && isKnown(point));
}

/** What `strip` and `split` take away: the separators, and the control characters that separate. */
export function isSpace(point: string): boolean {
  return isSpaceUnit(point.charCodeAt(0));
}

/** The same of a code point by its UTF-16 unit: none that is white space takes two. */
export function isSpaceUnit(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit >= 0x1c;
  return unit > 0x7e && (unit === 0x85 || SEPARATOR.test(String.fromCharCode(unit)));
}

export function isAlphabetic(point: string): boolean {
  const code = point.charCodeAt(0);
  if (code < 128) return (code | 32) >= 97 && (code | 32) <= 122;
  return LETTER.test(point) && isKnown(point);
}

/** A digit of a decimal system. */
export function isDecimal(point: string): boolean {
  const code = point.charCodeAt(0);
  if (code < 128) return code >= 48 && code <= 57;
  return DECIMAL.test(point) && isKnown(point);
}

/** A decimal digit, or one that is written above, below or in a circle. */
export function isDigit(point: string): boolean {
  if (point.charCodeAt(0) < 128) return isDecimal(point);
  return isDecimal(point) || DIGIT_BEYOND_DECIMAL.test(point);
}

/** Everything that stands for a number: also fractions, Roman numerals and ideographs. */
export function isNumeric(point: string): boolean {
  if (point.charCodeAt(0) < 128) return isDecimal(point);
  return (NUMBER.test(point) && isKnown(point)) || IDEOGRAPHIC_NUMBER.test(point);
}

export function isUppercase(point: string): boolean {
  const code = point.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return UPPERCASE.test(point) && isKnown(point);
}

export function isLowercase(point: string): boolean {
  const code = point.charCodeAt(0);
  if (code < 128) return code >= 97 && code <= 122;
  return point === LOWERCASE_ONCE || (LOWERCASE.test(point) && !LOWERCASE_SINCE.test(point) && isKnown(point));
}

/** A digraph of which the first half is a capital. */
export function isTitlecase(point: string): boolean {
  return point.charCodeAt(0) >= 128 && TITLECASE.test(point) && isKnown(point);
}

/** Whether it has case in any form. */
export function isCased(point: string): boolean {
  return point === LOWERCASE_ONCE || (CASED.test(point) && isKnown(point));
}

/** Whether the rule for the sigma at the end of a word looks past it. */
export function isCaseIgnorable(point: string): boolean {
  return point === CASE_IGNORABLE_ONCE || (CASE_IGNORABLE.test(point) && isKnown(point));
}

export function startsIdentifier(point: string): boolean {
  if (point < '\x80') return point === '_' || isAlphabetic(point);
  return IDENTIFIER_START.test(point) && isKnown(point);
}

export function continuesIdentifier(point: string): boolean {
  if (point < '\x80') return startsIdentifier(point) || isDecimal(point);
  return IDENTIFIER_PART.test(point) && !IDENTIFIER_PART_SINCE.test(point) && isKnown(point);
}

/** The value of a decimal digit of any script; `undefined` for what is none. */
export function decimalDigit(point: string): number | undefined {
  if (!isDecimal(point)) return undefined;
  const code = point.codePointAt(0) as number;
  // Decimal digits stand in runs of ten, except that the mathematical ones follow each other from U+1D7CE to U+1D7FF.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (code - zero < 9 && DECIMAL.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

function isKnown(point: string): boolean {
  return isAssigned(point.codePointAt(0) as number);
}

/** A pattern that is made when something is first asked of it: a class of Unicode takes the host 60 µs, and few programs ask for one. */
function onDemand(make: () => RegExp): Pick<RegExp, 'test'> {
  let pattern: RegExp | undefined;
  return { test: point => (pattern ??= make()).test(point) };
}

const NOT_PRINTABLE = onDemand(() => /[\p{C}\p{Z}]/u);
const SEPARATOR = onDemand(() => /\p{Z}/u);
const LETTER = onDemand(() => /\p{L}/u);
const DECIMAL = onDemand(() => /\p{Nd}/u);
const NUMBER = onDemand(() => /\p{N}/u);
const UPPERCASE = onDemand(() => /\p{Uppercase}/u);
const LOWERCASE = onDemand(() => /\p{Lowercase}/u);
const TITLECASE = onDemand(() => /\p{Lt}/u);
const CASED = onDemand(() => /\p{Cased}/u);
const CASE_IGNORABLE = onDemand(() => /\p{Case_Ignorable}/u);
const IDENTIFIER_START = onDemand(() => /\p{XID_Start}/u);
const IDENTIFIER_PART = onDemand(() => /\p{XID_Continue}/u);

/** What changed its class behind Unicode 14. */
const LOWERCASE_ONCE = '\u0295';
const LOWERCASE_SINCE = /[\u10fc\ua7f2-\ua7f4\uab69]/;
const CASE_IGNORABLE_ONCE = '\u{1171e}';
const IDENTIFIER_PART_SINCE = /[\u200c-\u200d\u30fb\uff65]/;

/** The host does not tell what kind of number a code point stands for. */
const DIGIT_BEYOND_DECIMAL =
  /[\u{b2}-\u{b3}\u{b9}\u{1369}-\u{1371}\u{19da}\u{2070}\u{2074}-\u{2079}\u{2080}-\u{2089}\u{2460}-\u{2468}\u{2474}-\u{247c}\u{2488}-\u{2490}\u{24ea}\u{24f5}-\u{24fd}\u{24ff}\u{2776}-\u{277e}\u{2780}-\u{2788}\u{278a}-\u{2792}\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]/u;
const IDEOGRAPHIC_NUMBER =
  /[\u{3405}\u{3483}\u{382a}\u{3b4d}\u{4e00}\u{4e03}\u{4e07}\u{4e09}\u{4e5d}\u{4e8c}\u{4e94}\u{4e96}\u{4ebf}\u{4ec0}\u{4edf}\u{4ee8}\u{4f0d}\u{4f70}\u{5104}\u{5146}\u{5169}\u{516b}\u{516d}\u{5341}\u{5343}\u{5344}\u{5345}\u{534c}\u{53c1}\u{53c2}\u{53c3}\u{53c4}\u{56db}\u{58f1}\u{58f9}\u{5e7a}\u{5efe}\u{5eff}\u{5f0c}\u{5f0d}\u{5f0e}\u{5f10}\u{62fe}\u{634c}\u{67d2}\u{6f06}\u{7396}\u{767e}\u{8086}\u{842c}\u{8cae}\u{8cb3}\u{8d30}\u{9621}\u{9646}\u{964c}\u{9678}\u{96f6}\u{f96b}\u{f973}\u{f978}\u{f9b2}\u{f9d1}\u{f9d3}\u{f9fd}\u{20001}\u{20064}\u{200e2}\u{20121}\u{2092a}\u{20983}\u{2098c}\u{2099c}\u{20aea}\u{20afd}\u{20b19}\u{22390}\u{22998}\u{23b1b}\u{2626d}\u{2f890}]/u;
