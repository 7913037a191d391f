import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { completion } from '../../server/features/completion.ts';
import { resolveCompletion } from '../../server/features/completion/item.ts';
import { INSTRUCTIONS, instructionOf, needsCaller, stackEffect, type Instruction } from '../../vm/index.ts';
import { applyEdits, openFixture, type Fixture } from './fixture.ts';
import { LIBRARY } from './programs.ts';

function itemsAt(fixture: Fixture, trigger?: string) {
  const { snapshot, marks, texts } = openFixture(fixture);
  const { items } = completion(snapshot, { position: marks[0], trigger, files: () => Object.keys(texts) });
  return items.toSorted((a, b) => ((a.sortText as string) < (b.sortText as string) ? -1 : 1));
}

/** Just these, the likeliest first. */
function checkCompletionOffers(fixture: Fixture, expected: readonly string[]): void {
  expect(itemsAt(fixture).map(({ label }) => label)).toEqual(expected);
}

/** These among others, and none of those. */
function checkSomeCompletionOffers(
  fixture: Fixture,
  expected: readonly string[],
  missing: readonly string[] = [],
): void {
  const labels = itemsAt(fixture).map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining([...expected]));
  expect(labels.filter(label => missing.includes(label))).toEqual([]);
}

describe('completion offers', () => {
  test('instructions and directives at the head of a line', () => {
    checkSomeCompletionOffers('┆', ['LOAD_CONST', 'CALL_FUNC', '.func']);
    checkSomeCompletionOffers('loop: LO┆', ['LOAD_CONST', '.func']);
  });
  test('directives alone behind a dot', () => checkSomeCompletionOffers('  .┆', ['.func', '.end'], ['NOP']));
  test('labels of this function', () => checkCompletionOffers('a: NOP\nJUMP ┆\n.func f\nb: NOP\n.end', ['a']));
  test('classes in scope', () => checkCompletionOffers('.class C\n.end\n.class D\n.end\nMAKE_CLASS ┆', ['C', 'D']));
  test('labels for a handler', () => checkCompletionOffers('SETUP_TRY ┆\nPOP_TRY\nHALT\nh: RAISE', ['h']));
  test('functions in scope, inner ones first', () => {
    const labels = itemsAt('.func outer\n.func inner\n.end\nCALL_FUNC ┆\n.end').map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['inner', 'outer', 'abs']);
  });
  test('no built-ins to make function values of', () => checkCompletionOffers('.func f\n.end\nMAKE_FUNC ┆', ['f']));
  test('counts that fit', () => checkCompletionOffers('.func f a b c=1\n.end\nCALL_FUNC f ┆', ['2', '3']));
  test('argument names that are left', () => checkCompletionOffers('.func f a b\n.end\nCALL_FUNC f 2 a ┆', ['b']));
  test('constants of earlier lines', () =>
    checkCompletionOffers('.const A 1\nLOAD_CONST ┆\n.const B 2', [
      'A',
      '-inf',
      'False',
      'None',
      'True',
      'inf',
      'nan',
    ]));
  test('constants as defaults', () => checkSomeCompletionOffers('.const A 1\n.func f a=┆\n.end', ['A', 'None']));
  test('variables: own, global, built-in', () =>
    checkSomeCompletionOffers('STORE_VAR g\n.func f p\nSTORE_VAR l\nLOAD_VAR ┆\n.end', ['p', 'l', 'g', 'print']));
  test('captured variables', () =>
    checkSomeCompletionOffers('.func f p\n.func g\n.nonlocal p\nLOAD_LOCAL ┆\n.end\n.end', ['p'], ['print']));
  test('no built-ins to store in', () => checkSomeCompletionOffers('STORE_VAR a\nSTORE_VAR ┆', ['a'], ['print']));
  test('globals of imported files', () =>
    checkSomeCompletionOffers({ ...LIBRARY, '/main.bcasm': '.import "lib/shapes.bcasm"\nLOAD_VAR ┆' }, ['total']));
  test('enclosing variables behind .nonlocal', () =>
    checkCompletionOffers('.func f p q\n.func g\n.nonlocal ┆\n.end\n.end', ['p', 'q']));
  test('paths of imports', () =>
    checkCompletionOffers({ ...LIBRARY, '/main.bcasm': '.import "┆"' }, ['lib/shapes.bcasm']));
  test('methods and attributes of the inferred kind, with the number of arguments above it', () => {
    checkSomeCompletionOffers('LOAD_CONST "a"\nCALL_METHOD ┆', ['split', 'upper'], ['append']);
    checkSomeCompletionOffers('BUILD_LIST 0\nLOAD_CONST 1\nCALL_METHOD ┆ 1', ['append'], ['split', 'bit_length']);
    checkSomeCompletionOffers('LOAD_CONST 1\nLOAD_ATTR ┆', ['real', 'bit_length'], ['split']);
    checkCompletionReplaces(
      'LOAD_VAR x\nLOAD_CONST 1\nSWAP\nCALL_METHOD bit┆',
      'bit_length',
      'LOAD_VAR x\nLOAD_CONST 1\nSWAP\nCALL_METHOD bit_length ${1:1}$0',
    );
    checkCompletionOffers('LOAD_CONST 1\nLOAD_CONST 2\nSTORE_ATTR ┆', []);
  });
  test('what the class of self has before what others have', () => {
    const text =
      '.class A\n.func f self\nLOAD_VAR self\nLOAD_CONST 1\nSTORE_ATTR x\nLOAD_VAR self\nLOAD_ATTR ┆\n.end\n.end\n' +
      '.class B\n.func g self\n.end\n.end\nLOAD_VAR o\nLOAD_CONST 1\nSTORE_ATTR y';
    checkCompletionOffers(text, ['f', 'x', 'g', 'y']);
    checkCompletionOffers(text.replace('LOAD_ATTR', 'LOAD_SUPER'), ['f', 'g', 'x', 'y']);
  });
  test('first the labels that are reached with as many values', () =>
    checkCompletionOffers('LOAD_CONST 1\na: PRINT\nb: NOP\nLOAD_CONST 2\nJUMP ┆', ['a', 'b']));
  test('only directives directly in a class', () =>
    checkSomeCompletionOffers('.class C\n┆\n.end', ['.func', '.end'], ['NOP', 'LOAD_CONST']));
  test('last what may not stand here', () => {
    const rankIn = (fixture: string, label: string) =>
      itemsAt(fixture).find(each => each.label === label)?.sortText?.[0];
    expect(rankIn('┆', 'RETURN_VALUE')).toBe('3');
    expect(rankIn('LOAD_CONST 1\n.func f\n┆\n.end', 'YIELD')).toBe('1');
    expect(rankIn('.func f\n┆\n.end', 'LOAD_SUPER')).toBe('3');
  });
  test('whole functions, also those that are called and not written yet', () => {
    checkCompletionReplaces(
      '.fu┆\nCALL_FUNC area 2',
      '.func area … .end',
      '.func area ${1:a1} ${2:a2}\n        $0\n        RETURN_VALUE\n.end\nCALL_FUNC area 2',
    );
    checkSomeCompletionOffers('.class C\n┆\n.end', ['.func … .end']);
  });
  test('the first of very many names, and that there are more', () => {
    const text = Array.from({ length: 1_000 }, (_, index) => `.func f${index}\n.end`).join('\n');
    const ask = (typed: string) => {
      const { snapshot, marks } = openFixture(`${text}\nCALL_FUNC ${typed}┆`);
      return completion(snapshot, { position: marks[0], files: () => [] });
    };
    const { items, isIncomplete } = ask('');
    expect(isIncomplete).toBe(true);
    expect(items.length).toBeLessThan(500);
    expect(ask('f99').items.map(({ label }) => label)).toContain('f998');
  });
  test('nothing in comments', () => checkCompletionOffers('NOP ; LO┆', []));
  test('nothing in strings', () => {
    checkCompletionOffers('LOAD_CONST "LO┆"', []);
    checkCompletionOffers('LOAD_CONST "LO┆', []);
  });
  test('nothing behind the last operand', () => checkCompletionOffers('LOAD_CONST 1 ┆', []));
  test('nothing behind a word that is no instruction', () => checkCompletionOffers('FROB ┆', []));
  test('nothing for a blank that indents', () => expect(itemsAt('  ┆', ' ')).toEqual([]));
  test('operands for a blank behind a mnemonic', () => expect(itemsAt('a: JUMP ┆', ' ')).toHaveLength(1));
});

