import type { Constant } from '../bytecode/index.ts';
import {
  TokenKind,
  floatLiteralValue,
  intLiteralValue,
  shortIntValue,
  showText,
  stringLiteralValue,
  tokenText,
  type SyntaxTree,
} from '../syntax/index.ts';

/** The name that a token spells, in the form in which names are compared (NFKC). */
export function tokenName(tree: SyntaxTree, token: number): string {
  const text = tokenText(tree, token);
  return isAscii(text) ? text : text.normalize('NFKC');
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > LAST_OF_ASCII) return false;
  return true;
}

const LAST_OF_ASCII = 0x7f;

/** What a token is, for the `found …` of a message. */
export function describeToken(tree: SyntaxTree, token: number): string {
  const kind = tree.tokenKinds[token];
  return `${KIND_WORDS[kind] ?? ''}${showText(tokenText(tree, token))}`;
}

export function isLiteral(kind: number): boolean {
  return kind === TokenKind.Int || kind === TokenKind.Float || kind === TokenKind.String || kind === TokenKind.Keyword;
}

/** The value of a literal's token. */
export function literalConstant(tree: SyntaxTree, token: number): Constant {
  const text = tokenText(tree, token);
  switch (tree.tokenKinds[token]) {
    case TokenKind.Int:
      return intConstant(text);
    case TokenKind.Float:
      return { kind: 'float', value: floatLiteralValue(text) };
    case TokenKind.String:
      return { kind: 'str', value: stringValue(tree, token) };
    default:
      return KEYWORD_CONSTANTS[text];
  }
}

/** Small ints are in every program again and again: each of them stands once in memory. */
function intConstant(text: string): Constant {
  const short = shortIntValue(text);
  if (short < 0 || short >= SMALL_INTS) return { kind: 'int', value: intLiteralValue(text) };
  return (smallInts[short] ??= { kind: 'int', value: BigInt(short) });
}

const SMALL_INTS = 1_024;
const smallInts: (Constant | undefined)[] = new Array<undefined>(SMALL_INTS).fill(undefined);

/** The value of a token that is a count. */
export function countValue(tree: SyntaxTree, token: number): number {
  const text = tokenText(tree, token);
  const short = shortIntValue(text);
  return short < 0 ? Number(intLiteralValue(text)) : short;
}

/** The value of a string's token. */
export function stringValue(tree: SyntaxTree, token: number): string {
  const decoded = stringLiteralValue(tokenText(tree, token));
  return 'value' in decoded ? decoded.value : '';
}

/** `1 operand`, `2 operands`, in messages. */
export function operandCount(count: number): string {
  return count === 1 ? '1 operand' : `${count} operands`;
}

const KIND_WORDS: Readonly<Record<number, string>> = {
  [TokenKind.Name]: 'the name ',
  [TokenKind.Int]: 'the int ',
  [TokenKind.Float]: 'the float ',
  [TokenKind.String]: 'the string ',
  [TokenKind.Keyword]: 'the constant ',
};

const KEYWORD_CONSTANTS: Readonly<Record<string, Constant>> = {
  None: { kind: 'none' },
  True: { kind: 'bool', value: true },
  False: { kind: 'bool', value: false },
  inf: { kind: 'float', value: Infinity },
  '-inf': { kind: 'float', value: -Infinity },
  nan: { kind: 'float', value: NaN },
};
