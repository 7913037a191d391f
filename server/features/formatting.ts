import type { DocumentOnTypeFormattingOptions, Position, Range, TextEdit } from 'vscode-languageserver';
import {
  StatementKind,
  TokenKind,
  blockOfLine,
  formatText,
  lineText,
  linesOfBlock,
  parse,
  statementsOfLine,
  type SyntaxTree,
} from '../../vm/index.ts';
import { isCommentLine } from '../doc-comment.ts';
import type { Snapshot } from '../snapshot.ts';
import { lineEndOf, toTextEdit, type OffsetEdit } from '../text-edits.ts';

/** A line that is finished is brought into form, and a label as soon as it is one. */
export const FORMATTING_TRIGGERS: DocumentOnTypeFormattingOptions = {
  firstTriggerCharacter: '\n',
  moreTriggerCharacter: [':'],
};

/** How far a line is looked for in the other text before it counts as new or gone. */
const LOOK_AHEAD = 20;

/** The edits that bring the file into its standard form: of lines that change only, so that cursors and marks stay. */
export function formatting({ analysis, positions }: Snapshot): TextEdit[] {
  const { tree } = analysis.module;
  return lineEdits(tree.text, formatText(tree)).map(edit => toTextEdit(positions, tree, edit));
}

/** Of these edits those of some lines. Only what decides about their form is looked at, not all of a long file. */
export function rangeFormatting({ analysis, positions }: Snapshot, range: Range): TextEdit[] {
  const { tree } = analysis.module;
  const { start, end } = positions.toSpan(tree, range);
  // A range of whole lines ends at the start of the line behind them.
  const last = end.column === 0 && end.line > start.line ? end.line - 1 : end.line;
  return editsOfLines(tree, start.line, last).map(edit => toTextEdit(positions, tree, edit));
}

/** What typing a character brings into form: a line break the line above it, the colon of a label its line. */
export function onTypeFormatting({ analysis, positions }: Snapshot, position: Position, typed: string): TextEdit[] {
  const { tree } = analysis.module;
  const { line } = positions.toPlace(tree, position);
  const finished = typed === '\n' ? line - 1 : line;
  if (finished < 0 || finished >= tree.lineCount) return [];
  return editsOfLines(tree, finished, finished).map(edit => toTextEdit(positions, tree, edit));
}

/** The edits within some lines that formatting the whole file would make; a comment that goes on over them stays in one piece. */
function editsOfLines(tree: SyntaxTree, from: number, to: number): OffsetEdit[] {
  const { first, last } = withWholeComments(tree, from, to);
  return editsOfWholeLines(tree, first, last);
}

/** Whether a comment goes on with that of the line above, the columns of both tell: so they are brought into form together. */
function withWholeComments(tree: SyntaxTree, from: number, to: number): { first: number; last: number } {
  let first = from;
  let last = to;
  while (first > 0 && isCommentLine(tree, first) && hasComment(tree, first - 1)) first--;
  while (last + 1 < tree.lineCount && isCommentLine(tree, last + 1) && hasComment(tree, last)) last++;
  return { first, last };
}

function hasComment(tree: SyntaxTree, line: number): boolean {
  const end = tree.lineTokens[line + 1];
  return end > tree.lineTokens[line] && tree.tokenKinds[end - 1] === TokenKind.Comment;
}

function editsOfWholeLines(tree: SyntaxTree, first: number, last: number): OffsetEdit[] {
  const lines = linesThatDecide(tree, first, last);
  const from = tree.lineStarts[lines.from];
  const piece = tree.text.slice(from, tree.lineStarts[lines.to + 1]);
  const pieceTree = parse(`${lineEndOf(tree)}${piece}`);
  // A comment at the top of a file has a form of its own, which one behind an empty line has not; and the first line end of a
  // file decides about all others.
  const isWhole = lines.from === 0;
  const edits = isWhole ? lineEdits(piece, formatText(parse(piece))) : lineEdits(pieceTree.text, formatText(pieceTree));
  const offset = isWhole ? from : from - lineEndOf(tree).length;
  const start = tree.lineStarts[first];
  const end = tree.lineStarts[last + 1];
  return edits
    .map(edit => ({ start: edit.start + offset, end: edit.end + offset, newText: edit.newText }))
    .filter(edit => edit.start >= start && edit.end <= end && (edit.start < end || end === tree.text.length));
}