/** The instructions of these that find enough values on the stack. */
function checkCompletionPutsFirstWhatFitsTheStack(fixture: string, expected: readonly string[]): void {
  const asked = ['NOP', 'PRINT', 'ADD', 'ROT_THREE'];
  const fitting = itemsAt(fixture).filter(({ label, sortText }) => asked.includes(label) && sortText?.startsWith('0'));
  expect(fitting.map(({ label }) => label)).toEqual(expected.toSorted());
}

describe('completion puts first what fits the stack', () => {
  test('at the end of the code', () => checkCompletionPutsFirstWhatFitsTheStack('LOAD_CONST 1\n┆', ['NOP', 'PRINT']));
  test('between instructions', () =>
    checkCompletionPutsFirstWhatFitsTheStack('LOAD_CONST 1\nLOAD_CONST 1\n┆\nADD', ['NOP', 'PRINT', 'ADD']));
  test('on a half-typed word, which keeps the function from being verified', () =>
    checkCompletionPutsFirstWhatFitsTheStack('LOAD_CONST 1\nPR┆\nPOP_TOP', ['NOP', 'PRINT']));
  test('behind a label', () =>
    checkCompletionPutsFirstWhatFitsTheStack('LOAD_CONST 1\na: b: PR┆\nJUMP a', ['NOP', 'PRINT']));
  test('in a function between others, that have errors of their own', () =>
    checkCompletionPutsFirstWhatFitsTheStack(
      '.func a\nFROB\n.end\n.func b x\n.func c\nFROB\n.end\nLOAD_VAR x\nDUP_TOP\nA┆\n.end\nFROB\n',
      ['ADD', 'NOP', 'PRINT'],
    ));
  test('all of them where nothing is known', () =>
    checkCompletionPutsFirstWhatFitsTheStack('FROB\nA┆', ['NOP', 'PRINT', 'ADD', 'ROT_THREE']));
});

