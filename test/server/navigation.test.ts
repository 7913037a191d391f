import { DocumentHighlightKind, type Location } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { definition } from '../../server/features/definition.ts';
import { documentHighlight } from '../../server/features/document-highlight.ts';
import { references } from '../../server/features/references.ts';
import { openFixture, textIn, type Fixture } from './fixture.ts';
import { LIBRARY, SHAPES } from './programs.ts';

function checkDefinition(fixture: Fixture, expected: string | null): void {
  const { snapshot, marks, texts } = openFixture(fixture);
  const found = definition(snapshot, marks[0]) as Location[] | null;
  expect(found && found.map(each => show(each, texts)).join(', ')).toBe(expected);
}

describe('definition', () => {
  test('a label', () => checkDefinition('\nJUMP e┆nd\nend: HALT', '/main.bcasm:3 `end`'));
  test('a label of the same function only', () => checkDefinition('a: NOP\n.func f\nJUMP a┆\n.end', null));
  test('a function', () => checkDefinition('CALL_FUNC ┆f 0\n.func f\n.end', '/main.bcasm:2 `f`'));
  test('a class', () => checkDefinition('MAKE_CLASS C┆ 0\n.class C\n.end', '/main.bcasm:2 `C`'));
  test('a label that a handler is set up at', () =>
    checkDefinition('SETUP_TRY h┆\nPOP_TRY\nHALT\nh: RAISE', '/main.bcasm:4 `h`'));
  test('a parameter', () => checkDefinition('.func f abc\nLOAD_VAR abc┆\n.end', '/main.bcasm:1 `abc`'));
  test('a parameter beside its default', () => checkDefinition('.func f a┆=1\nLOAD_VAR a\n.end', '/main.bcasm:1 `a`'));
  test('a captured variable', () =>
    checkDefinition('.func f a\n.func g\n.nonlocal a\nLOAD_VAR a┆\n.end\n.end', '/main.bcasm:1 `a`'));
  test('a variable: its first store', () =>
    checkDefinition('STORE_VAR x\nSTORE_VAR x\nLOAD_VAR ┆x', '/main.bcasm:1 `x`'));
  test('a constant', () => checkDefinition('.const A 1\nLOAD_CONST A┆', '/main.bcasm:1 `A`'));
  test('a jump by number', () => checkDefinition('NOP\nADD\nJUMP 1┆', '/main.bcasm:2 `ADD`'));
  test('a jump to the implicit HALT', () => checkDefinition('JUMP 1┆', null));
  test('a built-in has none', () => checkDefinition('LOAD_VAR print┆', null));
  test('a called built-in is not the variable of its name', () =>
    checkDefinition('LOAD_CONST 1\nSTORE_VAR abs\nCALL_FUNC abs┆ 1', null));
  test('an argument name', () =>
    checkDefinition('.func f abc\nLOAD_VAR abc\n.end\nLOAD_CONST 1\nCALL_FUNC f 1 ab┆c', '/main.bcasm:1 `abc`'));
  test('of what an import gives', () =>
    checkDefinition(
      { ...LIBRARY, '/main.bcasm': mark(LIBRARY['/main.bcasm'], 'CALL_FUNC area') },
      '/lib/shapes.bcasm:3 `area`',
    ));
  test('the path of an import', () =>
    checkDefinition({ ...LIBRARY, '/main.bcasm': mark(LIBRARY['/main.bcasm'], 'shapes') }, '/lib/shapes.bcasm:1 ``'));
  test('an import without a file', () => checkDefinition('.import "gone.b┆casm"', '/gone.bcasm:1 ``'));
  test('a method: that of every class', () =>
    checkDefinition(
      '.class A\n.func m self\n.end\n.end\n.class B\n.func m self\n.end\n.end\nLOAD_VAR o\nCALL_METHOD m┆ 0',
      '/main.bcasm:2 `m`, /main.bcasm:6 `m`',
    ));
  test('an attribute: where it is stored', () =>
    checkDefinition('LOAD_VAR o\nLOAD_CONST 1\nSTORE_ATTR x\nLOAD_VAR o\nLOAD_ATTR x┆', '/main.bcasm:3 `x`'));
  test('nothing in a comment', () => checkDefinition('a: JUMP a ; JUMP ┆a', null));
  test('with links where the client has them', () => {
    const { snapshot, marks, texts } = openFixture('x: JUMP ┆x', { client: { hasLocationLinks: true } });
    const [link] = definition(snapshot, marks[0]) as { originSelectionRange: Location['range'] }[];
    expect(textIn(texts['/main.bcasm'], link.originSelectionRange)).toBe('x');
    expect(link.originSelectionRange.start.character).toBe(8);
  });
});

function checkReferences(fixture: Fixture, expected: string[], withDeclaration = true): void {
  const { snapshot, marks, texts, programs } = openFixture(fixture);
  const found = references(snapshot, marks[0], withDeclaration, programs) ?? [];
  expect(found.map(each => show(each, texts))).toEqual(expected);
}

