import { readFileSync, readdirSync } from 'node:fs';
import { DocumentHighlightKind, type Location } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { definition } from '../../server/features/definition.ts';
import { documentHighlight } from '../../server/features/document-highlight.ts';
import { references } from '../../server/features/references.ts';
import { placeOf, sourcesOf, usesOf, type CodePlace } from '../../server/value-flow.ts';
import type { Analysis } from '../../vm/index.ts';
import { openFixture, textIn, type Fixture } from './fixture.ts';
import { FACTORIAL, LIBRARY, SCOPES } from './programs.ts';

/** `line: instruction` of each place that definition goes to. */
function checkSources(fixture: Fixture, expected: readonly string[]): void {
  const { snapshot, marks, texts } = openFixture(fixture);
  const found = definition(snapshot, marks[0]) as Location[] | null;
  expect((found ?? []).map(each => show(each, texts))).toEqual(expected);
}

function checkUses(fixture: Fixture, expected: readonly string[]): void {
  const { snapshot, marks, texts, programs } = openFixture(fixture);
  const found = references(snapshot, marks[0], true, programs) ?? [];
  expect(found.map(each => show(each, texts))).toEqual(expected);
}

describe('definition on an instruction goes to what pushed its values', () => {
  test('the deepest first', () =>
    checkSources('LOAD_CONST 1\nLOAD_CONST 2\nLOAD_CONST 3\nSUB┆\nHALT', ['2: LOAD_CONST 2', '3: LOAD_CONST 3']));
  test('across branches', () =>
    checkSources('LOAD_VAR c\nJUMP_IF_TRUE e\nLOAD_CONST 1\nJUMP p\ne: LOAD_CONST "a"\np: PRI┆NT', [
      '3: LOAD_CONST 1',
      '5: LOAD_CONST "a"',
    ]));
  test('past what only moves and copies values', () =>
    checkSources('LOAD_CONST 1\nLOAD_CONST 2\nSWAP\nDUP_TOP\nPOP_TOP\n┆PRINT', ['1: LOAD_CONST 1']));
  test('of what moves them too', () =>
    checkSources('LOAD_CONST 1\nLOAD_CONST 2\nSWAP┆', ['1: LOAD_CONST 1', '2: LOAD_CONST 2']));
  test('for as many as the count says', () =>
    checkSources('LOAD_CONST 1\nLOAD_CONST 2\nLOAD_CONST 3\nBUILD_LIST┆ 2', ['2: LOAD_CONST 2', '3: LOAD_CONST 3']));
  test('through a call to what ends the callee', () =>
    checkSources('.func f\nLOAD_CONST 1\nRETURN_VALUE\n.end\nCALL_FUNC f 0\nPRINT┆', [
      '5: CALL_FUNC f 0',
      '3: RETURN_VALUE',
    ]));
  test('not into a generator, which runs later', () =>
    checkSources('.func f\nLOAD_CONST 1\nYIELD\nRETURN_VALUE\n.end\nCALL_FUNC f 0\nPRINT┆', ['6: CALL_FUNC f 0']));
  test('the exception of a handler comes from its SETUP_TRY', () =>
    checkSources('SETUP_TRY h\nPOP_TRY\nHALT\nh: PRI┆NT', ['1: SETUP_TRY h']));
  test('a load: the stores of the variable', () =>
    checkSources('LOAD_CONST 1\nSTORE_VAR x\nLOAD_CONST 2\nSTORE_VAR x\nLOAD_VAR┆ x', [
      '2: STORE_VAR x',
      '4: STORE_VAR x',
    ]));
  test('a parameter: the arguments of the calls, by place and by name', () =>
    checkSources(
      '.func f a b\nLOAD_VAR┆ b\nRETURN_VALUE\n.end\nLOAD_CONST 1\nLOAD_CONST 2\nCALL_FUNC f 2\nLOAD_CONST 3\nLOAD_CONST 4\nCALL_FUNC f 2 b a',
      ['6: LOAD_CONST 2', '8: LOAD_CONST 3'],
    ));
  test('nothing for what takes nothing', () => checkSources('LOAD_CONST┆ 1\nPRINT', []));
  test('above and behind what cannot be read', () => {
    checkSources('LOAD_CONST 1\nPRINT┆\nFROB', ['1: LOAD_CONST 1']);
    checkSources('LOAD_CONST 1\nFROB\nLOAD_CONST 2\nPRINT┆', ['3: LOAD_CONST 2']);
    checkSources('LOAD_CONST 1\nFROB\nPRINT┆', []);
  });
  test('a count that nobody can have meant', () =>
    checkSources('LOAD_CONST 1\nBUILD_LIST┆ 2000000000', ['1: LOAD_CONST 1']));
});

