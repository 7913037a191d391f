import { EngineProcess } from '../engine-process.mjs';
import { mediansOfRounds } from '../rounds.mjs';
import { checkEqual, sizeOf } from './programs.mjs';

/** Sizes as parts of the one that other times are measured with. */
const PARTS = [1 / 32, 1 / 8, 1 / 2, 2];
const ROUNDS = 3;

/**
 * The times of one program for inputs that grow by 4: for each engine one for each size, in milliseconds.
 *
 * @typedef {object} Growth
 * @property {import('../programs.mjs').Program} program
 * @property {number[]} sizes
 * @property {number[][]} milliseconds
 */

/**
 * @param {readonly import('../engines.mjs').Engine[]} engines
 * @param {import('../programs.mjs').Program} program
 * @param {import('../rounds.mjs').Effort} effort
 * @returns {Promise<Growth>}
 */
export async function growth(engines, program, effort) {
  const sizes = PARTS.map(part => Math.ceil(sizeOf(program, effort) * part));
  const processes = await Promise.all(engines.map(engine => EngineProcess.start(engine, program)));
  try {
    // Warms up, and checks.
    for (const size of sizes.slice(0, -1)) {
      const results = [];
      for (const process of processes) results.push((await process.run(size)).result);
      checkEqual(engines, program, results);
    }
    const subjects = processes.flatMap(process =>
      sizes.map(size => async () => (await process.run(size)).milliseconds),
    );
    const medians = await mediansOfRounds(subjects, { ...effort, rounds: ROUNDS });
    const milliseconds = engines.map((_, index) => medians.slice(index * sizes.length, (index + 1) * sizes.length));
    return { program, sizes, milliseconds };
  } finally {
    for (const process of processes) await process.close();
  }
}
