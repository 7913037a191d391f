import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MNEMONICS, Machine, comparePositions, isAssemblyError, type Analysis } from '../../vm/index.ts';
import { analyzeFiles } from './program.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const examples = readdirSync(EXAMPLES)
  .filter(name => name.endsWith('.bcasm'))
  .map(name => readFileSync(new URL(name, EXAMPLES), 'utf8'));

/** What holds of every analysis; then what can be run is run for a while, and must not throw. */
function checkAnalysis(analysis: Analysis): void {
  const { module, modules, diagnostics, program } = analysis;
  const hasErrors = modules.some(each => each.diagnostics.some(diagnostic => isAssemblyError(diagnostic.kind)));
  expect(program === null).toBe(hasErrors);
  for (const { span, message, fixes } of diagnostics) {
    expect(message).not.toMatch(/undefined|NaN|\[object/);
    for (const { start, end } of [span, ...fixes.flatMap(fix => fix.edits.map(edit => edit.span))]) {
      expect(start.line).toBeLessThan(module.tree.lineCount);
      expect(end.line).toBeLessThan(module.tree.lineCount);
      expect(comparePositions(start, end)).toBeLessThanOrEqual(0);
    }
  }
  if (program === null) return;
  const machine = new Machine(program, {
    host: { write: () => {}, readLine: () => null },
    limits: { stack: 1000, depth: 50 },
  });
  machine.run(2000);
}

/** Lines that mean something together more often than not. */
const name = fc.constantFrom('a', 'b', 'f', 'g', 'loop', 'print', 'LIMIT', 'ｆ');
const operand = fc.oneof(name, fc.constantFrom('0', '1', '2', '-1', '3.5', '"s"', 'None', '99999999999999999999'));
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom(...MNEMONICS), fc.array(operand, { maxLength: 3 }))
    .map(([word, operands]) => [word, ...operands].join(' ')),
  fc
    .tuple(
      fc.constantFrom('.func', '.global', '.nonlocal', '.const', '.class', '.import', '.name', '.line', '.source'),
      fc.array(operand, { maxLength: 3 }),
    )
    .map(([word, operands]) => [word, ...operands].join(' ')),
  fc.constant('.end'),
  name.map(label => `${label}:`),
);
const program = fc.array(line, { maxLength: 30 }).map(lines => lines.join('\n'));

