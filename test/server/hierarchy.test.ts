import { describe, expect, test } from 'vitest';
import type { CallHierarchyItem, Location, TypeHierarchyItem } from 'vscode-languageserver';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../server/features/call-hierarchy.ts';
import { declaration } from '../../server/features/declaration.ts';
import { documentLinks } from '../../server/features/document-links.ts';
import { implementation } from '../../server/features/implementation.ts';
import { linkedEditingRanges } from '../../server/features/linked-editing.ts';
import { prepareTypeHierarchy, subtypes, supertypes } from '../../server/features/type-hierarchy.ts';
import { openFixture, textIn, type Fixture } from './fixture.ts';
import { LIBRARY, SHAPES } from './programs.ts';

/** `A` and `B` derive from `Base`, `B` by way of a variable; `C` from `B`; `Other` from nothing. */
const CLASSES = `.class Base
.func run self
.end
.end
.class A
.func run self
.end
.end
.class B
.end
.class C
.func run self
.end
.end
.class Other
.func run self
.end
.end
MAKE_CLASS Base 0
DUP_TOP
MAKE_CLASS A 1
POP_TOP
STORE_VAR base
LOAD_VAR base
MAKE_CLASS B 1
STORE_VAR B
LOAD_VAR B
MAKE_CLASS C 1
MAKE_CLASS Other 0
`;

describe('typeHierarchy', () => {
  function checkTypes(name: string, expected: { readonly super: string[]; readonly sub: string[] }): void {
    const { snapshot, marks } = openFixture(CLASSES.replace(`.class ${name}\n`, `.class ┆${name}\n`));
    const [item] = prepareTypeHierarchy(snapshot, marks[0]) as TypeHierarchyItem[];
    const names = (items: TypeHierarchyItem[] | null) => items?.map(each => each.name);
    expect({ super: names(supertypes(snapshot, item)), sub: names(subtypes(snapshot, item)) }).toEqual(expected);
  }

  test('follows the bases that MAKE_CLASS takes from the stack', () => {
    checkTypes('Base', { super: [], sub: ['A', 'B'] });
    checkTypes('A', { super: ['Base'], sub: [] });
    checkTypes('B', { super: ['Base'], sub: ['C'] });
    checkTypes('Other', { super: [], sub: [] });
  });
  test('an item of a class that is gone has no answer', () => {
    const { snapshot, marks } = openFixture('.class ┆A\n.end');
    const [item] = prepareTypeHierarchy(snapshot, marks[0]) as TypeHierarchyItem[];
    expect(subtypes(openFixture('.class B\n.end').snapshot, item)).toBeNull();
  });
});

describe('implementation', () => {
  function checkImplementation(fixture: string, expected: readonly string[]): void {
    const { snapshot, marks, texts } = openFixture(fixture);
    expect((implementation(snapshot, marks[0]) ?? []).map(each => show(each, texts))).toEqual(expected);
  }

  test('a method: its form in each class that derives from its own', () =>
    checkImplementation(CLASSES.replace('.func run', '.func ┆run'), ['2 run', '6 run', '12 run']));
  test('a call of a method on any object: its form in all classes', () =>
    checkImplementation(`${CLASSES}LOAD_VAR o\nCALL_METHOD ┆run 0\n`, ['2 run', '6 run', '12 run', '16 run']));
  test('a call on self: only what self may be', () =>
    checkImplementation(
      CLASSES.replace('.func run self', '.func run self\nLOAD_VAR self\nCALL_METHOD ┆run 0\nRETURN_VALUE'),
      ['2 run', '9 run', '15 run'],
    ));
  test('a class: all that derive from it', () =>
    checkImplementation(CLASSES.replace('MAKE_CLASS Base', 'MAKE_CLASS Base┆'), ['5 A', '9 B', '11 C']));
  test('a function: itself', () => checkImplementation('.func f\n.end\nCALL_FUNC ┆f 0', ['1 f']));
});

