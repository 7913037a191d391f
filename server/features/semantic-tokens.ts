import type { Range, SemanticTokens } from 'vscode-languageserver';
import {
  CATALOGUE,
  TokenKind,
  statementsOfLine,
  tokenAt,
  tokenText,
  wholeArray,
  type Analysis,
} from '../../vm/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { TokenLooks, UNUSED_LOOK } from './semantic-tokens/looks.ts';

export { SEMANTIC_TOKENS_LEGEND } from './semantic-tokens/looks.ts';

/** What each word of the file is, or of a range of it. Linear in what is asked for. */
export function semanticTokens(snapshot: Snapshot, range?: Range): SemanticTokens {
  const { analysis, positions } = snapshot;
  const { tree } = analysis.module;
  const span = range && positions.toSpan(tree, range);
  const lines = { from: span?.start.line ?? 0, to: Math.min(span?.end.line ?? tree.lineCount, tree.lineCount - 1) };
  return { data: Array.from(encodeTokens(snapshot, lines, { fromLine: 0, isLarge: range === undefined })) };
}

/**
 * The tokens of some lines, the last one inside, as the numbers that the protocol wants, five a token. Lines are counted from
 * `fromLine`, which is 0 or the first of them. Where many lines are asked for, `isLarge` makes the columns of the file ready.
 */
export function encodeTokens(
  { analysis, positions }: Snapshot,
  lines: { readonly from: number; readonly to: number },
  { fromLine, isLarge }: { readonly fromLine: number; readonly isLarge: boolean },
): Uint32Array {
  const { module } = analysis;
  const { tree } = module;
  const column = <A extends Int32Array | Uint8Array>(each: A): A => (isLarge ? wholeArray(each) : each);
  const lineStarts = column(tree.lineStarts);
  const lineTokens = column(tree.lineTokens);
  const tokenStarts = column(tree.tokenStarts);
  const tokenEnds = column(tree.tokenEnds);
  const tokenKinds = column(tree.tokenKinds);
  const statementHeads = column(tree.statementHeads);
  const statementCodes = column(tree.statementCodes);
  const encoder = new Encoder(lineTokens[lines.to + 1] - lineTokens[lines.from], fromLine);
  const isIdentity = positions.isIdentity(tree);
  const push = (line: number, from: number, to: number, look: number): void => {
    const start = positions.toLspPosition(tree, { line, column: from - lineStarts[line] });
    const end = positions.toLspPosition(tree, { line, column: to - lineStarts[line] });
    // A carriage return in a comment or string ends a line for the protocol, and a token may not go over its end.
    if (end.line === start.line) encoder.push(start.line, start.character, end.character - start.character, look);
  };
  const looks = new TokenLooks(module, column);
  const unused = unusedTokens(analysis, lines);
  let { from: statement } = statementsOfLine(tree, lines.from);
  for (let line = lines.from; line <= lines.to; line++) {
    const lineStart = lineStarts[line];
    const end = lineTokens[line + 1];
    for (let token = lineTokens[line]; token < end; token++) {
      while (statementHeads[statement] < token) statement++;
      const isHead = statementHeads[statement] === token;
      const look = looks.of(token, isHead ? statementCodes[statement] : 0);
      if (look < 0) continue;
      const shown = unused.size > 0 && unused.has(token) ? look | UNUSED_LOOK : look;
      let start = tokenStarts[token];
      if (tokenKinds[token] === TokenKind.String) {
        // Escapes are left to the grammar, which shows them apart.
        for (const { 0: escape, index } of tokenText(tree, token).matchAll(ESCAPE)) {
          push(line, start, tokenStarts[token] + index, shown);
          start = tokenStarts[token] + index + escape.length;
        }
      }
      if (isIdentity) encoder.push(line, start - lineStart, tokenEnds[token] - start, shown);
      else push(line, start, tokenEnds[token], shown);
    }
  }
  return encoder.finish();
}

/** How many numbers the protocol has for a token. */
export const NUMBERS_OF_TOKEN = 5;
const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|.)/g;

/** The tokens of names on some lines that nothing uses, as the diagnostics say. */
function unusedTokens(
  { module, diagnostics }: Analysis,
  { from, to }: { readonly from: number; readonly to: number },
): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (const { kind, span } of diagnostics) {
    if (span.start.line < from || span.start.line > to) continue;
    if (CATALOGUE[kind].tag === undefined || kind === 'unreachable-code') continue;
    tokens.add(tokenAt(module.tree, span.start));
  }
  return tokens;
}

/** Collects tokens as the protocol wants them: each by its distance from the one before it. */
class Encoder {
  private data: Uint32Array;
  private length = 0;
  private line: number;
  private character = 0;

  constructor(tokenCount: number, fromLine: number) {
    this.data = new Uint32Array(NUMBERS_OF_TOKEN * tokenCount);
    this.line = fromLine;
  }

  push(line: number, character: number, length: number, look: number): void {
    if (length === 0) return;
    if (this.length === this.data.length) this.grow();
    const { data, length: at } = this;
    data[at] = line - this.line;
    data[at + 1] = line === this.line ? character - this.character : character;
    data[at + 2] = length;
    data[at + 3] = look & 0xff;
    data[at + 4] = look >> 8;
    this.length = at + NUMBERS_OF_TOKEN;
    this.line = line;
    this.character = character;
  }

  finish(): Uint32Array {
    return this.data.subarray(0, this.length);
  }

  /** A string with escapes is more than one piece. */
  private grow(): void {
    const larger = new Uint32Array(2 * this.data.length + NUMBERS_OF_TOKEN);
    larger.set(this.data);
    this.data = larger;
  }
}
