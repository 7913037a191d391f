export * from './tree.ts';
export * from './places.ts';
export { JoinedTree } from './joined-tree.ts';
export { parseText } from './parser.ts';
export { editTree, parse, type TextChange } from './edit.ts';
export { pairEnds } from './pair-ends.ts';
export type { Section } from './split.ts';
export { isIdentifier } from './characters.ts';
export {
  KEYWORDS,
  floatLiteralValue,
  intLiteralValue,
  shortIntValue,
  isFloatLiteral,
  isIntLiteral,
  stringLiteral,
  stringLiteralValue,
} from './literals.ts';
export { printable, showText } from './scanner.ts';
