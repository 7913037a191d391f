import { RESERVED_NAMES } from '../isa/index.ts';
import { Character, characterClass, isIdentifierPart, isIdentifierStart } from './characters.ts';
import { KEYWORDS, isFloatLiteral, isIntLiteral, stringLiteralValue } from './literals.ts';
import { TokenKind } from './tree.ts';

/**
 * Scans tokens of a text. The one that was scanned last stands in the fields: most of a file is scanned before the host has
 * optimized anything, and then an object for each token would cost as much as the scanning.
 */
export class Scanner {
  kind: TokenKind = TokenKind.Bad;
  /** One past its last unit. */
  end = 0;
  /** Where it is a mistake: the two halves of its message. */
  expected: string | undefined;
  found: string | undefined;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Scans what starts at `start`: a name, a directive, a literal, or `=`, `*`, `**` of a parameter. */
  scan(start: number): void {
    this.expected = undefined;
    this.found = undefined;
    if (isQuote(this.text, start)) this.scanString(start);
    else this.scanWord(start);
  }

  private scanWord(start: number): void {
    const { text } = this;
    const unit = text.charCodeAt(start);
    if (unit === EQUALS) return this.token(TokenKind.Equals, start + 1);
    if (unit === STAR) {
      const isDouble = text.charCodeAt(start + 1) === STAR;
      return isDouble ? this.token(TokenKind.StarStar, start + 2) : this.token(TokenKind.Star, start + 1);
    }
    const nameEnd = scanName(text, start);
    if (nameEnd > start && endsWord(text, nameEnd)) return this.name(start, nameEnd);
    if (unit === DOT && scanName(text, start + 1) > start + 1) {
      const end = scanName(text, start + 1);
      if (endsWord(text, end)) return this.token(TokenKind.Directive, end);
    }
    if (nameEnd > start && STRING_PREFIX.test(text.slice(start, nameEnd)) && isQuote(text, nameEnd)) {
      this.scanString(nameEnd);
      const found = `${showText(text.slice(start, this.end))}: a string has no prefix`;
      return this.mistake(this.end, 'a name or a literal', found);
    }
    this.number(start, scanToDelimiter(text, start));
  }

  /** Up to the closing quote or, where that is missing, the line end. */
  private scanString(start: number): void {
    const { text } = this;
    const quote = text.charCodeAt(start);
    if (text.charCodeAt(start + 1) === quote && text.charCodeAt(start + 2) === quote)
      return this.scanTripleQuotes(start);
    let at = start + 1;
    let hasEscape = false;
    for (;;) {
      if (isLineEnd(text, at)) return this.mistake(at, `a closing \`${text[start]}\``, 'the end of the line');
      const unit = text.charCodeAt(at);
      if (unit === quote) break;
      if (unit === BACKSLASH && !isLineEnd(text, at + 1)) {
        hasEscape = true;
        at++;
      }
      at++;
    }
    this.token(TokenKind.String, at + 1);
    if (!hasEscape) return;
    const value = stringLiteralValue(text.slice(start, at + 1));
    if ('expected' in value) this.mistake(at + 1, value.expected, value.found);
  }

  /** Python's strings over several lines, which this language does not have: up to the closing quotes, else the line end. */
  private scanTripleQuotes(start: number): void {
    const { text } = this;
    const quotes = text.slice(start, start + 3);
    let end = start + 3;
    while (!isLineEnd(text, end) && !text.startsWith(quotes, end)) end++;
    if (!isLineEnd(text, end)) end += 3;
    this.mistake(end, 'a string in one pair of quotes', showText(text.slice(start, end)));
  }

  private name(start: number, end: number): void {
    const { text } = this;
    const mayBeKeyword = end - start <= MAXIMUM_KEYWORD_LENGTH && KEYWORD_STARTS.has(text.charCodeAt(start));
    if (mayBeKeyword && KEYWORDS.has(text.slice(start, end))) return this.token(TokenKind.Keyword, end);
    const normalized = normalizedName(text, start, end);
    if (normalized === undefined || !RESERVED_NAMES.has(normalized)) return this.token(TokenKind.Name, end);
    const found = `${showText(text.slice(start, end))}: in NFKC it is \`${normalized}\`, which is never a name`;
    this.mistake(end, 'a name or a literal', found);
  }

