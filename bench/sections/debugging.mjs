import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { steadyTimes } from './programs.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** The difference is small: more rounds than for other times. */
const ROUNDS_FACTOR = 2;

/**
 * Steady times of a plain run, and of one with a breakpoint that is never reached and with checkpoints.
 *
 * @param {import('../programs.mjs').Program} program
 * @param {import('../rounds.mjs').Effort} effort
 * @returns {Promise<import('./programs.mjs').Times>}
 */
export async function debuggedTimes(program, effort) {
  const directory = mkdtempSync(path.join(tmpdir(), 'bcasm-bench-'));
  try {
    const bundle = path.join(directory, 'vm.cjs');
    buildSync({
      entryPoints: [path.join(ROOT, 'vm', 'index.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: bundle,
    });
    return await steadyTimes(
      ['plain', 'debugged'].map(mode => engine(bundle, mode)),
      program,
      { ...effort, rounds: effort.rounds * ROUNDS_FACTOR },
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * @param {string} bundle
 * @param {string} mode
 * @returns {import('../engines.mjs').Engine}
 */
function engine(bundle, mode) {
  const driver = path.join(import.meta.dirname, '..', 'engines', 'machine.cjs');
  return { name: mode, version: '', extension: 'bcasm', command: [process.execPath, driver, bundle, mode] };
}
