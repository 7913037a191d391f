import { describe, expect, test } from 'vitest';
import type { SemanticTokens } from 'vscode-languageserver';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../server/features/semantic-tokens.ts';
import { SemanticTokensHistory } from '../../server/semantic-tokens-history.ts';
import { ProgramAnalyzer, editTree, parse, type JoinedTree, type SourceProvider } from '../../vm/index.ts';
import { Typist } from '../incremental/typist.ts';
import { SEED } from '../support/seed.ts';
import { openFixture } from './fixture.ts';
import { BROKEN, FACTORIAL, SCOPES } from './programs.ts';

function checkSemanticTokens(text: string, expected: readonly string[]): void {
  const { snapshot } = openFixture(text);
  expect(decode(text, semanticTokens(snapshot))).toEqual(expected);
}

describe('semanticTokens', () => {
  test('instructions: those that decide where to go on stand out', () =>
    checkSemanticTokens('a: ADD\nJUMP a', ['a label.declaration', 'ADD macro', 'JUMP keyword', 'a label']));
  test('names by what they are', () =>
    checkSemanticTokens('.func f p\nSTORE_VAR l\nLOAD_VAR g\nCALL_FUNC print 1\n.end\nSTORE_VAR g', [
      '.func keyword',
      'f function.declaration.unused',
      'p parameter.declaration',
      'STORE_VAR macro',
      'l variable.modification.unused',
      'LOAD_VAR macro',
      'g variable.static',
      'CALL_FUNC keyword',
      'print function.defaultLibrary',
      '1 number',
      '.end keyword',
      'STORE_VAR macro',
      'g variable.static.modification',
    ]));
  test('literals, constants and comments', () =>
    checkSemanticTokens('.const A "x" ; c\nLOAD_CONST A\nLOAD_CONST None', [
      '.const keyword',
      'A variable.readonly.declaration',
      '"x" string',
      '; c comment',
      'LOAD_CONST macro',
      'A variable.readonly',
      'LOAD_CONST macro',
      'None enumMember.readonly',
    ]));
  test('strings around their escapes', () =>
    checkSemanticTokens('LOAD_CONST "a\\tb\\x41\\\\"', ['LOAD_CONST macro', '"a string', 'b string', '" string']));
  test('what is captured, and what nothing uses', () =>
    checkSemanticTokens('.func f a\n.func g\n.nonlocal a\nLOAD_VAR a\n.end\n.end\nb: NOP', [
      '.func keyword',
      'f function.declaration.unused',
      'a parameter.declaration.captured',
      '.func keyword',
      'g function.declaration.unused',
      '.nonlocal keyword',
      'a parameter.declaration.captured',
      'LOAD_VAR macro',
      'a parameter.captured',
      '.end keyword',
      '.end keyword',
      'b label.declaration.unused',
      'NOP macro',
    ]));
  test('no look for mistakes', () => checkSemanticTokens('FROB 1', ['1 number']));

  test('a range gives the tokens of its lines', () => {
    const { snapshot } = openFixture(SCOPES);
    const all = decode(SCOPES, semanticTokens(snapshot));
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    expect(decode(SCOPES, semanticTokens(snapshot, range))).toEqual(
      all.slice(all.indexOf('.nonlocal keyword')).slice(0, 4),
    );
  });

  test('counts bytes where the client does', () => {
    const { snapshot } = openFixture('LOAD_CONST "ä😀" ; x', { encoding: 'utf-8' });
    const { data } = semanticTokens(snapshot);
    expect([data[5], data[6], data[7], data[11]]).toEqual([0, 11, 8, 9]);
  });
});

describe('semantic tokens since an earlier answer', () => {
  test('are what has changed', () => {
    const history = new SemanticTokensHistory();
    const first = history.all('u', openFixture(FACTORIAL).snapshot);
    const changed = FACTORIAL.replace('LE\n', 'LT\n        NOP\n');
    const delta = history.since('u', first.resultId as string, openFixture(changed).snapshot);
    expect(delta).toMatchObject({ edits: [{ deleteCount: 0, data: { length: 5 } }] });
    expect(history.since('u', delta.resultId as string, openFixture(changed).snapshot)).toEqual({
      resultId: delta.resultId,
      edits: [],
    });
  });

  test('are all of them for who knows an older answer', () => {
    const history = new SemanticTokensHistory();
    const { snapshot } = openFixture('NOP');
    const { resultId } = history.all('u', snapshot);
    history.all('u', openFixture('NOP\nNOP').snapshot);
    expect(history.since('u', resultId as string, snapshot)).toMatchObject({ data: semanticTokens(snapshot).data });
    history.forget('u');
    expect(history.since('u', '3', snapshot)).toHaveProperty('data');
  });

  test(`make the later answer of the earlier one, whatever is typed (seed ${SEED})`, () => {
    for (const [name, text] of Object.entries({ FACTORIAL, SCOPES, BROKEN })) {
      const typist = new Typist(text, `tokens ${name}`);
      const analyzer = new ProgramAnalyzer('/main.bcasm');
      const history = new SemanticTokensHistory();
      let tree = parse(text);
      const snapshotNow = () => ({ ...openFixture('').snapshot, analysis: analyzer.analyze(onlyFile(tree)) });
      const first = history.all('u', snapshotNow());
      let made = first.data;
      let resultId = first.resultId as string;
      for (let step = 0; step < 300; step++) {
        for (const change of typist.edit()) tree = editTree(tree, change);
        const snapshot = snapshotNow();
        const answer = history.since('u', resultId, snapshot);
        for (const { start, deleteCount, data = [] } of 'edits' in answer ? answer.edits : []) {
          made = made.toSpliced(start, deleteCount, ...data);
        }
        resultId = answer.resultId as string;
        if (made.join() !== semanticTokens(snapshot).data.join()) expect.fail(`${name}, step ${step}: ${typist.text}`);
      }
    }
  });
});

/** A program of one file, by its tree. */
function onlyFile(tree: JoinedTree): SourceProvider {
  return {
    read: file => (file === '/main.bcasm' ? { text: tree.text, tree } : { error: 'no such file' }),
    resolve: path => path,
  };
}

function decode(text: string, { data }: SemanticTokens): string[] {
  const lines = text.split('\n');
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lineDelta, characterDelta, length, type, modifiers] = data.slice(index, index + 5);
    character = lineDelta === 0 ? character + characterDelta : characterDelta;
    line += lineDelta;
    const names = SEMANTIC_TOKENS_LEGEND.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    const look = [SEMANTIC_TOKENS_LEGEND.tokenTypes[type], ...names].join('.');
    found.push(`${lines[line].slice(character, character + length)} ${look}`);
  }
  return found;
}
