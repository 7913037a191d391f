import type { SemanticTokensEdit } from 'vscode-languageserver';
import { BUILT_IN_NAMES, JoinedTree, type Analysis, type Module, type Section } from '../../../vm/index.ts';
import type { Snapshot } from '../../snapshot.ts';
import { NUMBERS_OF_TOKEN, encodeTokens } from '../semantic-tokens.ts';

/** The tokens of one section of a file, lines counted from its first: what no edit touches is encoded once. */
export interface TokenPiece {
  /** `null` where the file is one piece. */
  readonly section: Section | null;
  /** What the looks in it depend on besides its text: how other sections and files see its names. */
  readonly surroundings: string;
  readonly data: Uint32Array;
  readonly lineCount: number;
  /** The line of its last token; 0 where it has none. */
  readonly lastLine: number;
}

/** When more pieces than these are to be encoded, the columns of the whole file are made ready. */
const FEW_PIECES = 8;

/**
 * The tokens of a file, section by section; those of `known` stand for sections that are the same. A look depends on the text of
 * its section and on what its names mean, and where one means something else than before, or nothing, or is used no more,
 * a diagnostic of the section comes or goes; but for the built-ins, which a store anywhere turns into variables.
 */
export function tokenPieces(snapshot: Snapshot, known: readonly TokenPiece[]): readonly TokenPiece[] {
  const { analysis } = snapshot;
  const { tree } = analysis.module;
  if (!(tree instanceof JoinedTree) || tree.hasLoneCarriageReturn) {
    return [encodePiece(snapshot, null, '', { from: 0, to: tree.lineCount - 1 }, true)];
  }
  const { sections, bases } = tree;
  const find = finderOf(known, sections);
  const surroundings = surroundingsOf(analysis, tree);
  const pieces = new Array<TokenPiece>(sections.length);
  const missing: number[] = [];
  for (let index = 0; index < sections.length; index++) {
    const piece = find(index);
    if (piece?.surroundings === surroundings(index)) pieces[index] = piece;
    else missing.push(index);
  }
  for (const index of missing) {
    const lines = { from: bases.lines.at(index), to: bases.lines.at(index + 1) - 1 };
    const isLarge = missing.length > FEW_PIECES;
    pieces[index] = encodePiece(snapshot, sections.at(index), surroundings(index), lines, isLarge);
  }
  return pieces;
}

/** Finds the piece of a section: most are at the same distance from the start, or from the end, as they were. */
function finderOf(
  known: readonly TokenPiece[],
  sections: JoinedTree['sections'],
): (index: number) => TokenPiece | undefined {
  const shorter = Math.min(known.length, sections.length);
  const moved = known.length - sections.length;
  let start = 0;
  while (start < shorter && known[start].section === sections.at(start)) start++;
  let end = sections.length;
  while (sections.length - end < shorter - start && known[end - 1 + moved].section === sections.at(end - 1)) end--;
  const between = new Map(known.slice(start, end + moved).map(piece => [piece.section, piece]));
  return index => {
    if (index < start) return known[index];
    return index < end ? between.get(sections.at(index)) : known[index + moved];
  };
}

function encodePiece(
  snapshot: Snapshot,
  section: Section | null,
  surroundings: string,
  lines: { readonly from: number; readonly to: number },
  isLarge: boolean,
): TokenPiece {
  const data = encodeTokens(snapshot, lines, { fromLine: lines.from, isLarge });
  let lastLine = 0;
  for (let at = 0; at < data.length; at += NUMBERS_OF_TOKEN) lastLine += data[at];
  return { section, surroundings, data, lineCount: lines.to - lines.from + 1, lastLine };
}

function surroundingsOf({ module, diagnostics }: Analysis, tree: JoinedTree): (section: number) => string {
  const stored = storedBuiltIns(module);
  const said = new Map<number, string>();
  for (const { kind, span } of diagnostics) {
    const { line, column } = span.start;
    const section = tree.sectionOfLine(line);
    said.set(section, `${said.get(section) ?? stored}${kind} ${line - tree.bases.lines.at(section)} ${column};`);
  }
  return said.size === 0 ? () => stored : section => said.get(section) ?? stored;
}

/** The built-in names that the file stores in variables. */
function storedBuiltIns({ scopes, symbols }: Module): string {
  const { variables } = scopes[0];
  let names = '';
  for (const name of BUILT_IN_NAMES) {
    const symbol = variables.get(name);
    if (symbol !== undefined && symbols[symbol].kind === 'global') names += `${name} `;
  }
  return names;
}

/** All pieces as one answer, or those from one index up to another, exclusive. */
export function joinPieces(pieces: readonly TokenPiece[], from = 0, to = pieces.length): Uint32Array {
  const joined = new Uint32Array(lengthOf(pieces, from, to));
  let at = 0;
  let gap = 0;
  for (let index = from; index < to; index++) {
    const piece = pieces[index];
    joined.set(piece.data, at);
    if (piece.data.length > 0) joined[at] += gap;
    at += piece.data.length;
    gap = gapBehind(piece, gap);
  }
  return joined;
}

function lengthOf(pieces: readonly TokenPiece[], from: number, to: number): number {
  let length = 0;
  for (let index = from; index < to; index++) length += pieces[index].data.length;
  return length;
}

/** How many lines lie between the last token and the end of a piece, with those of empty pieces before it. */
function gapBehind({ data, lineCount, lastLine }: TokenPiece, gap: number): number {
  return data.length === 0 ? gap + lineCount : lineCount - lastLine;
}

/**
 * What has to change in an earlier answer to make it this one. Only what lies between the pieces that both begin and end with is
 * looked at, and the first token behind them, whose distance from the one before it may be another.
 */
export function pieceEdits(before: readonly TokenPiece[], after: readonly TokenPiece[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first++;
  let same = 0;
  while (same < shorter - first && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return changedTokens(stretchOf(before, first, same), stretchOf(after, first, same), lengthOf(before, 0, first));
}

/** The tokens from a piece up to the last ones, with the first token of those. */
function stretchOf(pieces: readonly TokenPiece[], first: number, lastCount: number): Uint32Array {
  let filled = first - 1;
  while (filled >= 0 && pieces[filled].data.length === 0) filled--;
  let gap = 0;
  for (let index = Math.max(0, filled); index < first; index++) gap = gapBehind(pieces[index], gap);
  const end = pieces.length - lastCount;
  let next = end;
  while (next < pieces.length && pieces[next].data.length === 0) next++;
  const hasNext = next < pieces.length;
  const joined = joinPieces(pieces, first, hasNext ? next + 1 : end);
  if (joined.length > 0) joined[0] += gap;
  return hasNext ? joined.subarray(0, joined.length - pieces[next].data.length + NUMBERS_OF_TOKEN) : joined;
}

/** One edit of what stands between the tokens that both begin and end with; none where there is no difference. */
function changedTokens(before: Uint32Array, after: Uint32Array, offset: number): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  start -= start % NUMBERS_OF_TOKEN;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  end -= end % NUMBERS_OF_TOKEN;
  const deleteCount = before.length - end - start;
  const data = Array.from(after.subarray(start, after.length - end));
  return deleteCount === 0 && data.length === 0 ? [] : [{ start: offset + start, deleteCount, data }];
}
