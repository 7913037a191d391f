import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { compare, firstDifference, type PythonProgram } from '../oracle/comparison.ts';
import { randomFrom } from '../verifier/random.ts';
import { collectionProgram } from './collections/random-programs.ts';
import { SEED } from '../support/seed.ts';

// CPython has to start, and runs some hundred programs.
vi.setConfig({ testTimeout: 120_000 });

const ORACLE = path.join(import.meta.dirname, '../oracle');
const PROGRAMS = path.join(import.meta.dirname, 'collections');

describe('collections behave as in CPython', () => {
  it('in programs of their special cases', () => {
    const files = readdirSync(PROGRAMS).filter(file => file.endsWith('.py'));
    expectAgreement(files.map(name => ({ name, source: readFileSync(path.join(PROGRAMS, name), 'utf8') })));
  });

  it(`in random operations, from seed ${SEED}`, () => {
    const random = randomFrom(SEED);
    const programs = Array.from({ length: 20 }, (_, index) => ({
      name: `seed ${SEED}, program ${index}`,
      source: collectionProgram(random),
    }));
    expectAgreement(programs);
  });
});

/** Fails with the first programs that behave differently, and what differs in them. */
function expectAgreement(programs: readonly PythonProgram[]): void {
  const differences = compare(programs, ORACLE).flatMap(comparison => {
    const difference = firstDifference(comparison);
    return difference === null ? [] : [`${comparison.name}: ${difference}`];
  });
  expect(differences.slice(0, 8).join('\n'), `${differences.length} programs differ`).toBe('');
}
