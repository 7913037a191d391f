import type { Range, SemanticTokens, SemanticTokensEdit } from 'vscode-languageserver';
import { CATALOGUE, TokenKind, statementsOfLine, tokenAt, tokenText, type Analysis } from '../../vm/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { TokenLooks, UNUSED_LOOK } from './semantic-tokens/looks.ts';

export { SEMANTIC_TOKENS_LEGEND } from './semantic-tokens/looks.ts';

/** What each word of the file is, or of a range of it. Linear in what is asked for. */
export function semanticTokens(snapshot: Snapshot, range?: Range): SemanticTokens {
  return { data: Array.from(encodeTokens(snapshot, range)) };
}

/** The same as the numbers that the protocol wants, five a token. */
export function encodeTokens({ analysis, positions }: Snapshot, range?: Range): Uint32Array {
  const { module } = analysis;
  const { tree } = module;
  // In columns of their own: there are many tokens, and a tree may put each column together when it is asked.
  const { lineStarts, lineTokens, tokenStarts, tokenEnds, tokenKinds, statementHeads, statementCodes } = tree;
  const span = range && positions.toSpan(tree, range);
  const firstLine = span?.start.line ?? 0;
  const lastLine = Math.min(span?.end.line ?? tree.lineCount - 1, tree.lineCount - 1);
  const encoder = new Encoder(lineTokens[lastLine + 1] - lineTokens[firstLine]);
  const isIdentity = positions.isIdentity(tree);
  const push = (line: number, from: number, to: number, look: number): void => {
    const start = positions.toLspPosition(tree, { line, column: from - lineStarts[line] });
    const end = positions.toLspPosition(tree, { line, column: to - lineStarts[line] });
    // A carriage return in a comment or string ends a line for the protocol, and a token may not go over its end.
    if (end.line === start.line) encoder.push(start.line, start.character, end.character - start.character, look);
  };
  const looks = new TokenLooks(module);
  const unused = unusedTokens(analysis);
  let { from: statement } = statementsOfLine(tree, firstLine);
  for (let line = firstLine; line <= lastLine; line++) {
    for (let token = lineTokens[line]; token < lineTokens[line + 1]; token++) {
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
      if (isIdentity) encoder.push(line, start - lineStarts[line], tokenEnds[token] - start, shown);
      else push(line, start, tokenEnds[token], shown);
    }
  }
  return encoder.finish();
}

/**
 * What has to change in an earlier answer to make it this one: what stands between the numbers that both begin and end with, in
 * whole tokens. Typing changes one line, and where that is, the place of the next token.
 */
export function tokenEdits(before: Uint32Array, after: Uint32Array): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  start -= start % NUMBERS_OF_TOKEN;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  end -= end % NUMBERS_OF_TOKEN;
  const deleteCount = before.length - end - start;
  const data = Array.from(after.subarray(start, after.length - end));
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

const NUMBERS_OF_TOKEN = 5;
const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|.)/g;

/** The tokens of names that nothing uses, as the diagnostics say. */
function unusedTokens({ module, diagnostics }: Analysis): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (const { kind, span } of diagnostics) {
    if (CATALOGUE[kind].tag === undefined || kind === 'unreachable-code') continue;
    tokens.add(tokenAt(module.tree, span.start));
  }
  return tokens;
}

/** Collects tokens as the protocol wants them: each by its distance from the one before it. */
class Encoder {
  private data: Uint32Array;
  private length = 0;
  private line = 0;
  private character = 0;

  constructor(tokenCount: number) {
    this.data = new Uint32Array(NUMBERS_OF_TOKEN * tokenCount);
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
