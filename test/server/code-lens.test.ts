import { describe, expect, test } from 'vitest';
import { codeLens, resolveCodeLens } from '../../server/features/code-lens.ts';
import { openFixture, type Fixture } from './fixture.ts';
import { LIBRARY, SHAPES } from './programs.ts';

/** `line: title (command)` of each lens, once it has its words. */
function checkCodeLens(fixture: Fixture, expected: readonly string[], commands?: readonly string[]): void {
  const client = commands === undefined ? {} : { commands: new Set(commands) };
  const { snapshot, programs } = openFixture(fixture, { client });
  const shown = codeLens(snapshot).map(lens => {
    const { range, command } = lens.command === undefined ? resolveCodeLens(snapshot, lens, programs) : lens;
    return `${range.start.line + 1}: ${command?.title} (${command?.command})`;
  });
  expect(shown).toEqual(expected);
}

describe('codeLens', () => {
  test('runs and debugs main, counts references, and tells what a call does to the stack', () =>
    checkCodeLens('.func f a b\nLOAD_CONST 1\nRETURN_VALUE\n.end\nLOAD_CONST 1\nDUP_TOP\nCALL_FUNC f 2', [
      '5: ▷ Run (bcasm.runFile)',
      '5: Debug (bcasm.debugFile)',
      '1: 1 reference (bcasm.showReferences)',
      '1: a b -- int ()',
    ]));
  test('offers no command that the editor does not know', () =>
    checkCodeLens('.class C\n.end\nMAKE_CLASS C 0\nMAKE_CLASS C 0', ['1: 2 references ()'], []));
  test('counts across files', () => {
    const { '/main.bcasm': main, '/lib/shapes.bcasm': library } = LIBRARY;
    checkCodeLens({ '/lib/shapes.bcasm': library, '/main.bcasm': main }, [
      '3: 1 reference (bcasm.showReferences)',
      '3: width height -- result ()',
    ]);
  });
  test('counts the calls of a method, and those that only have its name', () => {
    const { snapshot, programs } = openFixture(SHAPES);
    const titles = codeLens(snapshot)
      .map(lens => [lens.range.start.line + 1, resolveCodeLens(snapshot, lens, programs).command?.title] as const)
      .filter(([, title]) => title?.includes('reference') === true)
      .map(([line, title]) => `${line}: ${title}`);
    expect(titles).toEqual([
      '1: 1 reference',
      '2: 2 references, 1 more by name',
      '6: 1 reference',
      '14: 1 reference',
      '15: 2 references, 1 more by name',
      '21: 1 reference',
      '22: 1 reference, 1 more by name',
      '27: 0 references',
    ]);
  });
  test('says of a method that operators call what it is', () =>
    checkCodeLens(
      '.class C\n.func __len__ self\nLOAD_CONST 0\nRETURN_VALUE\n.end\n.func m self\nLOAD_CONST 0\nRETURN_VALUE\n.end\n.end\nLOAD_VAR o\nCALL_METHOD m 0',
      [
        '11: ▷ Run (bcasm.runFile)',
        '11: Debug (bcasm.debugFile)',
        '1: 0 references ()',
        '2: special method ()',
        '2: self -- int ()',
        '6: 1 reference by name (bcasm.showReferences)',
        '6: self -- int ()',
      ],
    ));
  test('the references go with the command', () => {
    const { snapshot, programs } = openFixture('.func f\n.end\nCALL_FUNC f 0');
    const lens = codeLens(snapshot).find(({ command }) => command === undefined);
    const { command } = resolveCodeLens(snapshot, lens ?? codeLens(snapshot)[0], programs);
    expect(command?.arguments).toMatchObject([
      'file:///main.bcasm',
      { line: 0, character: 6 },
      [{ range: { start: { line: 2, character: 10 } } }],
    ]);
  });
  test('a lens of another text says nothing', () => {
    const { snapshot, programs } = openFixture('NOP');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const data = { uri: 'file:///main.bcasm', scope: 7, kind: 'effect' };
    expect(resolveCodeLens(snapshot, { range, data }, programs).command?.title).toBe('');
  });
});
