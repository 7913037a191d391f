export * from './tree.ts';
export { parse } from './parser.ts';
export { isIdentifier } from './characters.ts';
export {
  KEYWORDS,
  floatLiteralValue,
  intLiteralValue,
  isFloatLiteral,
  isIntLiteral,
  stringLiteral,
  stringLiteralValue,
} from './literals.ts';
export { printable, showText } from './scanner.ts';