  /** What is no name and no sign is a number, or nothing that the language has. */
  private number(start: number, end: number): void {
    const word = this.text.slice(start, end);
    if (isIntLiteral(word)) this.token(TokenKind.Int, end);
    else if (isFloatLiteral(word)) this.token(TokenKind.Float, end);
    else if (KEYWORDS.has(word)) this.token(TokenKind.Keyword, end);
    else this.mistake(end, 'a name or a literal', describeMistake(word));
  }

  private token(kind: TokenKind, end: number): void {
    this.kind = kind;
    this.end = end;
  }

  private mistake(end: number, expected: string, found: string): void {
    this.kind = TokenKind.Bad;
    this.end = end;
    this.expected = expected;
    this.found = found;
  }
}

/** The end of the comment that starts at `start`: the end of its line. */
export function scanComment(text: string, start: number): number {
  const lineFeed = text.indexOf('\n', start);
  if (lineFeed < 0) return text.length;
  return text.charCodeAt(lineFeed - 1) === CARRIAGE_RETURN && lineFeed > start ? lineFeed - 1 : lineFeed;
}

/** A text in the quotes of messages; control characters and the like by their code points, long texts cut. */
export function showText(text: string): string {
  const shown = printable(text);
  return shown.length > MAXIMUM_SHOWN_LENGTH ? `\`${shown.slice(0, MAXIMUM_SHOWN_LENGTH)}…\`` : `\`${shown}\``;
}

/** A text with control characters and the like by their code points: a message must not steer a terminal. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{C}\p{Z}]/gu, each =>
    each === ' ' ? each : `U+${(each.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

/** Most names are told from keywords by their first unit, and need not be cut out of the text. */
const KEYWORD_STARTS: ReadonlySet<number> = new Set([...KEYWORDS].map(keyword => keyword.charCodeAt(0)));

/** The NFKC form of a name that is short enough to be a reserved one in disguise; `undefined` for names in ASCII. */
function normalizedName(text: string, start: number, end: number): string | undefined {
  if (end - start > 2 * MAXIMUM_KEYWORD_LENGTH) return undefined;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) >= 0x80) return text.slice(start, end).normalize('NFKC');
  }
  return undefined;
}

function describeMistake(word: string): string {
  const shown = showText(word);
  if (/^\+[0-9.]/.test(word)) return `${shown}: a number is written without \`+\``;
  if (/^-?0[0-9_]+$/.test(word)) return `${shown}: an int has no leading zeros (octal is \`0o…\`)`;
  return shown;
}

/** One past the last unit of the identifier at `start`; `start` itself when there is none. */
function scanName(text: string, start: number): number {
  let at = start;
  for (;;) {
    const unit = text.charCodeAt(at);
    const kind = characterClass(unit);
    if (kind === Character.Letter || (kind === Character.Digit && at > start)) {
      at++;
    } else if (unit >= 0x80) {
      const codePoint = text.codePointAt(at) as number;
      if (!(at === start ? isIdentifierStart(codePoint) : isIdentifierPart(codePoint))) return at;
      at += codePoint > 0xffff ? 2 : 1;
    } else {
      return at;
    }
  }
}

/** Whether a name may end here: at a delimiter, at the colon of a label or at the `=` of a parameter. */
function endsWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === COLON || unit === EQUALS || (characterClass(unit) !== Character.Quote && isDelimiter(text, at));
}

function scanToDelimiter(text: string, start: number): number {
  let at = start;
  while (!isDelimiter(text, at) && (at === start || text.charCodeAt(at) !== COLON)) at++;
  return Math.max(at, start + 1);
}

/** The end of a word: a blank, a comma, a comment, a quote or the line end. */
function isDelimiter(text: string, at: number): boolean {
  const kind = characterClass(text.charCodeAt(at));
  const isOther = kind === Character.Other || kind === Character.Letter || kind === Character.Digit;
  return at >= text.length || (!isOther && (kind !== Character.CarriageReturn || isLineEnd(text, at)));
}

function isLineEnd(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const unit = text.charCodeAt(at);
  return unit === LINE_FEED || (unit === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED);
}

function isQuote(text: string, at: number): boolean {
  return characterClass(text.charCodeAt(at)) === Character.Quote;
}

/** What may stand before the quotes of a string in Python. */
const STRING_PREFIX = /^(?:[bfru]|br|rb|fr|rf)$/i;

const MAXIMUM_KEYWORD_LENGTH = 5;
const MAXIMUM_SHOWN_LENGTH = 60;
const EQUALS = 0x3d;
const STAR = 0x2a;
const DOT = 0x2e;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
