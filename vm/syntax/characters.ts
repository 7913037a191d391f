/** Which characters the language tells apart. Everything a line may hold is one of these classes or a mistake. */

export const Character = {
  Other: 0,
  /** ASCII letters and `_` */
  Letter: 1,
  Digit: 2,
  Blank: 3,
  /** `;` and `#` */
  CommentStart: 4,
  Quote: 5,
  Comma: 6,
  LineFeed: 7,
  CarriageReturn: 8,
} as const;

const classes = new Uint8Array(128);
for (let unit = 0; unit < 128; unit++) classes[unit] = classOf(String.fromCharCode(unit));

/** The class of a UTF-16 unit; everything outside ASCII is `Other`, and `isIdentifierPart` looks closer. */
export function characterClass(unit: number): number {
  return unit < 128 ? classes[unit] : Character.Other;
}

/** Whether a text is an identifier as Python has them, keywords of the language not told apart. */
export function isIdentifier(text: string): boolean {
  return /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(text.normalize('NFKC'));
}

/** Whether a code point may begin an identifier, itself or in NFKC. */
export function isIdentifierStart(codePoint: number): boolean {
  return /^[\p{XID_Start}_]$/u.test(String.fromCodePoint(codePoint));
}

/** Whether a code point may go on in an identifier. */
export function isIdentifierPart(codePoint: number): boolean {
  return /^\p{XID_Continue}$/u.test(String.fromCodePoint(codePoint));
}

function classOf(character: string): number {
  if (/[A-Za-z_]/.test(character)) return Character.Letter;
  if (/[0-9]/.test(character)) return Character.Digit;
  if (character === ' ' || character === '\t') return Character.Blank;
  if (character === ';' || character === '#') return Character.CommentStart;
  if (character === '"' || character === "'") return Character.Quote;
  if (character === ',') return Character.Comma;
  if (character === '\n') return Character.LineFeed;
  if (character === '\r') return Character.CarriageReturn;
  return Character.Other;
}
