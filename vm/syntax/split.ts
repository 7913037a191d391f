import { moveDiagnostic } from '../diagnostics/index.ts';
import { StatementKind, TokenKind, type Block, type SyntaxTree } from './tree.ts';

/**
 * A stretch of whole lines with a tree of its own, whose places count from its first line: an outermost function or class with
 * the comments above it, or what main has between two of these. A directive that nobody knows, with nothing of main behind it,
 * belongs to the function below it as a comment does: it is on its way to be one. Immutable, and the same object as long as its
 * text is: what was made of it can be kept.
 *
 * The text of a section ends with a line end, except for the last section of a file.
 */
export interface Section {
  readonly tree: SyntaxTree;
  /** Whether statements stand in it that belong to main. */
  readonly hasMain: boolean;
}

/** Cuts the tree of a text into those of its sections; `isAtEnd` says whether the file ends with it. Linear. */
export function splitTree(tree: SyntaxTree, isAtEnd: boolean): Section[] {
  const sections: Section[] = [];
  const diagnostics = tree.diagnostics.toSorted((a, b) => a.span.start.line - b.span.start.line);
  let nextDiagnostic = 0;
  const cut = (lines: Lines, hasMain: boolean): void => {
    if (lines.from === lines.to) return;
    const firstDiagnostic = nextDiagnostic;
    while (diagnostics[nextDiagnostic]?.span.start.line < lines.to) nextDiagnostic++;
    const inside = diagnostics.slice(firstDiagnostic, nextDiagnostic);
    sections.push({ tree: cutTree(tree, lines, inside), hasMain });
  };
  const blockCount = tree.blocks.length;
  let line = 0;
  let block = 1;
  for (;;) {
    const from = line;
    const firstBlock = block;
    // A label in front of `.func` is main's: what it has goes on behind such a function.
    while (block < blockCount && isBehindLabel(tree, tree.blocks[block].open)) {
      line = endLine(tree, tree.blocks[block]);
      block = blockBehind(tree, block);
    }
    const opening = block < blockCount ? tree.statementLines[tree.blocks[block].open] : tree.lineCount;
    let mainEnd = endOfMain(tree, line, opening);
    // Comments at the end of a file stay with main, where it has something above them.
    if (block === blockCount && isAtEnd && mainEnd > from && !hasStatements(tree, mainEnd, opening)) mainEnd = opening;
    cut({ from, to: mainEnd, firstBlock, endBlock: block }, true);
    const next = block < blockCount ? blockBehind(tree, block) : blockCount;
    line = block < blockCount ? endLine(tree, tree.blocks[block]) : tree.lineCount;
    cut({ from: mainEnd, to: line, firstBlock: block, endBlock: next }, false);
    if (block === blockCount) return sections;
    block = next;
  }
}

/** Half-open ranges of lines and of blocks. */
interface Lines {
  readonly from: number;
  readonly to: number;
  readonly firstBlock: number;
  readonly endBlock: number;
}

function isBehindLabel(tree: SyntaxTree, statement: number): boolean {
  return statement > 0 && tree.statementLines[statement - 1] === tree.statementLines[statement];
}

/** The first outermost block behind one. */
function blockBehind(tree: SyntaxTree, block: number): number {
  let next = block + 1;
  while (next < tree.blocks.length && tree.blocks[next].parent !== 0) next++;
  return next;
}

/** The line behind a block; of one whose `.end` is missing, that behind its last statement. */
function endLine(tree: SyntaxTree, { isClosed, close }: Block): number {
  if (isClosed) return tree.statementLines[close] + 1;
  return close < tree.statementCount ? tree.statementLines[close - 1] + 1 : tree.lineCount;
}

function hasStatements(tree: SyntaxTree, from: number, to: number): boolean {
  return firstStatementAt(tree, from) < firstStatementAt(tree, to);
}

/** The line behind the last of some in which something of main stands; the first of them where there is nothing. */
function endOfMain(tree: SyntaxTree, from: number, to: number): number {
  let line = to;
  while (line > from && !isOfMain(tree, line - 1)) line--;
  return line;
}

/** Whether a line has more than a comment, or a directive that nobody knows. */
function isOfMain(tree: SyntaxTree, line: number): boolean {
  const first = tree.lineTokens[line];
  if (first === tree.lineTokens[line + 1] || tree.tokenKinds[first] === TokenKind.Comment) return false;
  return (
    tree.text[tree.tokenStarts[first]] !== '.' ||
    tree.statementKinds[firstStatementAt(tree, line)] !== StatementKind.Unknown
  );
}

