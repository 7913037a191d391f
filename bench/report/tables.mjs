import { geometricMean } from '../rounds.mjs';

/**
 * A table in Markdown: the first column is words, the others numbers.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const rule = line(head.map((_, column) => (column === 0 ? '---' : '--:')));
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** @param {readonly string[]} cells */
function line(cells) {
  return `| ${cells.join(' | ')} |`;
}

/** @param {number} number of milliseconds */
export function milliseconds(number) {
  if (number >= 100) return Math.round(number).toLocaleString('en-US');
  return number.toFixed(number >= 10 ? 1 : 2);
}

/** @param {number} number NaN where there is nothing to compare */
export function ratio(number) {
  return Number.isNaN(number) ? '–' : number.toFixed(2);
}

/**
 * How often the first of two times goes into the other one: the mean over the programs that have both.
 *
 * @param {readonly import('../sections/programs.mjs').Times[]} times
 * @param {number} index of an engine
 * @param {number} against the index of another
 */
export function meanSpeed(times, index, against) {
  const speeds = times.map(({ milliseconds }) => milliseconds[against] / milliseconds[index]);
  return geometricMean(speeds.filter(speed => !Number.isNaN(speed)));
}