/**
 * The lines around some others that decide about their form: the outermost function or class that they stand in, for its
 * indent; and the lines whose comments stand in one column with theirs.
 */
function linesThatDecide(tree: SyntaxTree, first: number, last: number): { from: number; to: number } {
  let from = first;
  let to = last;
  for (;;) {
    let start = Math.min(from, outermostBlock(tree, from)?.from ?? from);
    let end = Math.max(to, outermostBlock(tree, to)?.to ?? to);
    // Empty lines are never at an edge: how many of them stay, those around them decide.
    while (start > 0 && (isBlank(tree, start) || !isApart(tree, start))) start--;
    while (end + 1 < tree.lineCount && (isBlank(tree, end) || !isApart(tree, end + 1))) end++;
    if (start === from && end === to) return { from, to };
    from = start;
    to = end;
  }
}

/** The lines of the outermost function or class with an `.end` that a line is in; those without one do not indent. */
function outermostBlock(tree: SyntaxTree, line: number): { from: number; to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  for (let block = blockOfLine(tree, line); block > 0; block = tree.blocks[block].parent) {
    if (tree.blocks[block].isClosed) found = linesOfBlock(tree, block);
  }
  return found;
}

/**
 * Whether the form of a line has nothing to do with that of the one above: one of them is empty; or no comment reaches over
 * both, because instructions follow directives or the other way round, or because none of the directives that stand together
 * there has one. A comment on a line of its own belongs to what stands below it, unless it goes on with one above.
 */
function isApart(tree: SyntaxTree, line: number): boolean {
  const above = kindOfLine(tree, line - 1);
  if (above === 'blank' || isBlank(tree, line)) return true;
  if (above === 'comment' || above === 'broken' || hasComment(tree, line - 1)) return false;
  let code = line;
  while (kindOfLine(tree, code) === 'comment') code++;
  const below = kindOfLine(tree, code);
  if (below === 'blank' || below === 'broken') return below === 'blank';
  return above !== below || (below === 'directive' && !hasDirectiveWithComment(tree, code));
}

/** Whether a directive of those that stand together with that of a line has a comment behind it. */
function hasDirectiveWithComment(tree: SyntaxTree, line: number): boolean {
  for (const step of [-1, 1]) {
    let at = line;
    for (; GOES_ON.has(kindOfLine(tree, at)); at += step) {
      if (kindOfLine(tree, at) === 'directive' && hasComment(tree, at)) return true;
    }
    // What is not understood may hold any.
    if (kindOfLine(tree, at) === 'broken') return true;
  }
  return false;
}

const GOES_ON: ReadonlySet<LineKind> = new Set<LineKind>(['directive', 'comment']);

function isBlank(tree: SyntaxTree, line: number): boolean {
  return lineText(tree, line).trim() === '';
}

type LineKind = 'blank' | 'comment' | 'instruction' | 'directive' | 'broken';

/** What formatting takes a line for; `broken` is one that it leaves as it is. Beyond the text all is blank. */
function kindOfLine(tree: SyntaxTree, line: number): LineKind {
  if (line < 0 || line >= tree.lineCount || isBlank(tree, line)) return 'blank';
  if (isCommentLine(tree, line)) return 'comment';
  const { from, to } = statementsOfLine(tree, line);
  const isUnderstood =
    from < to && tree.statementFaults[to - 1] === 0 && tree.statementKinds[to - 1] !== StatementKind.Unknown;
  if (!isUnderstood || hasMistake(tree, line)) return 'broken';
  return tree.statementKinds[to - 1] === StatementKind.Directive ? 'directive' : 'instruction';
}

