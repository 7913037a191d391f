import type { TextEdit } from 'vscode-languageserver';
import { formatText, lineOfOffset, type Span, type SyntaxTree } from '../../vm/index.ts';
import type { Snapshot } from '../snapshot.ts';

/** How far a line is looked for in the other text before it counts as new or gone. */
const LOOK_AHEAD = 20;

/** The edits that bring the file into its standard form: of lines that change only, so that cursors and marks stay. */
export function formatting({ analysis, positions }: Snapshot): TextEdit[] {
  const { tree } = analysis.module;
  const edits: TextEdit[] = [];
  for (const { start, end, newText } of lineEdits(tree.text, formatText(tree))) {
    edits.push({ range: positions.toRange(tree, spanOfOffsets(tree, start, end)), newText });
  }
  return edits;
}

interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * Edits of single lines that make one text of another. Lines that say the same but for blanks and letter case belong together;
 * between such pairs lines are replaced as a whole. Linear in the length of the texts.
 */
export function lineEdits(from: string, to: string): OffsetEdit[] {
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

function spanOfOffsets(tree: SyntaxTree, start: number, end: number): Span {
  return { start: placeOf(tree, start), end: placeOf(tree, end) };
}

function placeOf(tree: SyntaxTree, offset: number) {
  const line = lineOfOffset(tree, offset);
  return { line, column: offset - tree.lineStarts[line] };
}
