import { lineSpan, moveSpan, type Position, type Span } from '../source/index.ts';
import { JoinedTree } from './joined-tree.ts';
import type { SyntaxTree } from './tree.ts';

/**
 * Where tokens, statements and blocks of a tree are, and what is at a place: binary searches all, and in a tree of sections
 * without joining it.
 */

/**
 * Plain trees that make up a tree, in order: those of its sections, where functions and classes end with the section that they
 * begin in; else it as a whole. For those who read all of it, one part after another, and need not have it in one piece.
 */
export function independentParts(tree: SyntaxTree): readonly SyntaxTree[] {
  if (!(tree instanceof JoinedTree)) return [tree];
  if (tree.flat !== undefined || tree.unevenSections.length > 0) return [tree.flat ?? tree.flatten()];
  return [...tree.sections].map(section => section.tree);
}

export function tokenText(tree: SyntaxTree, token: number): string {
  const { part, base } = partOfToken(tree, token);
  return part.text.slice(part.tokenStarts[token - base], part.tokenEnds[token - base]);
}

export function tokenKind(tree: SyntaxTree, token: number): number {
  const { part, base } = partOfToken(tree, token);
  return part.tokenKinds[token - base];
}

/** The text from one offset up to another, like `tree.text.slice`, but that a few words of a large file are had without all of it. */
export function sliceText(tree: SyntaxTree, start: number, end: number): string {
  if (start >= end) return '';
  if (!(tree instanceof JoinedTree) || tree.flat !== undefined) return tree.text.slice(start, end);
  const { sections, bases } = tree;
  let text = '';
  for (let section = bases.offsets.lastUpTo(start, sections.length); section < sections.length; section++) {
    const offset = bases.offsets.at(section);
    if (offset >= end) break;
    text += sections.at(section).tree.text.slice(Math.max(0, start - offset), end - offset);
  }
  return text;
}

