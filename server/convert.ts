import type { Position as LspPosition, Range } from 'vscode-languageserver';
import { JoinedTree, lineText, positionOfOffset, type Position, type Span, type SyntaxTree } from '../vm/index.ts';

/**
 * Places of the machine <-> positions of the protocol; nothing else in the server knows how they differ. They do in two
 * ways: the client may count bytes instead of UTF-16 units, and for the protocol a carriage return alone ends a line.
 */
export interface PositionConverter {
  toLspPosition(tree: SyntaxTree, place: Position): LspPosition;
  toRange(tree: SyntaxTree, span: Span): Range;
  /** The nearest place that the text has: positions outside of it are moved to the end of their line or of the text. */
  toPlace(tree: SyntaxTree, position: LspPosition): Position;
  toSpan(tree: SyntaxTree, range: Range): Span;
  /** Whether in this text places are positions as they are. */
  isIdentity(tree: SyntaxTree): boolean;
}

export type PositionEncoding = 'utf-16' | 'utf-8';

/** The encoding to use with a client that offers these; UTF-16 is what every client understands. */
export function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (offered === undefined || offered.length === 0 || offered.includes('utf-16')) return 'utf-16';
  return offered.includes('utf-8') ? 'utf-8' : 'utf-16';
}

export function positionConverter(encoding: PositionEncoding): PositionConverter {
  const isBytes = encoding === 'utf-8';

  function toLspPosition(tree: SyntaxTree, place: Position): LspPosition {
    const starts = lspLineStarts(tree);
    if (starts !== undefined) return toPositionAmong(tree, starts, place);
    if (!isBytes) return { line: place.line, character: place.column };
    return { line: place.line, character: utf8Length(lineText(tree, place.line).slice(0, place.column)) };
  }

  /** Where the protocol has more lines than the text. */
  function toPositionAmong(tree: SyntaxTree, starts: Int32Array, place: Position): LspPosition {
    const offset = tree.lineStarts[place.line] + place.column;
    const line = lineAt(starts, offset);
    const text = tree.text.slice(starts[line], offset);
    return { line, character: isBytes ? utf8Length(text) : text.length };
  }

  function toPlace(tree: SyntaxTree, position: LspPosition): Position {
    const starts = lspLineStarts(tree);
    if (starts !== undefined) return toPlaceAmong(tree, starts, position);
    const isBehind = position.line >= tree.lineCount;
    const line = isBehind ? tree.lineCount - 1 : Math.max(0, position.line);
    const text = lineText(tree, line);
    return { line, column: isBehind ? text.length : columnIn(text, position.character) };
  }

  function toPlaceAmong(tree: SyntaxTree, starts: Int32Array, position: LspPosition): Position {
    const lineCount = starts.length - 1;
    if (position.line >= lineCount) return positionOfOffset(tree, tree.text.length);
    const line = Math.max(0, position.line);
    const text = tree.text.slice(starts[line], endOfLine(tree.text, starts[line], starts[line + 1]));
    return positionOfOffset(tree, starts[line] + columnIn(text, position.character));
  }

  function columnIn(line: string, character: number): number {
    const inside = Math.max(0, character);
    return Math.min(isBytes ? utf16Length(line, inside) : inside, line.length);
  }

  return {
    toLspPosition,
    toPlace,
    isIdentity: tree => !isBytes && lspLineStarts(tree) === tree.lineStarts,
    toRange: (tree, span) => ({ start: toLspPosition(tree, span.start), end: toLspPosition(tree, span.end) }),
    toSpan: (tree, range) => ({ start: toPlace(tree, range.start), end: toPlace(tree, range.end) }),
  };
}

/** The UTF-16 units of the first `bytes` bytes of a text; inside of a character, up to its start. */
export function utf16Length(text: string, bytes: number): number {
  let units = 0;
  let seen = 0;
  for (const character of text) {
    seen += utf8Length(character);
    if (seen > bytes) break;
    units += character.length;
  }
  return units;
}

export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    // Each half of a surrogate pair counts two of its four bytes.
    else bytes += unit >= 0xd800 && unit <= 0xdfff && isPaired(text, index) ? 2 : 3;
  }
  return bytes;
}

function isPaired(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  const other = text.charCodeAt(unit < 0xdc00 ? index + 1 : index - 1);
  return unit < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other <= 0xdbff;
}

const startsOfTrees = new WeakMap<SyntaxTree, Int32Array>();

/** Offsets where the protocol's lines start, and behind them the length of the text; `undefined` where they are those of the tree. */
function lspLineStarts(tree: SyntaxTree): Int32Array | undefined {
  const hasLone = tree instanceof JoinedTree ? tree.hasLoneCarriageReturn : /\r(?!\n)/.test(tree.text);
  if (!hasLone) return undefined;
  let starts = startsOfTrees.get(tree);
  if (starts === undefined) startsOfTrees.set(tree, (starts = splitAtAnyLineEnd(tree.text)));
  return starts;
}

function splitAtAnyLineEnd(text: string): Int32Array {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  starts.push(text.length);
  return Int32Array.from(starts);
}

function lineAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function endOfLine(text: string, start: number, nextStart: number): number {
  let end = nextStart;
  if (end > start && text[end - 1] === '\n') end--;
  if (end > start && text[end - 1] === '\r') end--;
  return end;
}