describe('callHierarchy', () => {
  const text =
    '.func f\nCALL_FUNC g 0\nCALL_FUNC g 0\nRETURN_VALUE\n.end\n.func g\nTAIL_CALL_FUNC f 0\n.end\n.class C\n.func m self\nLOAD_VAR self\nCALL_METHOD m 0\n.end\n.end\nCALL_FUNC f 0\nLOAD_VAR o\nCALL_METHOD m 0';

  function checkCalls(fixture: Fixture, expected: { readonly from: string[]; readonly to: string[] }): void {
    const { snapshot, marks, programs } = openFixture(fixture);
    const [item] = prepareCallHierarchy(snapshot, marks[0]) as CallHierarchyItem[];
    const from = incomingCalls(snapshot, item, programs)?.map(call => `${call.from.name} ${linesOf(call.fromRanges)}`);
    const to = outgoingCalls(snapshot, item)?.map(call => `${call.to.name} ${linesOf(call.fromRanges)}`);
    expect({ from, to }).toEqual(expected);
  }

  test('who calls a function, and whom it calls', () => {
    checkCalls(text.replace('.func f', '.func ┆f'), { from: ['g 7', '<main> 15'], to: ['g 2,3'] });
    checkCalls(text.replace('CALL_FUNC g', 'CALL_FUNC ┆g'), { from: ['f 2,3'], to: ['f 7'] });
  });
  test('a method: every call of its name', () =>
    checkCalls(text.replace('.func m', '.func ┆m'), { from: ['m 12', '<main> 17'], to: ['m 12'] }));
  test('a method where classes are known: the calls that may mean it', () =>
    checkCalls(SHAPES.replace('.class Field\n.func area', '.class Field\n.func ┆area'), {
      from: ['area_of 29', '<main> 41'],
      to: [],
    }));
  test('across files', () => {
    const { '/main.bcasm': main, '/lib/shapes.bcasm': library } = LIBRARY;
    checkCalls(
      { '/lib/shapes.bcasm': library.replace('.func area', '.func ┆area'), '/main.bcasm': main },
      {
        from: ['<main> 6'],
        to: [],
      },
    );
  });
  test('nothing but functions has one', () => {
    const { snapshot, marks } = openFixture('┆a: NOP');
    expect(prepareCallHierarchy(snapshot, marks[0])).toBeNull();
  });
});

describe('declaration', () => {
  function checkDeclaration(fixture: Fixture, expected: string | null): void {
    const { snapshot, marks, texts } = openFixture(fixture);
    const found = declaration(snapshot, marks[0]);
    expect(found && show(found, texts)).toBe(expected);
  }

  test('a variable: what the function declares it as', () => {
    checkDeclaration('.func f\n.global x\nLOAD_VAR ┆x\n.end\nSTORE_VAR x', '2 x');
    checkDeclaration('.func f a\n.func g\n.nonlocal a\nLOAD_VAR ┆a\n.end\n.end', '3 a');
    checkDeclaration('.func f\n.global x\n.end\n.func g\nLOAD_VAR ┆x\n.end\nSTORE_VAR x', '7 x');
  });
  test('of what an import gives: the import', () => {
    const main = LIBRARY['/main.bcasm'].replace('CALL_FUNC area', 'CALL_FUNC ┆area');
    checkDeclaration({ ...LIBRARY, '/main.bcasm': main }, '1 "lib/shapes.bcasm"');
  });
  test('of anything else: the definition', () => checkDeclaration('a: JUMP ┆a', '1 a'));
});

describe('documentLinks', () => {
  test('lead to the files that can be read', () => {
    const text = `${LIBRARY['/main.bcasm']}.import "gone.bcasm"\n`;
    const { snapshot } = openFixture({ ...LIBRARY, '/main.bcasm': text });
    const links = documentLinks(snapshot);
    expect(links.map(({ range, target }) => `${textIn(text, range)} -> ${target}`)).toEqual([
      'lib/shapes.bcasm -> file:///lib/shapes.bcasm',
    ]);
  });
});

describe('linkedEditingRanges', () => {
  function checkLinked(fixture: string, expected: readonly string[]): void {
    const { snapshot, marks, texts } = openFixture(fixture);
    const { ranges = [], wordPattern } = linkedEditingRanges(snapshot, marks[0]) ?? {};
    expect(ranges.map(range => show({ uri: 'file:///main.bcasm', range }, texts))).toEqual(expected);
    if (wordPattern !== undefined) expect('größe_1').toMatch(new RegExp(`^${wordPattern}$`));
  }

  test('a label and the jumps to it', () =>
    checkLinked('a┆: JUMP a\n.func f\na: JUMP a\n.end\nJUMP a', ['1 a', '1 a', '5 a']));
  test('a local variable', () => checkLinked('.func f\nSTORE_VAR x\nLOAD_VAR x┆\n.end\nLOAD_VAR x', ['2 x', '3 x']));
  test('nothing that other files may say, or that is spelt in two ways', () => {
    checkLinked('STORE_VAR x\nLOAD_VAR x┆', []);
    checkLinked('ﬁ┆: JUMP fi', []);
  });
});

function show({ uri, range }: Location, texts: Readonly<Record<string, string>>): string {
  return `${range.start.line + 1} ${textIn(texts[uri.slice('file://'.length)], range)}`;
}

function linesOf(ranges: readonly Location['range'][]): string {
  return ranges.map(({ start }) => start.line + 1).join(',');
}
