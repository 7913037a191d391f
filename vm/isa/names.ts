/** The words that are values, and never names. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(['True', 'False', 'None', 'inf', 'nan']);

/** Whether a text is a name in the form in which names are compared: an identifier of Python in NFKC, and no literal. */
export function isName(text: string): boolean {
  return IDENTIFIER.test(text) && text.normalize('NFKC') === text && !RESERVED_NAMES.has(text);
}

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;
