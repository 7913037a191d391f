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
  const bySection = new Map(known.map(piece => [piece.section, piece]));
  const surroundings = surroundingsOf(analysis, tree);
  const isSame = (index: number): boolean => bySection.get(sections[index])?.surroundings === surroundings(index);
  let missingCount = 0;
  for (let index = 0; index < sections.length; index++) if (!isSame(index)) missingCount++;
  return sections.map((section, index) => {
    const lines = { from: bases.lines[index], to: bases.lines[index + 1] - 1 };
    const piece = isSame(index) ? bySection.get(section) : undefined;
    return piece ?? encodePiece(snapshot, section, surroundings(index), lines, missingCount > FEW_PIECES);
  });
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
    said.set(section, `${said.get(section) ?? ''}${kind} ${line - tree.bases.lines[section]} ${column};`);
  }
  return section => stored + (said.get(section) ?? '');
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

/** All pieces as one answer. */
export function joinPieces(pieces: readonly TokenPiece[]): Uint32Array {
  const joined = new Uint32Array(pieces.reduce((sum, { data }) => sum + data.length, 0));
  let at = 0;
  let gap = 0;
  for (const piece of pieces) {
    joined.set(piece.data, at);
    if (piece.data.length > 0) joined[at] += gap;
    at += piece.data.length;
    gap = gapBehind(piece, gap);
  }
  return joined;
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
  const start = before.slice(0, first).reduce((sum, { data }) => sum + data.length, 0);
  return changedTokens(stretchOf(before, first, same), stretchOf(after, first, same), start);
}

/** The tokens from a piece up to the last ones, with the first token of those. */
function stretchOf(pieces: readonly TokenPiece[], first: number, lastCount: number): Uint32Array {
  const gap = pieces.slice(0, first).reduce((sum, piece) => gapBehind(piece, sum), 0);
  const end = pieces.length - lastCount;
  const next = pieces.findIndex(({ data }, index) => index >= end && data.length > 0);
  const joined = joinPieces(pieces.slice(first, next < 0 ? end : next + 1));
  if (joined.length > 0) joined[0] += gap;
  return next < 0 ? joined : joined.subarray(0, joined.length - pieces[next].data.length + NUMBERS_OF_TOKEN);
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
