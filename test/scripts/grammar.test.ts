import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type IToken } from 'vscode-textmate';
import { DIRECTIVE_NAMES, INSTRUCTIONS, MNEMONIC_ALIASES } from '../../vm/isa/index.ts';

const GRAMMAR_FILE = new URL('../../syntaxes/bcasm.tmLanguage.json', import.meta.url);

let grammar: IGrammar;

beforeAll(async () => {
  await loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(readFileSync(GRAMMAR_FILE, 'utf8'), 'bcasm.tmLanguage.json'),
  });
  const loaded = await registry.loadGrammar('source.bcasm');
  if (loaded === null) throw new Error('the grammar does not load');
  grammar = loaded;
});

/** The text between the marks is one token, and this is its innermost scope. */
function check(line: string, scope: string): void {
  const [before, marked, after] = line.split('┆');
  const found = tokens(before + marked + after).filter(token => token.text.trim() !== '');
  expect(found.find(token => token.start === before.length)).toMatchObject({ text: marked, scope });
}

/** The runs of one innermost scope in a line, which is tokenised on its own. */
function tokens(line: string): Run[] {
  return runs(line, grammar.tokenizeLine(line, INITIAL).tokens);
}

interface Run {
  readonly text: string;
  readonly start: number;
  readonly scope: string;
}

function runs(line: string, found: readonly IToken[]): Run[] {
  const starts = found.filter((token, index) => token.scopes.at(-1) !== found[index - 1]?.scopes.at(-1));
  return starts.map(({ startIndex, scopes }, index) => ({
    text: line.slice(startIndex, starts[index + 1]?.startIndex),
    start: startIndex,
    scope: scopes.at(-1) ?? '',
  }));
}

test.each([
  ['  ; all of it # too', 'comment.line.semicolon.bcasm'],
  ['# all of it ; too', 'comment.line.number-sign.bcasm'],
])('a comment goes to the end of the line: %s', (line, scope) => {
  const scopes = grammar.tokenizeLine(line, INITIAL).tokens.flatMap(token => token.scopes);
  expect(scopes).toContain(scope);
  expect(scopes.filter(name => name.startsWith('comment')).every(name => name === scope)).toBe(true);
});

describe('instructions', () => {
  const mnemonics = [...INSTRUCTIONS.map(({ mnemonic }) => mnemonic), ...Object.keys(MNEMONIC_ALIASES)];

  test.each(mnemonics)('%s is coloured in any letter case', mnemonic => {
    for (const word of [mnemonic, mnemonic.toLowerCase()]) {
      expect(tokens(`        ${word} x ; c`).find(({ text }) => text === word)?.scope).toMatch(/^keyword\./);
    }
  });

  test.each(mnemonics)('%s is no instruction as a part of a word', mnemonic => {
    for (const word of [`x${mnemonic}`, `${mnemonic}x`, `${mnemonic}2`, `ä${mnemonic}`, `${mnemonic}ä`]) {
      expect(tokens(word)).toEqual([{ text: word, start: 0, scope: 'source.bcasm' }]);
    }
  });

  test('each group has a scope of its own', () => {
    const scopes = INSTRUCTIONS.map(({ group, mnemonic }) => `${group}: ${tokens(mnemonic)[0].scope}`);
    const groups = new Set(INSTRUCTIONS.map(({ group }) => group));
    expect(new Set(scopes).size).toBe(groups.size);
    expect(new Set(scopes.map(scope => scope.split(': ')[1])).size).toBe(groups.size);
  });
});

test.each(DIRECTIVE_NAMES)('%s is coloured in any letter case', name => {
  for (const word of [name, name.toUpperCase()]) {
    expect(tokens(`${word} x`)[0]).toMatchObject({ text: word, scope: `keyword.control.directive${name}.bcasm` });
  }
});

test.each([
  ['┆again┆: JUMP again', 'entity.name.label.bcasm'],
  ['again┆:┆ JUMP again', 'punctuation.separator.label.bcasm'],
  ['one: ┆two┆: NOP', 'entity.name.label.bcasm'],
  ['┆ADD┆: NOP', 'entity.name.label.bcasm'],
  ['        JUMP ┆again┆', 'entity.name.label.bcasm'],
  ['        JUMP ┆4┆', 'constant.numeric.integer.bcasm'],
  ['        LOAD_VAR ┆größe┆', 'variable.other.readwrite.bcasm'],
  ['        LOAD_CONST ┆LIMIT┆', 'variable.other.constant.bcasm'],
  ['        CALL_FUNC ┆fact┆ 1', 'entity.name.function.bcasm'],
  ['        CALL_FUNC,┆fact┆,1', 'entity.name.function.bcasm'],
  ['        CALL_FUNC fact ┆1┆ n', 'constant.numeric.integer.bcasm'],
  ['        CALL_FUNC fact 1 ┆n┆', 'variable.parameter.bcasm'],
  ['.func ┆fact┆ n', 'entity.name.function.bcasm'],
  ['.func fact ┆n┆', 'variable.parameter.bcasm'],
  ['.func fact n=┆1┆', 'constant.numeric.integer.bcasm'],
  ['.func fact ┆*┆rest', 'keyword.operator.bcasm'],
  ['.func fact **┆named┆ ; c', 'variable.parameter.bcasm'],
  ['.func fact n ┆;┆ c', 'punctuation.definition.comment.bcasm'],
  ['.const ┆LIMIT┆ 10', 'variable.other.constant.bcasm'],
  ['.global a ┆b┆', 'variable.other.readwrite.bcasm'],
])('names: %s', check);

test.each([
  ...['42', '-7', '1_000', '0xFF', '0o17', '0b1010'].map(text => [text, 'constant.numeric.integer.bcasm']),
  ...['3.14', '1e9', '.5', '1.', '-2.5e-3'].map(text => [text, 'constant.numeric.float.bcasm']),
  ...['True', 'False', 'None', 'inf', '-inf', 'nan'].map(text => [text, 'constant.language.bcasm']),
])('literal: %s', (text, scope) => check(`LOAD_CONST ┆${text}┆`, scope));

test.each([
  ['LOAD_CONST "a┆\\n┆b"', 'constant.character.escape.bcasm'],
  ['LOAD_CONST "a┆\\"┆b"', 'constant.character.escape.bcasm'],
  ['LOAD_CONST "┆\\x41┆b"', 'constant.character.escape.bcasm'],
  ["LOAD_CONST '┆\\u00e4┆b'", 'constant.character.escape.bcasm'],
  ['LOAD_CONST ┆"a ; b # c \\q"┆', 'string.quoted.double.bcasm'],
  ["LOAD_CONST ┆'it\"s'┆", 'string.quoted.single.bcasm'],
  ['ASSERT "no comment # here" ┆#┆ but here', 'punctuation.definition.comment.bcasm'],
])('strings: %s', check);

test.each(['LOAD_CONST "never closed', '.func', 'CALL_FUNC f', '.func f a=', "ASSERT 'x", 'NOP'])(
  'what is broken on a line stays on it: %s',
  line => {
    const next = '        ADD';
    const { ruleStack } = grammar.tokenizeLine(line, INITIAL);
    expect(runs(next, grammar.tokenizeLine(next, ruleStack).tokens)).toEqual(tokens(next));
  },
);
