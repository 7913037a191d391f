import { lineText, linesOfBlock, type Span, type SyntaxTree } from '../vm/index.ts';

/** All lines of a function or class, from its opening line to its `.end`; of the file all of it. */
export function wholeBlockSpan(tree: SyntaxTree, block: number): Span {
  const { from, to } = linesOfBlock(tree, block);
  return wholeLines(tree, from, Math.max(from, to));
}

/** Some lines, the first and the last inside, without the line end of the last. */
export function wholeLines(tree: SyntaxTree, first: number, last: number): Span {
  return { start: { line: first, column: 0 }, end: { line: last, column: lineText(tree, last).length } };
}
