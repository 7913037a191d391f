import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepareRename, rename } from '../../server/features/rename.ts';
import { analyze, type Analysis, type Program } from '../../vm/index.ts';
import { applyEdits, openFixture, providerOf, textIn, type Fixture } from './fixture.ts';
import { FACTORIAL, LIBRARY, SCOPES } from './programs.ts';

function checkRename(fixture: Fixture, newName: string, expected: Fixture): void {
  const { snapshot, marks, texts, programs } = openFixture(fixture);
  const answer = rename(snapshot, marks[0], newName, programs);
  if ('refusal' in answer) throw new Error(answer.refusal);
  expect(renamed(texts, answer.changes ?? {})).toEqual(
    typeof expected === 'string' ? { '/main.bcasm': expected } : expected,
  );
}

describe('rename', () => {
  test('a label', () => checkRename('a: NOP\nJUMP a┆', 'loop', 'loop: NOP\nJUMP loop'));
  test('a label of one function only', () =>
    checkRename('a: JUMP a┆\n.func f\na: JUMP a\n.end', 'b', 'b: JUMP b\n.func f\na: JUMP a\n.end'));
  test('a function', () =>
    checkRename('.func f┆ f\nLOAD_VAR f\nCALL_FUNC f 0\n.end', 'g', '.func g f\nLOAD_VAR f\nCALL_FUNC g 0\n.end'));
  test('a class', () =>
    checkRename(
      '.class A┆\n.end\nMAKE_CLASS A 0\nSTORE_VAR A\nLOAD_VAR A',
      'B',
      '.class B\n.end\nMAKE_CLASS B 0\nSTORE_VAR A\nLOAD_VAR A',
    ));
  test('a parameter, with the calls that pass it by name', () =>
    checkRename(
      '.func f a┆=1\nLOAD_VAR a\n.end\nCALL_FUNC f 1 a',
      'b',
      '.func f b=1\nLOAD_VAR b\n.end\nCALL_FUNC f 1 b',
    ));
  test('a captured variable', () =>
    checkRename(
      '.func f\nSTORE_VAR x┆\n.func g\n.nonlocal x\nLOAD_VAR x\n.end\n.end',
      'y',
      '.func f\nSTORE_VAR y\n.func g\n.nonlocal y\nLOAD_VAR y\n.end\n.end',
    ));
  test('a global that has the name of a built-in, and not the calls of that', () =>
    checkRename('STORE_VAR abs┆\nCALL_FUNC abs 1', 'x', 'STORE_VAR x\nCALL_FUNC abs 1'));
  test('a constant in all files', () =>
    checkRename({ ...LIBRARY, '/main.bcasm': LIBRARY['/main.bcasm'].replace('SIDES', 'SIDES┆') }, 'CORNERS', {
      '/main.bcasm': LIBRARY['/main.bcasm'].replaceAll('SIDES', 'CORNERS'),
      '/lib/shapes.bcasm': LIBRARY['/lib/shapes.bcasm'].replaceAll('SIDES', 'CORNERS'),
    }));
  test('a function in all files, from its own', () => {
    const { '/main.bcasm': main, '/lib/shapes.bcasm': library } = LIBRARY;
    checkRename({ '/lib/shapes.bcasm': library.replace('area', 'area┆'), '/main.bcasm': main }, 'surface', {
      '/main.bcasm': main.replaceAll('area', 'surface'),
      '/lib/shapes.bcasm': library.replaceAll('area', 'surface'),
    });
  });
});

function checkRenameRefuses(fixture: Fixture, newName: string, expected: string): void {
  const { snapshot, marks, programs } = openFixture(fixture);
  expect(rename(snapshot, marks[0], newName, programs)).toEqual({ refusal: expected });
}