describe('references of an instruction are what may take its value', () => {
  test('across branches', () =>
    checkUses('LOAD_CONST┆ 1\nLOAD_VAR c\nJUMP_IF_TRUE e\nPRINT\nHALT\ne: POP_TOP', ['4: PRINT', '6: POP_TOP']));
  test('also copies', () => checkUses('┆LOAD_CONST 1\nDUP_TOP\nPRINT\nPRINT', ['2: DUP_TOP', '3: PRINT', '4: PRINT']));
  test('an argument: the call, and the loads of the parameter', () =>
    checkUses('.func f a\nLOAD_VAR a\nRETURN_VALUE\n.end\nLOAD_CONST┆ 1\nCALL_FUNC f 1', [
      '6: CALL_FUNC f 1',
      '2: LOAD_VAR a',
    ]));
  test('RETURN_VALUE: what takes the results of the calls', () =>
    checkUses('.func f\nLOAD_CONST 1\nRETURN┆_VALUE\n.end\nCALL_FUNC f 0\nPRINT\nCALL_FUNC f 0\nPOP_TOP', [
      '6: PRINT',
      '8: POP_TOP',
    ]));
  test('from the file that is imported, too', () => {
    const { '/main.bcasm': main, '/lib/shapes.bcasm': library } = LIBRARY;
    checkUses({ '/lib/shapes.bcasm': library.replace('RETURN', 'RE┆TURN'), '/main.bcasm': main }, ['7: PRINT']);
  });
  test('a store: the loads', () => checkUses('LOAD_CONST 1\nSTORE_VAR┆ x\nLOAD_VAR x', ['3: LOAD_VAR x']));
  test('nothing for what pushes nothing', () => checkUses('LOAD_CONST 1\nPRINT┆', []));
});

describe('highlight of an instruction', () => {
  test('shows who writes what it takes and who reads what it makes', () => {
    const text = 'LOAD_CONST 1\nLOAD_CONST 2\nADD┆\nPRINT\nNOP';
    const { snapshot, marks, texts } = openFixture(text);
    const found = documentHighlight(snapshot, marks[0]) ?? [];
    const shown = found.map(({ range, kind }) => `${textIn(texts['/main.bcasm'], range)} ${kind}`);
    const { Text, Read, Write } = DocumentHighlightKind;
    expect(shown).toEqual([`ADD ${Text}`, `LOAD_CONST 1 ${Write}`, `LOAD_CONST 2 ${Write}`, `PRINT ${Read}`]);
  });
});

const FOLDER = new URL('../programs/', import.meta.url);

describe('the law of value flow', () => {
  const programs = [FACTORIAL, SCOPES, ...readPrograms()];

  test('A is among the uses of B exactly when B is among the sources of A', { timeout: 120_000 }, () => {
    for (const text of programs) {
      const { snapshot } = openFixture(text);
      const { analysis } = snapshot;
      const sources = new Set<string>();
      const uses = new Set<string>();
      for (const place of allPlaces(analysis)) {
        for (const source of sourcesOf(analysis, place)) sources.add(`${lineOf(source)} -> ${lineOf(place)}`);
        for (const use of usesOf(analysis, place, () => [analysis])) uses.add(`${lineOf(place)} -> ${lineOf(use)}`);
      }
      expect(uses).toEqual(sources);
    }
  });
});

function readPrograms(): string[] {
  return readdirSync(FOLDER)
    .filter(file => file.endsWith('.bcasm'))
    .map(file => readFileSync(new URL(file, FOLDER), 'utf8'))
    .filter(text => text.length < 20_000);
}

function* allPlaces({ module }: Analysis): Iterable<CodePlace> {
  for (const [scope, { instructions }] of module.scopes.entries()) {
    for (let index = 0; index < instructions.length; index++) {
      const place = placeOf(module, scope, index);
      if (place !== undefined) yield place;
    }
  }
}

function lineOf({ module, statement }: CodePlace): string {
  return `${module.file}:${module.tree.statementLines[statement] + 1}`;
}

function show({ uri, range }: Location, texts: Readonly<Record<string, string>>): string {
  return `${range.start.line + 1}: ${textIn(texts[uri.slice('file://'.length)], range)}`;
}
