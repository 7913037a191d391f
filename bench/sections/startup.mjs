import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { mediansOfRounds } from '../rounds.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
/** Starting is short and the machine is not: more rounds than for anything else. */
const ROUNDS_FACTOR = 5;

/**
 * What starting takes, from start to end of the process, in milliseconds.
 *
 * @param {import('../engines.mjs').Engine} reference
 * @param {import('../rounds.mjs').Effort} effort
 */
export async function startTimes(reference, effort) {
  const program = path.join(ROOT, 'examples', 'factorial.bcasm');
  const subjects = [
    () => wallTime(process.execPath, [path.join(ROOT, 'bin', 'bcasm.cjs'), 'run', program]),
    () => wallTime(process.execPath, ['-e', '0']),
    () => wallTime(reference.command[0], ['-c', 'pass']),
  ];
  const rounds = effort.rounds * ROUNDS_FACTOR;
  const [own, node, python] = await mediansOfRounds(subjects, { ...effort, rounds, budget: Infinity });
  return { own, node, python };
}

/**
 * @param {string} command
 * @param {readonly string[]} words
 */
async function wallTime(command, words) {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, words, { encoding: 'utf8' });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} failed:\n${stderr}`);
  return milliseconds;
}
