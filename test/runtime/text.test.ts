import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { compare, firstDifference, type PythonProgram } from '../oracle/comparison.ts';
import { RandomValues } from '../values/random.ts';
import { programOfCalls, programOfCircles, programOfTexts } from './random-text-programs.ts';

// CPython has to start, and runs every program.
vi.setConfig({ testTimeout: 120_000 });

const ORACLE = path.join(import.meta.dirname, '../oracle');
const WRITTEN = path.join(import.meta.dirname, 'text');

test('texts, formats and conversions of objects agree with CPython', () => {
  const programs = readdirSync(WRITTEN).map(name => ({ name, source: readFileSync(path.join(WRITTEN, name), 'utf8') }));
  expect(programs.length).toBeGreaterThanOrEqual(3);
  expectAgreement(programs);
});

test('random values that hold one another and objects of the program show themselves as in CPython', () => {
  const random = new RandomValues('texts');
  expectAgreement(random.times(6, () => ({ name: 'texts', source: programOfTexts(random) })));
});

test('random values in circles show themselves as in CPython', () => {
  const random = new RandomValues('circles');
  expectAgreement(random.times(25, () => ({ name: 'circles', source: programOfCircles(random) })));
});

test('random calls of methods and conversions give what they give in CPython, also with wrong arguments', () => {
  const random = new RandomValues('calls');
  expectAgreement(random.times(6, () => ({ name: 'calls', source: programOfCalls(random) })));
});

function expectAgreement(programs: readonly PythonProgram[]): void {
  const differences = compare(programs, ORACLE).flatMap(comparison => {
    const difference = firstDifference(comparison);
    return difference === null ? [] : [`${comparison.name}: ${difference}`];
  });
  expect(differences).toEqual([]);
}