describe('the analysis', () => {
  test.each([
    '',
    '\n',
    '\r\n',
    '\uFEFF',
    '.end',
    '"',
    '.func',
    ':',
    '\0',
    'JUMP 0',
    '.import "main.bcasm"',
    '\ud800:',
    '.const A A',
  ])('has an answer for %j', text => {
    checkAnalysis(analyzeFiles({ 'main.bcasm': text }));
  });

  test('has an answer for random programs, and what it lets through runs without an exception', () => {
    fc.assert(
      fc.property(program, text => {
        checkAnalysis(analyzeFiles({ 'main.bcasm': text }));
      }),
      { numRuns: 1500 },
    );
  });

  test('has an answer for examples with a piece cut out or put in', () => {
    const change = fc.tuple(
      fc.constantFrom(...examples),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(20),
      fc.constantFrom('', '"', '.end\n', '\n', 'x', '\u{1f600}', '.func q\n', ':'),
    );
    fc.assert(
      fc.property(change, ([text, where, length, inserted]) => {
        const at = Math.floor(where * text.length);
        checkAnalysis(analyzeFiles({ 'main.bcasm': text.slice(0, at) + inserted + text.slice(at + length) }));
      }),
      { numRuns: 300 },
    );
  });

  test('is the same every time', () => {
    fc.assert(
      fc.property(program, text => {
        const [first, second] = [analyzeFiles({ 'main.bcasm': text }), analyzeFiles({ 'main.bcasm': text })];
        expect(second.program).toEqual(first.program);
        expect(second.diagnostics).toEqual(first.diagnostics);
      }),
      { numRuns: 200 },
    );
  });

  test('broken text in one function leaves what is said of the others as it was', () => {
    const text = (line: string): string =>
      `.func broken\n${line}\n.end\n.func good\nLOAD_VAR x\nPRINT\nLOAD_VAR y\nADD\n.end`;
    const kindsOf = (line: string): string[] =>
      analyzeFiles({ 'main.bcasm': text(line) })
        .diagnostics.filter(({ span }) => span.start.line > 2)
        .map(({ kind }) => kind);
    const expected = ['variable-never-assigned', 'variable-never-assigned', 'stack-underflow', 'runs-off-end'];
    expect(kindsOf('NOP')).toEqual(expected);
    expect(kindsOf('FOO 5')).toEqual(expected);
    expect(kindsOf('STORE_GLOBALL x')).toEqual(expected.slice(1));
  });

  test('survives 30,000 functions inside one another', () => {
    const { diagnostics } = analyzeFiles({ 'main.bcasm': '.func f\n'.repeat(30_000) });
    expect(new Set(diagnostics.map(({ kind }) => kind))).toEqual(new Set(['missing-end', 'misplaced']));
  });

  const numbered = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('');
  test.each<[title: string, text: string, kinds: readonly string[]]>([
    ['as many labels in one line', 'a:'.repeat(40_000), ['unused-label', 'duplicate-label']],
    ['as many parameters', `.func f ${numbered(40_000, index => `p${index}=1 `)}\n.end`, ['runs-off-end']],
    ['as many imports', `${'.import "lib.bcasm"\n'.repeat(8000)}${'.func f\n.end\n'.repeat(8000)}`, ['unused-import']],
    [
      'as many misspelt constants, and names that they may mean',
      numbered(2000, index => `.const constant_${index} 1\n`) +
        numbered(20_000, index => `LOAD_CONST constnat_${index}\n`),
      ['unknown-constant'],
    ],
    [
      'as many misspelt variables in as many functions',
      numbered(2000, index => `LOAD_CONST 1\nSTORE_VAR variable_${index}\n`) +
        numbered(8000, index => `.func f${index}\nLOAD_VAR vairable_${index}\nRETURN_VALUE\n.end\n`),
      ['variable-never-assigned'],
    ],
  ])('survives %s', (_, text, kinds) => {
    const { diagnostics } = analyzeFiles({ 'main.bcasm': text, 'lib.bcasm': '.const A 1\n' });
    expect(diagnostics.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]));
  });

  test('an error of an import is told to its end: the file that is to be mended', () => {
    const files = {
      'main.bcasm': '.import "outer.bcasm"\n',
      'outer.bcasm': '\n.import "inner.bcasm"\n',
      'inner.bcasm': '\n\nFROB\n',
    };
    const [diagnostic] = analyzeFiles(files).diagnostics;
    expect(diagnostic.message).toBe('cannot import "outer.bcasm": it has an error');
    expect(diagnostic.related.map(({ file, span, message }) => `${file}:${span.start.line + 1} ${message}`)).toEqual([
      'outer.bcasm:2 cannot import "inner.bcasm": it has an error',
      'inner.bcasm:3 unknown instruction `FROB`',
    ]);
  });

  test('what is wrong with an imported function shows where it is defined, and what is given twice where it was first', () => {
    const files = {
      'main.bcasm': '.import "lib.bcasm"\nCALL_FUNC f 0\nMAKE_CLASS f 0\nCALL_FUNC print 2 end end\n',
      'lib.bcasm': '\n.func f a\nLOAD_VAR a\nRETURN_VALUE\n.end\n',
    };
    const shown = analyzeFiles(files).diagnostics.map(
      ({ kind, related }) =>
        `${kind}: ${related.map(({ file, span }) => `${file}:${span.start.line + 1}:${span.start.column + 1}`).join()}`,
    );
    expect(shown).toEqual([
      'argument-count: lib.bcasm:2:7',
      'operand-kind: lib.bcasm:2:7',
      'duplicate-parameter: main.bcasm:4:19',
    ]);
  });

  test('a word that is a value is said to be one where a name has to stand', () => {
    const { diagnostics } = analyzeFiles({ 'main.bcasm': 'LOAD_CONST 1\nLOAD_ATTR inf\nPOP_TOP\nHALT\n' });
    expect(diagnostics.map(({ message }) => message)).toEqual(['expected an attribute name, found the constant `inf`']);
  });

  test.each(['.', '.f', '.fu x', '.fun', '.func', '.func new'])(
    '`%s` above a function keeps nothing in main from being found',
    typed => {
      const lines = [
        'LOAD_CONST 1',
        'ADD',
        'PRINT',
        typed,
        '.func f',
        'LOAD_CONST 2',
        'RETURN_VALUE',
        '.end',
        'CALL_FUNC f 0',
        'PRINT',
      ];
      const { diagnostics, module } = analyzeFiles({ 'main.bcasm': lines.join('\n') });
      expect(diagnostics.map(({ kind, span }) => `${span.start.line} ${kind}`)).toContain('1 stack-underflow');
      expect(diagnostics.some(({ span }) => span.start.line === 3)).toBe(true);
      expect(module.scopes[0].isBroken).toBe(false);
    },
  );
  test('messages never hold control characters', () => {
    const { diagnostics } = analyzeFiles({
      'main.bcasm': '.import "\x1b[31m"\n\x1b[31m\nLOAD_CONST "\x07\nNOP \x07\n\0:\n',
    });
    for (const { message } of diagnostics) expect(message).not.toMatch(/\p{Cc}/u);
    expect(diagnostics).toHaveLength(5);
  });

  test('a misspelt name is mended by a fix: a local, a global, a built-in', () => {
    const text = `.func f
LOAD_CONST 1
STORE_VAR total
LOAD_VAR totl
LOAD_LOCAL totla
LOAD_VAR conuter
LOAD_VAR pritn
DELETE_VAR prnit
RETURN_VALUE
.end
CALL_FUNC f 0
STORE_VAR counter
`;
    const fixes = analyzeFiles({ 'main.bcasm': text }).diagnostics.flatMap(each =>
      each.fixes.map(({ edits }) => edits[0].newText),
    );
    expect(fixes).toEqual(['total', 'total', 'counter', 'print']);
  });

  test('imports functions and constants, own definitions first, and tells what cannot be imported', () => {
    const library =
      '.func twice x\nLOAD_VAR x\nDUP_TOP\nADD\nRETURN_VALUE\n.end\n.const TEN 10\nLOAD_CONST "not run"\nPRINT\n';
    const files = {
      'main.bcasm':
        '.import "lib.bcasm"\n.import "none.bcasm"\n.import "loop.bcasm"\nLOAD_CONST TEN\nCALL_FUNC twice 1\nPRINT',
      'lib.bcasm': library,
      'loop.bcasm': '.import "main.bcasm"\n',
    };
    expect(analyzeFiles(files).diagnostics.map(({ message, span }) => `${span.start.line}: ${message}`)).toEqual([
      '1: cannot import "none.bcasm": no such file',
      '2: cannot import "loop.bcasm": it has an error',
    ]);
    const good = analyzeFiles({
      ...files,
      'main.bcasm': files['main.bcasm'].replace(/\.import "(none|loop).*\n/g, ''),
    });
    expect(good.diagnostics).toEqual([]);
    expect(good.program?.functions.map(each => each.name)).toEqual(['<main>', 'twice']);
  });
});
