import { expect, test } from 'vitest';
import { resultsPage } from '../../bench/report/pages.mjs';

const CONDITIONS = {
  machine: 'a machine',
  date: '2026-01-01',
  engines: ['CPython', 'bcasm', 'Lua'].map(name => ({ name, version: '1', extension: '', command: [] })),
  missing: [],
};
const PROGRAM = { name: 'fib', about: 'calls', size: 1 };
const NOTES = '## Where a figure falls short\n\nNowhere.\n';

test('the results of programs are ratios to CPython; an engine that was left out has none', () => {
  const page = resultsPage({ steady: [{ program: PROGRAM, milliseconds: [30, 10, Number.NaN] }] }, CONDITIONS, '');
  expect(page).toContain('| [fib](../bench/programs/fib): calls | 30.0 | 10.0 | 3.00 | – |');
  expect(page).toContain('| steady, times as fast as CPython | at least 2.00 | 3.00 | yes |');
});

test('what is written by hand stays', () => {
  const page = resultsPage({}, CONDITIONS, `# Benchmarks\n\nOld results.\n\n${NOTES}`);
  expect(page.endsWith(`\n\n${NOTES}`)).toBe(true);
  expect(page).not.toContain('Old results');
  expect(resultsPage({}, CONDITIONS, page)).toBe(page);
});