function cutTree(whole: SyntaxTree, lines: Lines, diagnostics: SyntaxTree['diagnostics']): SyntaxTree {
  const { from, to, firstBlock, endBlock } = lines;
  if (from === 0 && to === whole.lineCount) return whole;
  const offset = whole.lineStarts[from];
  const token = whole.lineTokens[from];
  const tokenEnd = whole.lineTokens[to];
  const statement = firstStatementAt(whole, from);
  const statementEnd = firstStatementAt(whole, to);
  const isLast = to === whole.lineCount;
  const lineCount = to - from + (isLast ? 0 : 1);
  const tokenCount = tokenEnd - token;
  const statementCount = statementEnd - statement;
  const columns = new Columns(
    2 * (lineCount + 1) + 2 * tokenCount + 3 * statementCount,
    tokenCount + 3 * statementCount,
  );
  return {
    text: whole.text.slice(offset, whole.lineStarts[to]),
    lineCount,
    lineStarts: columns.lines(whole.lineStarts, from, to, lineCount, offset),
    lineTokens: columns.lines(whole.lineTokens, from, to, lineCount, token),
    tokenCount,
    tokenKinds: columns.bytes(whole.tokenKinds, token, tokenEnd),
    tokenStarts: columns.numbers(whole.tokenStarts, token, tokenEnd, offset),
    tokenEnds: columns.numbers(whole.tokenEnds, token, tokenEnd, offset),
    statementCount,
    statementKinds: columns.bytes(whole.statementKinds, statement, statementEnd),
    statementCodes: columns.bytes(whole.statementCodes, statement, statementEnd),
    statementHeads: columns.numbers(whole.statementHeads, statement, statementEnd, token),
    statementEnds: columns.numbers(whole.statementEnds, statement, statementEnd, token),
    statementLines: columns.numbers(whole.statementLines, statement, statementEnd, from),
    statementFaults: columns.bytes(whole.statementFaults, statement, statementEnd),
    blocks: cutBlocks(whole, firstBlock, endBlock, statement, statementEnd),
    diagnostics: diagnostics.map(diagnostic => moveDiagnostic(diagnostic, line => line - from)),
  };
}

/** The blocks from one index to another, and before them that of the section, which has the statements from one to another. */
function cutBlocks(
  { blocks }: SyntaxTree,
  first: number,
  end: number,
  statement: number,
  statementEnd: number,
): Block[] {
  const cut: Block[] = [
    { kind: 'file', parent: -1, open: -1, close: statementEnd - statement, isClosed: true, reach: 0 },
  ];
  for (let index = first; index < end; index++) {
    const { kind, parent, open, close, isClosed, reach } = blocks[index];
    const ownParent = parent === 0 ? 0 : parent - first + 1;
    cut.push({ kind, parent: ownParent, open: open - statement, close: close - statement, isClosed, reach });
  }
  return cut;
}

/** Cuts columns out of others. All are parts of one buffer: there are many sections, and most are small. */
class Columns {
  private readonly buffer: ArrayBuffer;
  private nextNumber = 0;
  private nextByte: number;

  constructor(numberCount: number, byteCount: number) {
    this.buffer = new ArrayBuffer(BYTES_OF_NUMBER * numberCount + byteCount);
    this.nextByte = BYTES_OF_NUMBER * numberCount;
  }

  /** The values from one index to another, less what stands in front. */
  numbers(column: Int32Array, from: number, to: number, base: number): Int32Array {
    const cut = this.take(to - from);
    for (let index = from; index < to; index++) cut[index - from] = column[index] - base;
    return cut;
  }

  /**
   * The same for lines, with what is behind the last one. Where others follow in the text, a tree has one more line, which is
   * empty.
   */
  lines(column: Int32Array, from: number, to: number, lineCount: number, base: number): Int32Array {
    const cut = this.take(lineCount + 1);
    for (let line = 0; line <= lineCount; line++) cut[line] = column[Math.min(from + line, to)] - base;
    return cut;
  }

  bytes(column: Uint8Array, from: number, to: number): Uint8Array {
    const cut = new Uint8Array(this.buffer, this.nextByte, to - from);
    this.nextByte += to - from;
    // Faster than `set` for so few.
    for (let index = from; index < to; index++) cut[index - from] = column[index];
    return cut;
  }

  private take(length: number): Int32Array {
    const cut = new Int32Array(this.buffer, BYTES_OF_NUMBER * this.nextNumber, length);
    this.nextNumber += length;
    return cut;
  }
}

const BYTES_OF_NUMBER = 4;

/** The first statement at or below a line, by binary search. */
function firstStatementAt(tree: SyntaxTree, line: number): number {
  let low = 0;
  let high = tree.statementCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.statementLines[middle] < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether all blocks of a tree are closed, and each `.end` closes one: then it says nothing of what stands around. */
export function isEven(tree: SyntaxTree): boolean {
  return !isOpenEnded(tree) && !tree.diagnostics.some(({ kind }) => kind === 'misplaced');
}

/** Whether an `.end` is missing in a tree: where its block ends depends on all that follows. */
export function isOpenEnded(tree: SyntaxTree): boolean {
  return tree.blocks.some(({ isClosed }) => !isClosed);
}
