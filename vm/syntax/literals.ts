import { RESERVED_NAMES } from '../isa/index.ts';

/** The literals of the language, by Python's grammar: whether a text is one, and what it means. */

const DIGITS = '[0-9](?:_?[0-9])*';
const INT = /^-?(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|[1-9](?:_?[0-9])*|0(?:_?0)*)$/;
const FLOAT = new RegExp(
  `^-?(?:(?:(?:${DIGITS})?\\.${DIGITS}|${DIGITS}\\.)(?:[eE][+-]?${DIGITS})?|${DIGITS}[eE][+-]?${DIGITS})$`,
);

/** The words that are values and never names. */
export const KEYWORDS: ReadonlySet<string> = new Set([...RESERVED_NAMES, '-inf']);

export function isIntLiteral(text: string): boolean {
  return INT.test(text);
}

export function isFloatLiteral(text: string): boolean {
  return FLOAT.test(text);
}

/** The value of a text that `isIntLiteral` accepts. */
export function intLiteralValue(text: string): bigint {
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  return digits.startsWith('-') ? -BigInt(digits.slice(1)) : BigInt(digits);
}

/** The same where it has few decimal digits and no sign, as most have: without a `bigint`, which costs ten times more. Else -1. */
export function shortIntValue(text: string): number {
  if (text.length > SHORT_LENGTH) return -1;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const SHORT_LENGTH = 9;
const ZERO = 0x30;

/** The value of a text that `isFloatLiteral` accepts. */
export function floatLiteralValue(text: string): number {
  return Number(text.replaceAll('_', ''));
}

/** What a string literal means, quotes included in `text`; or what is wrong with one of its escapes. */
export function stringLiteralValue(
  text: string,
): { readonly value: string } | { readonly expected: string; readonly found: string } {
  const body = text.slice(1, -1);
  if (!body.includes('\\')) return { value: body };
  let value = '';
  let at = 0;
  while (at < body.length) {
    const backslash = body.indexOf('\\', at);
    if (backslash < 0) break;
    value += body.slice(at, backslash);
    const escape = decodeEscape(body, backslash);
    if ('expected' in escape) return escape;
    value += escape.value;
    at = backslash + escape.length;
  }
  return { value: value + body.slice(at) };
}

/** A string literal in double quotes whose value is `value`. */
export function stringLiteral(value: string): string {
  let text = '"';
  for (const character of value) text += escapeCharacter(character);
  return text + '"';
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

type Escape =
  { readonly value: string; readonly length: number } | { readonly expected: string; readonly found: string };

function decodeEscape(body: string, backslash: number): Escape {
  const letter = body[backslash + 1];
  if (Object.hasOwn(SIMPLE_ESCAPES, letter)) return { value: SIMPLE_ESCAPES[letter], length: 2 };
  if (Object.hasOwn(HEX_LENGTHS, letter)) return decodeHexEscape(body, backslash, HEX_LENGTHS[letter]);
  if (letter >= '0' && letter <= '7') {
    const digits = (/^[0-7]{1,3}/.exec(body.slice(backslash + 1, backslash + 4)) as RegExpExecArray)[0];
    return { value: String.fromCharCode(Number.parseInt(digits, 8)), length: 1 + digits.length };
  }
  if (letter === 'N')
    return { expected: 'the character itself or `\\u…`', found: '`\\N`, which this language does not have' };
  return { value: '\\', length: 1 };
}

function decodeHexEscape(body: string, backslash: number, length: number): Escape {
  const digits = body.slice(backslash + 2, backslash + 2 + length);
  const found = `\`${body.slice(backslash, backslash + 2 + length)}\``;
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
    return { expected: `${length} hexadecimal digits behind \`\\${body[backslash + 1]}\``, found };
  }
  const codePoint = Number.parseInt(digits, 16);
  if (codePoint > 0x10ffff) return { expected: 'a code point up to `\\U0010ffff`', found };
  return { value: String.fromCodePoint(codePoint), length: 2 + length };
}

function escapeCharacter(character: string): string {
  const named = Object.keys(SIMPLE_ESCAPES).find(letter => letter !== "'" && SIMPLE_ESCAPES[letter] === character);
  if (named !== undefined) return `\\${named}`;
  const codePoint = character.codePointAt(0) as number;
  if (codePoint < 0x20 || codePoint === 0x7f) return `\\x${codePoint.toString(16).padStart(2, '0')}`;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return `\\u${codePoint.toString(16)}`;
  return character;
}