function hasMistake(tree: SyntaxTree, line: number): boolean {
  return tree.tokenKinds.subarray(tree.lineTokens[line], tree.lineTokens[line + 1]).includes(TokenKind.Bad);
}

/**
 * Edits of single lines that make one text of another. Lines that say the same but for blanks and letter case belong together;
 * between such pairs lines are replaced as a whole. Linear in the length of the texts.
 */
export function lineEdits(from: string, to: string): OffsetEdit[] {
  if (from === to) return [];
  const { start, fromEnd, toEnd } = differingLines(from, to);
  const edits = editsBetween(from.slice(start, fromEnd), to.slice(start, toEnd));
  return edits.map(edit => ({ start: start + edit.start, end: start + edit.end, newText: edit.newText }));
}

/** The stretch of whole lines in which two texts differ: most of a large file is as it should be. */
function differingLines(from: string, to: string): { start: number; fromEnd: number; toEnd: number } {
  const shorter = Math.min(from.length, to.length);
  let same = 0;
  while (same < shorter && from.charCodeAt(same) === to.charCodeAt(same)) same++;
  const start = same === 0 ? 0 : from.lastIndexOf('\n', same - 1) + 1;
  let behind = 0;
  const most = shorter - start;
  while (behind < most && from.charCodeAt(from.length - 1 - behind) === to.charCodeAt(to.length - 1 - behind)) behind++;
  const lineEnd = from.indexOf('\n', from.length - behind);
  const sameEnd = lineEnd < 0 ? 0 : from.length - lineEnd - 1;
  return { start, fromEnd: from.length - sameEnd, toEnd: to.length - sameEnd };
}

function editsBetween(from: string, to: string): OffsetEdit[] {
  const oldLines = linesOf(from);
  const newLines = linesOf(to);
  const oldKeys = oldLines.map(keyOf);
  const newKeys = newLines.map(keyOf);
  const edits: OffsetEdit[] = [];
  let offset = 0;
  let i = 0;
  let j = 0;
  while (i < oldLines.length || j < newLines.length) {
    const [gone, added] = nextPair(oldKeys, newKeys, i, j);
    const old = oldLines.slice(i, i + gone).join('');
    const newText = newLines.slice(j, j + added).join('');
    if (old !== newText) edits.push({ start: offset, end: offset + old.length, newText });
    offset += old.length;
    i += gone;
    j += added;
    if (i >= oldLines.length || j >= newLines.length) continue;
    if (oldLines[i] !== newLines[j]) edits.push(editOfLine(offset, oldLines[i], newLines[j]));
    offset += oldLines[i++].length;
    j++;
  }
  return edits;
}

/** How many old and new lines stand before the next two that belong together. */
function nextPair(oldKeys: readonly string[], newKeys: readonly string[], i: number, j: number): [number, number] {
  for (let distance = 0; distance <= LOOK_AHEAD; distance++) {
    for (let gone = 0; gone <= distance; gone++) {
      const key = oldKeys[i + gone];
      if (key !== undefined && key === newKeys[j + distance - gone]) return [gone, distance - gone];
    }
  }
  const isNear = Math.min(oldKeys.length - i, newKeys.length - j) <= LOOK_AHEAD;
  return isNear ? [oldKeys.length - i, newKeys.length - j] : [LOOK_AHEAD, LOOK_AHEAD];
}

/** Leaves the line end alone where it stays. */
function editOfLine(start: number, old: string, formatted: string): OffsetEdit {
  const lineEnd = /\r?\n$/.exec(old)?.[0] ?? '';
  const isSameEnd = (/\r?\n$/.exec(formatted)?.[0] ?? '') === lineEnd;
  const kept = isSameEnd ? lineEnd.length : 0;
  return { start, end: start + old.length - kept, newText: formatted.slice(0, formatted.length - kept) };
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function keyOf(line: string): string {
  return line.replaceAll(/[\s,]+/g, '').toUpperCase();
}
