import { expect, test, vi } from 'vitest';
import { CATALOGUE, type DiagnosticKind } from '../../vm/index.ts';
import { firstDifference, type Comparison } from './comparison.ts';
import { PROGRAMS, compareCorpus } from './corpus.ts';

// CPython has to start, and runs every program.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** What the translation of a program never is, whatever the program does. */
const STACK_FINDINGS: ReadonlySet<DiagnosticKind> = new Set<DiagnosticKind>([
  'stack-underflow',
  'stack-heights-differ',
  'runs-off-end',
  'stack-below-try',
  'pop-try-without-setup',
]);

const comparisons = compareCorpus();

test('every program has a translation, which is assembled', () => {
  expect(PROGRAMS.length).toBeGreaterThanOrEqual(150);
  expect(comparisons.flatMap(each => diagnosed(each, kind => CATALOGUE[kind].severity === 'error'))).toEqual([]);
  expect(comparisons.filter(({ text }) => text === '').map(each => `${each.name}: ${firstDifference(each)}`)).toEqual(
    [],
  );
});

test('every program behaves as in CPython', () => {
  const differences = comparisons.map(each => [each.name, firstDifference(each)]);
  expect(differences.filter(([, difference]) => difference !== null)).toEqual([]);
});

test('the verifier finds nothing wrong with the stack of a translated program', () => {
  expect(comparisons.flatMap(each => diagnosed(each, kind => STACK_FINDINGS.has(kind)))).toEqual([]);
});

test('the verifier finds no operands that always fail in a program that expects no such error', () => {
  const correct = comparisons.filter((_, index) => !/TypeError|Exception/.test(PROGRAMS[index].source));
  expect(correct.length).toBeGreaterThan(20);
  expect(correct.flatMap(each => diagnosed(each, kind => kind === 'operand-types'))).toEqual([]);
});

/** The diagnostics of some kinds, each with the line of the text that it is about. */
function diagnosed({ name, text, diagnostics }: Comparison, matches: (kind: DiagnosticKind) => boolean): string[] {
  const lines = text.split('\n');
  return diagnostics
    .filter(({ kind }) => matches(kind))
    .map(({ message, span }) => `${name}: ${message}: ${lines[span.start.line].trim()}`);
}