describe('references', () => {
  test('a label, with and without itself', () => {
    checkReferences('┆a: JUMP a\nJUMP a', ['/main.bcasm:1 `a`', '/main.bcasm:1 `a`', '/main.bcasm:2 `a`']);
    checkReferences('┆a: JUMP a\nJUMP a', ['/main.bcasm:1 `a`', '/main.bcasm:2 `a`'], false);
  });
  test('a global, but not the local of its name', () =>
    checkReferences('STORE_VAR x┆\n.func f\nSTORE_VAR x\n.end\n.func g\nLOAD_VAR x\n.end', [
      '/main.bcasm:1 `x`',
      '/main.bcasm:6 `x`',
    ]));
  test('a constant across files', () =>
    checkReferences({ ...LIBRARY, '/main.bcasm': mark(LIBRARY['/main.bcasm'], 'SIDES') }, [
      '/lib/shapes.bcasm:1 `SIDES`',
      '/main.bcasm:2 `SIDES`',
    ]));
  test('a global across files', () =>
    checkReferences({ ...LIBRARY, '/main.bcasm': mark(LIBRARY['/main.bcasm'], 'total') }, [
      '/main.bcasm:3 `total`',
      '/main.bcasm:4 `total`',
      '/lib/shapes.bcasm:4 `total`',
      '/lib/shapes.bcasm:5 `total`',
      '/lib/shapes.bcasm:6 `total`',
    ]));
  test('a parameter and the calls that pass it by name, from its own file', () => {
    const { '/main.bcasm': main, '/lib/shapes.bcasm': library } = LIBRARY;
    checkReferences({ '/lib/shapes.bcasm': mark(library, 'area width height'), '/main.bcasm': main }, [
      '/lib/shapes.bcasm:3 `height`',
      '/lib/shapes.bcasm:8 `height`',
      '/main.bcasm:6 `height`',
    ]);
  });
  test('a method: every instruction that names it', () =>
    checkReferences('.class A\n.func m self\n.end\n.end\nLOAD_VAR o\nCALL_METHOD m┆ 0\nLOAD_VAR o\nLOAD_ATTR m', [
      '/main.bcasm:2 `m`',
      '/main.bcasm:6 `m`',
      '/main.bcasm:8 `m`',
    ]));
  test.each([
    ['of the base class', 2, [2, 8, 16, 29]],
    ['of the class that derives', 15, [15, 8, 29, 47]],
    ['of another class', 22, [22, 29, 41]],
    ['a call on self: its form in all classes that self may be of', 8, [2, 8, 16, 29, 15, 47]],
    ['a call of the base, by super', 16, [2, 8, 16, 29]],
    ['a call on a known object', 41, [22, 29, 41]],
    ['a call on an unknown one: all of its name', 29, [2, 15, 22, 8, 16, 29, 41, 47]],
  ])('a method where classes are known: %s', (_, line, lines) =>
    checkReferences(
      markLine(SHAPES, line, 'area'),
      lines.map(each => `/main.bcasm:${each} \`area\``),
    ),
  );
  test('a method of a class whose base is not known may be the one of self', () =>
    checkReferences(
      '.class A\n.func m self\nLOAD_VAR self\nCALL_METHOD m 0\n.end\n.end\n.class B\n.func m┆ self\n.end\n.end\n.func f base\nLOAD_VAR base\nMAKE_CLASS B 1\n.end\nMAKE_CLASS A 0',
      ['/main.bcasm:8 `m`', '/main.bcasm:4 `m`'],
    ));
  test('nothing where no name is', () => checkReferences('┆NOP', []));
});

/** A text with the cursor in front of a word of a line (1-based). */
function markLine(text: string, line: number, word: string): string {
  return text
    .split('\n')
    .map((content, index) => (index === line - 1 ? content.replace(word, `┆${word}`) : content))
    .join('\n');
}

describe('the definition of a method', () => {
  test.each([
    ['on self: that of the class', 8, [2]],
    ['by super: that of the base', 16, [2]],
    ['on an object of another class', 41, [22]],
    ['on an object of a class that derives', 47, [15]],
    ['of the base, where the class has none', 50, [6]],
    ['on any object: that of every class', 29, [2, 15, 22]],
  ])('%s', (_, line, lines) =>
    checkDefinition(
      markLine(SHAPES, line, line === 50 ? 'show' : 'area'),
      lines.map(each => `/main.bcasm:${each} \`${line === 50 ? 'show' : 'area'}\``).join(', '),
    ),
  );
});

function checkDocumentHighlight(fixture: Fixture, expected: string[]): void {
  const { snapshot, marks, texts } = openFixture(fixture);
  const found = documentHighlight(snapshot, marks[0]) ?? [];
  const kinds = { [DocumentHighlightKind.Read]: 'read', [DocumentHighlightKind.Write]: 'write', 1: 'text' };
  const [text] = Object.values(texts);
  expect(found.map(({ range, kind }) => `${range.start.line + 1} ${textIn(text, range)} ${kinds[kind ?? 1]}`)).toEqual(
    expected,
  );
}

describe('documentHighlight', () => {
  test('tells reads from writes', () =>
    checkDocumentHighlight('STORE_VAR x\nLOAD_VAR x┆\nDELETE_VAR x\n.func f\n.global x\n.end', [
      '1 x write',
      '2 x read',
      '3 x write',
      '5 x text',
    ]));
  test('an attribute', () =>
    checkDocumentHighlight('.class A\n.func m self\n.end\n.end\nLOAD_VAR o\nLOAD_ATTR m┆\nLOAD_VAR o\nSTORE_ATTR m', [
      '2 m write',
      '6 m read',
      '8 m write',
    ]));
  test('a function and its calls', () =>
    checkDocumentHighlight('.func f┆\n.end\nCALL_FUNC f 0', ['1 f write', '3 f read']));
});

/** Puts a cursor behind the first place that holds a text. */
function mark(text: string, place: string): string {
  return text.replace(place, `${place}┆`);
}

function show({ uri, range }: Location, texts: Readonly<Record<string, string>>): string {
  const file = uri.slice('file://'.length);
  return `${file}:${range.start.line + 1} \`${textIn(texts[file] ?? '', range)}\``;
}
