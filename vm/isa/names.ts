/** The words that are values, and never names. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(['True', 'False', 'None', 'inf', 'nan']);

/** Whether a text is a name in the form in which names are compared: an identifier of Python in NFKC, and no literal. */
export function isName(text: string): boolean {
  return (ASCII_IDENTIFIER.test(text) || isIdentifier(text)) && !RESERVED_NAMES.has(text);
}

const ASCII_IDENTIFIER = /^[A-Za-z_]\w*$/;

/** The expression is made when it is first needed: that takes longer than all other names of a small program. */
function isIdentifier(text: string): boolean {
  return /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(text) && text.normalize('NFKC') === text;
}