/** The 0-based line that an offset is in, by binary search. */
export function lineOfOffset(tree: SyntaxTree, offset: number): number {
  let low = 0;
  let high = tree.lineCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tree.lineStarts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function positionOfOffset(tree: SyntaxTree, offset: number): Position {
  const line = lineOfOffset(tree, offset);
  return { line, column: offset - tree.lineStarts[line] };
}

export function lineOfToken(tree: SyntaxTree, token: number): number {
  const { part, base, line } = partOfToken(tree, token);
  return line + lineOfOffset(part, part.tokenStarts[token - base]);
}

export function spanOfToken(tree: SyntaxTree, token: number): Span {
  const { part, base, line } = partOfToken(tree, token);
  const start = part.tokenStarts[token - base];
  const own = lineOfOffset(part, start);
  const lineStart = part.lineStarts[own];
  return lineSpan(line + own, start - lineStart, part.tokenEnds[token - base] - lineStart);
}

/** From the start of one token to the end of another. */
export function spanOfTokens(tree: SyntaxTree, first: number, last: number): Span {
  return { start: spanOfToken(tree, first).start, end: spanOfToken(tree, last).end };
}

/** From the mnemonic or directive to its last operand. */
export function spanOfStatement(tree: SyntaxTree, statement: number): Span {
  const { part, base, line } = partOfStatement(tree, statement);
  const own = statement - base;
  const span = spanOfTokens(part, part.statementHeads[own], part.statementEnds[own] - 1);
  return line === 0 ? span : moveSpan(span, each => each + line);
}

/** The 0-based line of a statement. */
export function lineOfStatement(tree: SyntaxTree, statement: number): number {
  const { part, base, line } = partOfStatement(tree, statement);
  return line + part.statementLines[statement - base];
}

/** The text of a line without its line end. */
export function lineText(tree: SyntaxTree, line: number): string {
  const { part, line: base } = partOfLine(tree, line);
  return part.text.slice(part.lineStarts[line - base], part.lineStarts[line - base + 1]).replace(/\r?\n$/, '');
}

/** The token that a place is in or at the end of (the one that starts there, if two touch); -1 when there is none. */
export function tokenAt(tree: SyntaxTree, place: Position): number {
  if (place.line >= tree.lineCount) return -1;
  const { part, line, token } = partOfLine(tree, place.line);
  const own = place.line - line;
  const offset = part.lineStarts[own] + place.column;
  let low = part.lineTokens[own] - 1;
  let high = part.lineTokens[own + 1] - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (part.tokenStarts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low >= part.lineTokens[own] && offset <= part.tokenEnds[low] ? token + low : -1;
}

/** The statement that a token belongs to, its own label statement for a label's name; -1 for a comment. */
export function statementOfToken(tree: SyntaxTree, token: number): number {
  const { part, base, statement } = partOfToken(tree, token);
  const own = token - base;
  let low = 0;
  let high = part.statementCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (part.statementHeads[middle] <= own) low = middle;
    else high = middle - 1;
  }
  const isInside = part.statementCount > 0 && part.statementHeads[low] <= own && own < part.statementEnds[low];
  return isInside ? statement + low : -1;
}

/** The statements of a line, as a half-open range of indices. */
export function statementsOfLine(tree: SyntaxTree, line: number): { from: number; to: number } {
  return { from: firstStatementAtOrBelow(tree, line), to: firstStatementAtOrBelow(tree, line + 1) };
}

/** The innermost block that a line is in; opening and closing lines are inside. An index in `blocks`. */
export function blockOfLine(tree: SyntaxTree, line: number): number {
  const { part, line: base, block } = partOfLine(tree, line);
  let innermost = 0;
  for (let index = 1; index < part.blocks.length; index++) {
    const { from, to } = linesOfBlock(part, index);
    if (from > line - base) break;
    if (line - base <= to) innermost = index;
  }
  return innermost === 0 ? 0 : block + innermost;
}

/** The first and the last line of a block, both inside. */
export function linesOfBlock(tree: SyntaxTree, index: number): { from: number; to: number } {
  const block = tree.blocks[index];
  if (block.open < 0) return { from: 0, to: tree.lineCount - 1 };
  const from = lineOfStatement(tree, block.open);
  if (block.close < tree.statementCount)
    return { from, to: lineOfStatement(tree, block.isClosed ? block.close : block.close - 1) };
  return { from, to: tree.lineCount - 1 };
}

function firstStatementAtOrBelow(tree: SyntaxTree, line: number): number {
  if (line >= tree.lineCount) return tree.statementCount;
  const { part, line: base, statement } = partOfLine(tree, line);
  let low = 0;
  let high = part.statementCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (part.statementLines[middle] < line - base) low = middle + 1;
    else high = middle;
  }
  return statement + low;
}

/** The tree of a section, and how much stands in front of it: `base` of what was asked for. */
interface Part {
  readonly part: SyntaxTree;
  readonly base: number;
  readonly line: number;
  readonly token: number;
  readonly statement: number;
  readonly block: number;
}

function partOfToken(tree: SyntaxTree, token: number): Part {
  if (!(tree instanceof JoinedTree)) return wholeOf(tree);
  return tree.flat === undefined ? partAt(tree, tree.sectionOfToken(token), 'token') : wholeOf(tree.flat);
}

function partOfStatement(tree: SyntaxTree, statement: number): Part {
  if (!(tree instanceof JoinedTree)) return wholeOf(tree);
  return tree.flat === undefined ? partAt(tree, tree.sectionOfStatement(statement), 'statement') : wholeOf(tree.flat);
}

function partOfLine(tree: SyntaxTree, line: number): Part {
  if (!(tree instanceof JoinedTree)) return wholeOf(tree);
  return tree.flat === undefined ? partAt(tree, tree.sectionOfLine(line), 'line') : wholeOf(tree.flat);
}

function wholeOf(part: SyntaxTree): Part {
  return { part, base: 0, line: 0, token: 0, statement: 0, block: 0 };
}

function partAt({ sections, bases }: JoinedTree, section: number, of: 'line' | 'token' | 'statement'): Part {
  const line = bases.lines.at(section);
  const token = bases.tokens.at(section);
  const statement = bases.statements.at(section);
  const base = of === 'line' ? line : of === 'token' ? token : statement;
  return { part: sections.at(section).tree, base, line, token, statement, block: bases.blocks.at(section) };
}
