import type { TextEdit } from 'vscode-languageserver';
import { lineOfOffset, lineText, sliceText, type Module, type Position, type SyntaxTree } from '../vm/index.ts';
import type { PositionConverter } from './convert.ts';

/** A change of a text between two offsets. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A text after edits that do not overlap, in any order; those of one place go in the order in which they are given. */
export function applyOffsetEdits(text: string, edits: readonly OffsetEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, newText } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, start), newText);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** Whether no two edits change the same stretch of text. */
export function areApart(edits: readonly OffsetEdit[]): boolean {
  const inOrder = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return inOrder.every(({ start }, index) => index === 0 || inOrder[index - 1].end <= start);
}

export function toTextEdit(
  positions: PositionConverter,
  tree: SyntaxTree,
  { start, end, newText }: OffsetEdit,
): TextEdit {
  return { range: positions.toRange(tree, { start: placeOf(tree, start), end: placeOf(tree, end) }), newText };
}

function placeOf(tree: SyntaxTree, offset: number): Position {
  const line = lineOfOffset(tree, offset);
  return { line, column: offset - tree.lineStarts[line] };
}

export function insertText(offset: number, newText: string): OffsetEdit {
  return { start: offset, end: offset, newText };
}

/** Lines put in before a line; behind the last one when the line is that of the end. */
export function insertLines(tree: SyntaxTree, line: number, lines: readonly string[]): OffsetEdit {
  const lineEnd = lineEndOf(tree);
  const isBehindAll = line >= tree.lineCount;
  const start = isBehindAll ? tree.text.length : tree.lineStarts[line];
  const isLastOpen = isBehindAll && tree.text !== '' && !tree.text.endsWith('\n');
  const newText = lines.map(each => each + lineEnd).join('');
  return { start, end: start, newText: isLastOpen ? lineEnd + newText : newText };
}

/** Whole lines taken out, the last one inside. */
export function deleteLines(tree: SyntaxTree, from: number, to: number): OffsetEdit {
  return { start: tree.lineStarts[from], end: tree.lineStarts[Math.min(to + 1, tree.lineCount)], newText: '' };
}

export function replaceToken(tree: SyntaxTree, token: number, newText: string): OffsetEdit {
  return { start: tree.tokenStarts[token], end: tree.tokenEnds[token], newText };
}

/** What ends the lines of a text: as the first one does. */
export function lineEndOf(tree: SyntaxTree): string {
  return sliceText(tree, 0, tree.lineStarts[1]).endsWith('\r\n') ? '\r\n' : '\n';
}

/** The blanks before the instructions of a scope, as its first one that has a line to itself shows them. */
export function indentOf({ tree, scopes }: Module, scope: number): string {
  for (const statement of scopes[scope].instructions) {
    const line = tree.statementLines[statement];
    if (tree.lineTokens[line] === tree.statementHeads[statement]) return blanksBefore(tree, line);
  }
  const { open } = tree.blocks[scope];
  return `${open < 0 ? '' : blanksBefore(tree, tree.statementLines[open])}${USUAL_INDENT}`;
}

/** The blanks that a line begins with. */
export function blanksBefore(tree: SyntaxTree, line: number): string {
  return /^[ \t]*/.exec(lineText(tree, line))?.[0] ?? '';
}

const USUAL_INDENT = '        ';
