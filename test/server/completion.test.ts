import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { completion } from '../../server/features/completion.ts';
import { resolveCompletion } from '../../server/features/completion/item.ts';
import { applyEdits, openFixture, type Fixture } from './fixture.ts';
import { LIBRARY } from './programs.ts';

function itemsAt(fixture: Fixture, trigger?: string) {
  const { snapshot, marks, texts } = openFixture(fixture);
  const { items } = completion(snapshot, { position: marks[0], trigger, files: () => Object.keys(texts) });
  return items.toSorted((a, b) => ((a.sortText as string) < (b.sortText as string) ? -1 : 1));
}

describe('completion offers', () => {
  /** Just these, the likeliest first. */
  function check(fixture: Fixture, expected: readonly string[]): void {
    expect(itemsAt(fixture).map(({ label }) => label)).toEqual(expected);
  }
  /** These among others, and none of those. */
  function checkSome(fixture: Fixture, expected: readonly string[], missing: readonly string[] = []): void {
    const labels = itemsAt(fixture).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining([...expected]));
    expect(labels.filter(label => missing.includes(label))).toEqual([]);
  }

  test('instructions and directives at the head of a line', () => {
    checkSome('┆', ['LOAD_CONST', 'CALL_FUNC', '.func']);
    checkSome('loop: LO┆', ['LOAD_CONST', '.func']);
  });
  test('directives alone behind a dot', () => checkSome('  .┆', ['.func', '.end'], ['NOP']));
  test('labels of this function', () => check('a: NOP\nJUMP ┆\n.func f\nb: NOP\n.end', ['a']));
  test('functions in scope, inner ones first', () => {
    const labels = itemsAt('.func outer\n.func inner\n.end\nCALL_FUNC ┆\n.end').map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['inner', 'outer', 'abs']);
  });
  test('no built-ins to make function values of', () => check('.func f\n.end\nMAKE_FUNC ┆', ['f']));
  test('counts that fit', () => check('.func f a b c=1\n.end\nCALL_FUNC f ┆', ['2', '3']));
  test('argument names that are left', () => check('.func f a b\n.end\nCALL_FUNC f 2 a ┆', ['b']));
  test('constants of earlier lines', () =>
    check('.const A 1\nLOAD_CONST ┆\n.const B 2', ['A', '-inf', 'False', 'None', 'True', 'inf', 'nan']));
  test('constants as defaults', () => checkSome('.const A 1\n.func f a=┆\n.end', ['A', 'None']));
  test('variables: own, global, built-in', () =>
    checkSome('STORE_VAR g\n.func f p\nSTORE_VAR l\nLOAD_VAR ┆\n.end', ['p', 'l', 'g', 'print']));
  test('captured variables', () =>
    checkSome('.func f p\n.func g\n.nonlocal p\nLOAD_LOCAL ┆\n.end\n.end', ['p'], ['print']));
  test('no built-ins to store in', () => checkSome('STORE_VAR a\nSTORE_VAR ┆', ['a'], ['print']));
  test('globals of imported files', () =>
    checkSome({ ...LIBRARY, '/main.bcasm': '.import "lib/shapes.bcasm"\nLOAD_VAR ┆' }, ['total']));
  test('enclosing variables behind .nonlocal', () =>
    check('.func f p q\n.func g\n.nonlocal ┆\n.end\n.end', ['p', 'q']));
  test('paths of imports', () => check({ ...LIBRARY, '/main.bcasm': '.import "┆"' }, ['lib/shapes.bcasm']));
  test('nothing in comments', () => check('NOP ; LO┆', []));
  test('nothing in strings', () => {
    check('LOAD_CONST "LO┆"', []);
    check('LOAD_CONST "LO┆', []);
  });
  test('nothing behind the last operand', () => check('LOAD_CONST 1 ┆', []));
  test('nothing behind a word that is no instruction', () => check('FROB ┆', []));
  test('nothing for a blank that indents', () => expect(itemsAt('  ┆', ' ')).toEqual([]));
  test('operands for a blank behind a mnemonic', () => expect(itemsAt('a: JUMP ┆', ' ')).toHaveLength(1));
});

describe('completion replaces', () => {
  function check(fixture: string, label: string, expected: string): void {
    const { snapshot, marks, texts } = openFixture(fixture);
    const { items } = completion(snapshot, { position: marks[0], files: () => [] });
    const item = items.find(each => each.label === label);
    expect(applyEdits(texts['/main.bcasm'], [item?.textEdit as TextEdit])).toBe(expected);
  }

  test('a partial word', () => check('  LOA┆ 1', 'LOAD_CONST', '  LOAD_CONST 1'));
  test('the dot too', () => check('.fu┆', '.func', '.func'));
  test('the rest of the word', () => check('LOAD┆_VAR x', 'LOAD_CONST', 'LOAD_CONST x'));
  test('nothing, between blanks', () => check('a: JUMP ┆ ; x', 'a', 'a: JUMP a ; x'));
  test('a default', () => check('.const A 1\n.func f a=┆\n.end', 'A', '.const A 1\n.func f a=A\n.end'));
  test('with the count of a function, as a tab stop', () =>
    check('.func f a b=1 * c\n.end\nCALL_FUNC ┆', 'f', '.func f a b=1 * c\n.end\nCALL_FUNC f ${1:2} c$0'));
  test('without it, where one stands', () =>
    check('.func f a\n.end\nCALL_FUNC ┆ 1', 'f', '.func f a\n.end\nCALL_FUNC f 1'));
});

describe('completion explains', () => {
  test('the operands and the stack picture beside an instruction', () => {
    const item = itemsAt('┆').find(({ label }) => label === 'STORE_VAR');
    expect(item?.labelDetails).toEqual({ detail: ' x', description: 'v --' });
  });
  test('the reference when it is selected', () => {
    for (const label of ['STORE_VAR', '.const']) {
      const item = itemsAt('┆').find(each => each.label === label);
      expect(item?.documentation).toBeUndefined();
      expect(resolveCompletion(item ?? { label }, true).documentation).toMatchObject({ kind: 'markdown' });
    }
  });
  test('what it does not know is left as it is', () => {
    const item = { label: 'x', data: { table: 'instruction', name: 'constructor' } };
    expect(resolveCompletion(item, true)).toBe(item);
  });
});
