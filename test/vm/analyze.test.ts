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

  test('survives 100,000 functions inside one another', () => {
    const { diagnostics } = analyzeFiles({ 'main.bcasm': '.func f\n'.repeat(100_000) });
    expect(new Set(diagnostics.map(({ kind }) => kind))).toEqual(new Set(['missing-end', 'misplaced']));
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