describe('completion puts behind what would fail for the kinds on the stack', () => {
  const groupOf = (fixture: string) => {
    const groups = new Map(itemsAt(fixture).map(({ label, sortText }) => [label, sortText?.[0]]));
    return (label: string) => groups.get(label);
  };

  test('as the difference of a text and a number', () => {
    const group = groupOf('LOAD_CONST "a"\nLOAD_CONST 1\n┆');
    expect(['MUL', 'LOAD_INDEX', 'EQ', 'PRINT'].map(group)).toEqual(['0', '0', '0', '0']);
    expect(['SUB', 'ADD', 'CALL_SPREAD', 'GET_ITER', 'LEN', 'RAISE'].map(group)).toEqual([
      '1',
      '1',
      '1',
      '1',
      '1',
      '1',
    ]);
    expect(group('CALL')).toBe('1');
    expect(groupOf('LOAD_VAR f\nLOAD_CONST 1\n┆')('CALL')).toBe('0');
  });

  test('law: those and no others, for which the verifier finds that they always fail', () => {
    const values = ['LOAD_CONST 1', 'LOAD_CONST "a"', 'LOAD_CONST None', 'BUILD_LIST 0', 'BUILD_DICT 0', 'LOAD_VAR x'];
    values.push('.class C\n.end\nMAKE_CLASS C 0');
    const plain = INSTRUCTIONS.filter(({ operands, code, flow }) => {
      return operands.length === 0 && !needsCaller(code) && flow !== 'halt' && stackEffectOf(code).pops <= 2;
    });
    for (const below of values) {
      for (const top of values.map(text => text.replaceAll(' C', ' D'))) {
        const group = groupOf(`${below}\n${top}\n┆`);
        for (const { mnemonic } of plain) {
          const text = `${below}\n${top}\n${mnemonic}\n`;
          const fails = openFixture(text).snapshot.analysis.diagnostics.some(({ kind }) => kind === 'operand-types');
          expect(group(mnemonic), text).toBe(fails ? '1' : '0');
        }
      }
    }
  });
});

