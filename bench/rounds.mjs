/**
 * How much is measured.
 *
 * @typedef {object} Effort
 * @property {number} rounds
 * @property {number} budget milliseconds that a subject may take in all rounds together
 * @property {number} divisor of the sizes that programs run with
 */

/** @type {Effort} */
export const FULL = { rounds: 9, budget: 2_000, divisor: 1 };
/** Enough to see that everything works; the numbers mean nothing. */
export const QUICK = { rounds: 3, budget: 200, divisor: 20 };

/**
 * Measures subjects in turn, because a machine is never quiet: every round takes all of them, each time beginning with another.
 * One that is slow sits out rounds, evenly, so that it stays within its budget; it takes part in the first in any case.
 *
 * @param {readonly (() => Promise<number>)[]} subjects each gives milliseconds
 * @param {Effort} effort
 * @returns {Promise<number[]>} the median of each
 */
export async function mediansOfRounds(subjects, { rounds, budget }) {
  const times = subjects.map(() => /** @type {number[]} */ ([]));
  const spent = subjects.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < subjects.length; turn++) {
      const index = (round + turn) % subjects.length;
      if (spent[index] > (budget * round) / rounds) continue;
      const milliseconds = await subjects[index]();
      times[index].push(milliseconds);
      spent[index] += milliseconds;
    }
  }
  return times.map(median);
}

/** @param {readonly number[]} numbers at least one */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {readonly number[]} numbers above 0 */
export function geometricMean(numbers) {
  return Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);
}
