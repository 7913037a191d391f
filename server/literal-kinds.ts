import { ANY_KIND, KIND_BITS, TokenKind, tokenText, type Module } from '../vm/index.ts';

/** The kind of a constant as it is written: a literal, or the name of a `.const`; any kind where it is neither. */
export function kindsOfConstant({ tree, constantValues, tokenSymbols }: Module, token: number): number {
  const kinds = LITERALS.get(tree.tokenKinds[token]);
  if (kinds !== undefined) return kinds;
  const constant = constantValues.get(tokenSymbols[token]);
  if (constant !== undefined) return constant.kind === 'none' ? KIND_BITS.NoneType : KIND_BITS[constant.kind];
  return tree.tokenKinds[token] === TokenKind.Keyword
    ? (KEYWORDS.get(tokenText(tree, token)) ?? KIND_BITS.float)
    : ANY_KIND;
}

const LITERALS: ReadonlyMap<number, number> = new Map([
  [TokenKind.Int, KIND_BITS.int],
  [TokenKind.Float, KIND_BITS.float],
  [TokenKind.String, KIND_BITS.str],
]);

/** The others are `inf` and `nan`. */
const KEYWORDS: ReadonlyMap<string, number> = new Map([
  ['None', KIND_BITS.NoneType],
  ['True', KIND_BITS.bool],
  ['False', KIND_BITS.bool],
]);