function stackEffectOf(code: number): { readonly pops: number } {
  return stackEffect(instructionOf(code) as Instruction, 'next', 0);
}

function checkCompletionReplaces(fixture: string, label: string, expected: string): void {
  const { snapshot, marks, texts } = openFixture(fixture);
  const { items } = completion(snapshot, { position: marks[0], files: () => [] });
  const item = items.find(each => each.label === label);
  expect(applyEdits(texts['/main.bcasm'], [item?.textEdit as TextEdit])).toBe(expected);
}

describe('completion replaces', () => {
  test('a partial word', () => checkCompletionReplaces('  LOA┆ 1', 'LOAD_CONST', '  LOAD_CONST 1'));
  test('the dot too', () => checkCompletionReplaces('.fu┆', '.func', '.func'));
  test('the rest of the word', () => checkCompletionReplaces('LOAD┆_VAR x', 'LOAD_CONST', 'LOAD_CONST x'));
  test('nothing, between blanks', () => checkCompletionReplaces('a: JUMP ┆ ; x', 'a', 'a: JUMP a ; x'));
  test('a default', () =>
    checkCompletionReplaces('.const A 1\n.func f a=┆\n.end', 'A', '.const A 1\n.func f a=A\n.end'));
  test('with the count of a function, as a tab stop', () =>
    checkCompletionReplaces(
      '.func f a b=1 * c\n.end\nCALL_FUNC ┆',
      'f',
      '.func f a b=1 * c\n.end\nCALL_FUNC f ${1:2} c$0',
    ));
  test('without it, where one stands', () =>
    checkCompletionReplaces('.func f a\n.end\nCALL_FUNC ┆ 1', 'f', '.func f a\n.end\nCALL_FUNC f 1'));
});

describe('completion explains', () => {
  test('the operands and the stack picture beside an instruction', () => {
    const item = itemsAt('┆').find(({ label }) => label === 'STORE_VAR');
    expect(item?.labelDetails).toEqual({ detail: ' x', description: 'v --' });
  });
  const { snapshot } = openFixture('NOP');
  test('the reference when it is selected', () => {
    for (const label of ['STORE_VAR', '.const']) {
      const item = itemsAt('┆').find(each => each.label === label);
      expect(item?.documentation).toBeUndefined();
      expect(resolveCompletion(snapshot, item ?? { label }).documentation).toMatchObject({ kind: 'markdown' });
    }
  });
  test('what a method of a built-in type does', () => {
    const { snapshot: text, marks } = openFixture('LOAD_CONST "a"\nCALL_METHOD spl┆');
    const { items } = completion(text, { position: marks[0], files: () => [] });
    const item = items.find(({ label }) => label === 'split');
    expect(resolveCompletion(text, item ?? { label: '' })).toMatchObject({
      documentation: { value: expect.stringContaining('str.split(sep=None, maxsplit=-1)') },
    });
    for (const data of [
      { table: 'member', name: 'constructor', type: 'str' },
      { table: 'member', name: 'split', type: 'toString' },
    ]) {
      const unknown = { label: 'x', data: { ...data, uri: 'file:///main.bcasm' } };
      expect(resolveCompletion(text, unknown)).toBe(unknown);
    }
  });
  test('what is written above a function, and what it does to the stack', () => {
    const { snapshot: functions, marks } = openFixture(
      '; adds\n.func add a b\nLOAD_CONST 1\nRETURN_VALUE\n.end\nCALL_FUNC ┆',
    );
    const { items } = completion(functions, { position: marks[0], files: () => [] });
    const item = resolveCompletion(functions, items[0]);
    expect(item).toMatchObject({ label: 'add', documentation: { value: '```text\na b -- int\n```\n\nadds' } });
    expect(resolveCompletion(snapshot, items[0])).toBe(items[0]);
  });
  test('what it does not know is left as it is', () => {
    const item = { label: 'x', data: { table: 'instruction', name: 'constructor', uri: 'file:///main.bcasm' } };
    expect(resolveCompletion(snapshot, item)).toBe(item);
  });
});