describe('rename refuses', () => {
  test('what is no name', () =>
    checkRenameRefuses('a┆: NOP', '1x', '`1x` is no name: expected letters, digits and `_`, no digit first.'));
  test('literals', () => checkRenameRefuses('STORE_VAR x┆', 'None', '`None` is a literal of the language.'));
  test('a label that is there', () =>
    checkRenameRefuses('a┆: NOP\nb: NOP', 'b', 'There is a label `b` in main already.'));
  test('a function beside a class', () =>
    checkRenameRefuses('.func f┆\n.end\n.class C\n.end', 'C', 'There is a function or class `C` in main already.'));
  test('a variable that is there', () =>
    checkRenameRefuses('.func f a b┆\n.end', 'a', 'There is a variable `a` in `f` already.'));
  test('a global that is there', () =>
    checkRenameRefuses('STORE_VAR a\nSTORE_VAR b┆', 'a', 'There is a global variable `a` already.'));
  test('a built-in in use', () =>
    checkRenameRefuses('STORE_VAR a┆\nLOAD_VAR abs', 'abs', '`abs` is a built-in that the program uses.'));
  test('a constant that an import gives', () =>
    checkRenameRefuses(
      { ...LIBRARY, '/main.bcasm': '.import "lib/shapes.bcasm"\n.const A┆ 1' },
      'SIDES',
      'There is a constant `SIDES` already.',
    ));
  test('built-ins themselves', () => checkRenameRefuses('CALL_FUNC abs┆ 1', 'x', '`abs` is a built-in.'));
  test('methods', () =>
    checkRenameRefuses(
      '.class C\n.func m┆\n.end\n.end',
      'x',
      '`m` is a method: the program looks it up by name while it runs.',
    ));
  test('a parameter that an unknown callee may have', () =>
    checkRenameRefuses(
      '.func f a┆\nLOAD_VAR a\n.end\nMAKE_FUNC f\nLOAD_CONST 1\nCALL 1 a',
      'b',
      'Line 6 passes `a` by name to a function that is known only when it runs.',
    ));
  test('a global that a function would capture', () =>
    checkRenameRefuses(
      'STORE_VAR g┆\n.func f x\nLOAD_VAR g\n.end',
      'x',
      'On line 3 `x` would mean the parameter of `f`, where it means the global variable now.',
    ));
  test('a local that hides a global in use', () =>
    checkRenameRefuses(
      '.func f x┆\nLOAD_VAR g\n.end\nLOAD_CONST 1\nSTORE_VAR g',
      'g',
      'On line 2 `g` would mean the parameter of `f`, where it means the global variable now.',
    ));
  test('an outer function that an inner one would hide', () =>
    checkRenameRefuses(
      '.func f┆\n.end\n.func o\n.func g\n.end\nCALL_FUNC f 0\n.end',
      'g',
      'On line 6 `g` would mean the function of `o`, where it means the function of main now.',
    ));
  test('where there is no name', () => checkRenameRefuses('┆NOP', 'x', 'There is no name here that could be renamed.'));
});

describe('prepareRename', () => {
  test('gives the word and its stretch', () => {
    const { snapshot, marks, texts, programs } = openFixture('.func f a┆=1\n.end');
    const answer = prepareRename(snapshot, marks[0], programs);
    if ('refusal' in answer) throw new Error(answer.refusal);
    expect([answer.placeholder, textIn(texts['/main.bcasm'], answer.range)]).toEqual(['a', 'a']);
  });
});

describe('laws of rename', () => {
  const programs: Readonly<Record<string, string>>[] = [
    { '/main.bcasm': FACTORIAL },
    { '/main.bcasm': SCOPES },
    LIBRARY,
  ];
  const cases = programs.flatMap(texts => {
    const { snapshot } = openFixture(texts);
    const { tree } = snapshot.analysis.module;
    return Array.from({ length: tree.tokenCount }, (_, token) => ({ texts, token }));
  });
  const newNames = fc.constantFrom('zebra', 'x', 'total', 'größe', 'fact', 'inner', 'abs', 'a');

  test('the program stays the same but for names, and renaming back is the identity', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), newNames, ({ texts, token }, newName) => {
        const before = openFixture(texts);
        const place = placeOfToken(before.snapshot.analysis, token);
        const prepared = prepareRename(before.snapshot, place, before.programs);
        if ('refusal' in prepared) return;
        const old = prepared.placeholder;
        const answer = rename(before.snapshot, place, newName, before.programs);
        if ('refusal' in answer) return;
        const after = renamed(texts, answer.changes ?? {});
        const [file] = Object.keys(texts);
        expect(shapeOf(analyze(file, providerOf(after)).program)).toEqual(shapeOf(before.snapshot.analysis.program));
        const there = openFixture(after);
        const back = rename(there.snapshot, place, old, there.programs);
        if ('refusal' in back) throw new Error(`${old} -> ${newName} cannot be undone: ${back.refusal}`);
        expect(renamed(after, back.changes ?? {})).toEqual(texts);
      }),
      { numRuns: 400 },
    );
  });
});

type Changes = Readonly<Record<string, Parameters<typeof applyEdits>[1]>>;

function renamed(texts: Readonly<Record<string, string>>, changes: Changes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [file, applyEdits(text, changes[`file://${file}`] ?? [])]),
  );
}

function placeOfToken({ module: { tree } }: Analysis, token: number) {
  const before = tree.text.slice(0, tree.tokenStarts[token]).split('\n');
  return { line: before.length - 1, character: (before.at(-1) as string).length };
}

/** A program without its names. */
function shapeOf(program: Program | null): unknown {
  return program?.functions.map(({ opcodes, operands, parameters, constants, variables, sites, cells, captures }) => ({
    opcodes: [...opcodes],
    operands: [...operands],
    parameters: parameters.map(({ kind, defaultValue }) => ({ kind, defaultValue })),
    constants,
    variables: variables.map(({ scope, slot }) => ({ scope, slot })),
    sites: sites.map(({ callee, count, names }) => ({
      callee: callee !== null && 'index' in callee ? callee : callee?.kind,
      count,
      names: names.length,
    })),
    cells: cells.map(({ parameter }) => parameter),
    captures: captures.length,
  }));
}
