import { lineSpan, type Position, type Span } from '../source/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';

/**
 * The syntax tree of one file, as columns: a line of assembly is small, a file has many, and columns of typed arrays are
 * ten times cheaper than an object a line. Read it through the functions below.
 *
 * Invariants: tokens and statements are in text order; every token lies within one line; tokens of line l are
 * `lineTokens[l]` to `lineTokens[l + 1]`; operands of a statement are the tokens behind its head up to its end.
 */
export interface SyntaxTree {
  readonly text: string;
  readonly lineCount: number;
  /** Offset of each line's first unit, and behind them the length of the text. */
  readonly lineStarts: Int32Array;
  /** First token of each line, and behind them the number of tokens. */
  readonly lineTokens: Int32Array;

  readonly tokenCount: number;
  readonly tokenKinds: Uint8Array;
  /** Offsets in the text, the end exclusive. */
  readonly tokenStarts: Int32Array;
  readonly tokenEnds: Int32Array;

  readonly statementCount: number;
  readonly statementKinds: Uint8Array;
  /** The opcode of an instruction, the index in `DIRECTIVE_NAMES` of a directive, else 0. */
  readonly statementCodes: Uint8Array;
  /** The token of the mnemonic, the directive or the label's name. */
  readonly statementHeads: Int32Array;
  /** One past the last operand's token. */
  readonly statementEnds: Int32Array;
  readonly statementLines: Int32Array;
  /** 1 where the text of the statement is wrong and a diagnostic says so: its operands mean nothing. */
  readonly statementFaults: Uint8Array;

  /** Functions and classes as they are nested; the file itself first, then in the order of their opening lines. */
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

export const TokenKind = {
  Label: 1,
  Mnemonic: 2,
  Directive: 3,
  Name: 4,
  /** `True`, `False`, `None`, `inf`, `-inf`, `nan` */
  Keyword: 5,
  Int: 6,
  Float: 7,
  String: 8,
  /** `=`, `*` and `**` in the parameters of `.func` */
  Equals: 9,
  Star: 10,
  StarStar: 11,
  Comment: 12,
  /** What is no token of the language; a diagnostic tells why. */
  Bad: 13,
} as const;
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

export const StatementKind = {
  Label: 1,
  Instruction: 2,
  Directive: 3,
  /** A line whose instruction or directive is unknown. */
  Unknown: 4,
} as const;
export type StatementKind = (typeof StatementKind)[keyof typeof StatementKind];

/** A function, a class, or the file; its own statements are those from `open` to `close` that lie in no inner block. */
export interface Block {
  readonly kind: 'file' | 'function' | 'class';
  /** Index in `blocks`; -1 for the file. */
  readonly parent: number;
  /** The statement of `.func` or `.class`; -1 for the file. */
  readonly open: number;
  /** The statement of `.end`; where it is missing, and for the file, the number of statements up to which the block goes. */
  readonly close: number;
  readonly isClosed: boolean;
}

export function tokenText(tree: SyntaxTree, token: number): string {
  return tree.text.slice(tree.tokenStarts[token], tree.tokenEnds[token]);
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
  return lineOfOffset(tree, tree.tokenStarts[token]);
}

export function spanOfToken(tree: SyntaxTree, token: number): Span {
  const line = lineOfToken(tree, token);
  const start = tree.lineStarts[line];
  return lineSpan(line, tree.tokenStarts[token] - start, tree.tokenEnds[token] - start);
}

/** From the start of one token to the end of another. */
export function spanOfTokens(tree: SyntaxTree, first: number, last: number): Span {
  return { start: spanOfToken(tree, first).start, end: spanOfToken(tree, last).end };
}

/** From the mnemonic or directive to its last operand. */
export function spanOfStatement(tree: SyntaxTree, statement: number): Span {
  return spanOfTokens(tree, tree.statementHeads[statement], tree.statementEnds[statement] - 1);
}

/** The text of a line without its line end. */
export function lineText(tree: SyntaxTree, line: number): string {
  return tree.text.slice(tree.lineStarts[line], tree.lineStarts[line + 1]).replace(/\r?\n$/, '');
}

/** The token that a place is in or at the end of (the one that starts there, if two touch); -1 when there is none. */
export function tokenAt(tree: SyntaxTree, place: Position): number {
  if (place.line >= tree.lineCount) return -1;
  const offset = tree.lineStarts[place.line] + place.column;
  let low = tree.lineTokens[place.line] - 1;
  let high = tree.lineTokens[place.line + 1] - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tree.tokenStarts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low >= tree.lineTokens[place.line] && offset <= tree.tokenEnds[low] ? low : -1;
}

/** The statement that a token belongs to, its own label statement for a label's name; -1 for a comment. */
export function statementOfToken(tree: SyntaxTree, token: number): number {
  let low = 0;
  let high = tree.statementCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tree.statementHeads[middle] <= token) low = middle;
    else high = middle - 1;
  }
  const isInside = tree.statementCount > 0 && tree.statementHeads[low] <= token && token < tree.statementEnds[low];
  return isInside ? low : -1;
}

/** The statements of a line, as a half-open range of indices. */
export function statementsOfLine(tree: SyntaxTree, line: number): { from: number; to: number } {
  return { from: firstStatementAtOrBelow(tree, line), to: firstStatementAtOrBelow(tree, line + 1) };
}

/** The innermost block that a line is in; opening and closing lines are inside. An index in `blocks`. */
export function blockOfLine(tree: SyntaxTree, line: number): number {
  let innermost = 0;
  for (let index = 1; index < tree.blocks.length; index++) {
    const { from, to } = linesOfBlock(tree, index);
    if (from > line) break;
    if (line <= to) innermost = index;
  }
  return innermost;
}

/** The first and the last line of a block, both inside. */
export function linesOfBlock(tree: SyntaxTree, index: number): { from: number; to: number } {
  const block = tree.blocks[index];
  if (block.open < 0) return { from: 0, to: tree.lineCount - 1 };
  const from = tree.statementLines[block.open];
  if (block.close < tree.statementCount)
    return { from, to: tree.statementLines[block.close] - (block.isClosed ? 0 : 1) };
  return { from, to: tree.lineCount - 1 };
}

function firstStatementAtOrBelow(tree: SyntaxTree, line: number): number {
  let low = 0;
  let high = tree.statementCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.statementLines[middle] < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
