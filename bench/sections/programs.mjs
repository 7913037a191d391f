import { EngineProcess } from '../engine-process.mjs';
import { mediansOfRounds } from '../rounds.mjs';

/**
 * The times of one program: one for each engine, in their order, in milliseconds; NaN for one that is left out.
 *
 * @typedef {object} Times
 * @property {import('../programs.mjs').Program} program
 * @property {number[]} milliseconds
 */

const WARM_UP_RUNS = 4;
/** Milliseconds; an engine so slow is warm after its first run. */
const LONG_WARM_UP = 1_000;

/** @typedef {(engines: readonly import('../engines.mjs').Engine[]) => Promise<number[]>} Measure */

/**
 * Times in processes that have run for a while.
 *
 * @param {readonly import('../engines.mjs').Engine[]} engines
 * @param {import('../programs.mjs').Program} program
 * @param {import('../rounds.mjs').Effort} effort
 * @returns {Promise<Times>}
 */
export function steadyTimes(engines, program, effort) {
  return timesOf(engines, program, able => measureSteady(able, program, effort));
}

/**
 * Times of the first run in a fresh process; what it takes to start and to load the program is left out.
 *
 * @param {readonly import('../engines.mjs').Engine[]} engines
 * @param {import('../programs.mjs').Program} program
 * @param {import('../rounds.mjs').Effort} effort
 * @returns {Promise<Times>}
 */
export function firstRunTimes(engines, program, effort) {
  return timesOf(engines, program, able => measureFirstRuns(able, program, effort));
}

/**
 * @param {readonly import('../engines.mjs').Engine[]} engines
 * @param {import('../programs.mjs').Program} program
 * @param {Measure} measure
 * @returns {Promise<Times>}
 */
async function timesOf(engines, program, measure) {
  const able = engines.filter(({ leftOut }) => !leftOut?.includes(program.name));
  const measured = await measure(able);
  const milliseconds = engines.map(engine => (able.includes(engine) ? measured[able.indexOf(engine)] : Number.NaN));
  return { program, milliseconds };
}

/**
 * @param {readonly import('../engines.mjs').Engine[]} engines
 * @param {import('../programs.mjs').Program} program
 * @param {import('../rounds.mjs').Effort} effort
 */
async function measureSteady(engines, program, effort) {
  const size = sizeOf(program, effort);
  const processes = await Promise.all(engines.map(engine => EngineProcess.start(engine, program)));
  try {
    const results = [];
    for (const process of processes) results.push(await warmUp(process, size));
    checkEqual(engines, program, results);
    const subjects = processes.map(process => async () => (await process.run(size)).milliseconds);
    return await mediansOfRounds(subjects, effort);
  } finally {
    for (const process of processes) await process.close();
  }
}

/**
 * @param {readonly import('../engines.mjs').Engine[]} engines
 * @param {import('../programs.mjs').Program} program
 * @param {import('../rounds.mjs').Effort} effort
 */
async function measureFirstRuns(engines, program, effort) {
  const size = sizeOf(program, effort);
  /** @type {string[]} */
  const results = [];
  const subjects = engines.map((engine, index) => async () => {
    const process = await EngineProcess.start(engine, program);
    try {
      const { milliseconds, result } = await process.run(size);
      results[index] = result;
      return milliseconds;
    } finally {
      await process.close();
    }
  });
  const milliseconds = await mediansOfRounds(subjects, effort);
  checkEqual(engines, program, results);
  return milliseconds;
}

/**
 * @param {import('../programs.mjs').Program} program
 * @param {import('../rounds.mjs').Effort} effort
 */
export function sizeOf(program, effort) {
  return Math.ceil(program.size / effort.divisor);
}

/**
 * No time is believed before all engines have come to the same result.
 *
 * @param {readonly import('../engines.mjs').Engine[]} engines
 * @param {import('../programs.mjs').Program} program
 * @param {readonly string[]} results
 */
export function checkEqual(engines, program, results) {
  if (results.every(result => result === results[0])) return;
  const lines = engines.map(({ name }, index) => `  ${name}: ${results[index]}`);
  throw new Error(`${program.name} has more than one result:\n${lines.join('\n')}`);
}

/**
 * @param {EngineProcess} process
 * @param {number} size
 * @returns {Promise<string>} the result
 */
async function warmUp(process, size) {
  let last = '';
  for (let run = 0, spent = 0; run < WARM_UP_RUNS && spent < LONG_WARM_UP; run++) {
    const { milliseconds, result } = await process.run(size);
    spent += milliseconds;
    last = result;
  }
  return last;
}
