import { cpus } from 'node:os';
import { table } from '../report/tables.mjs';
import { FUNCTION_LINES } from './programs.mjs';

/**
 * What has been measured.
 *
 * @typedef {Map<string, number[]>} Times milliseconds, or megabytes, by what they are of
 * @typedef {{ server: string, lines: number, times: Times }} Row
 *
 * @typedef {object} Results
 * @property {readonly number[]} starts milliseconds from the start of the process to the answer of `initialize`
 * @property {readonly Row[]} rows
 * @property {{ memory: readonly number[], latency: readonly number[] } | undefined} growth in fifths of many edits
 *
 * @typedef {object} Conditions
 * @property {string} own the name of the server in `rows`
 * @property {string} peer the name of the other
 * @property {string | undefined} peerVersion `undefined` where it was not measured
 * @property {number} edits
 * @property {{ edits: number, lines: number }} many
 */

/** What stands from this heading on is written by hand, and stays. */
const NOTES = '## Where a figure falls short';

/**
 * @param {Results} results
 * @param {Conditions} conditions
 * @param {string} old the page as it was
 */
export function serverPage(results, conditions, old) {
  const notes = old.includes(NOTES) ? old.slice(old.indexOf(NOTES)) : undefined;
  const sections = [
    introduction(conditions),
    goalsSection(results, conditions),
    timesSection(results, conditions),
    results.growth && growthSection(results.growth, conditions),
    notes,
  ];
  return `${sections.filter(Boolean).join('\n\n').trimEnd()}\n`;
}

/** @param {Conditions} conditions */
function introduction({ peer, peerVersion }) {
  const beside =
    peerVersion === undefined
      ? `The peer, \`${peer}\` of Debian’s \`mlir-16-tools\`, was not installed, and was not measured.`
      : `Beside it, in the same run, \`${peer}\` ${peerVersion} does the same on as many lines of MLIR, a tenth as often.`;
  const machine = `${cpus().length} cores (${cpus()[0].model.trim()})`;
  return `# The language server, measured

Made by \`npm run bench:server -- --write\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}, ${machine}. ${beside}`;
}

/** The two sizes that most goals are about. */
const LARGE = 100_000;
const HUGE = 1_000_000;

/**
 * The goals, what was reached, and whether that is enough; what the peer reaches beside.
 *
 * @param {Results} results
 * @param {Conditions} conditions
 */
function goalsSection({ starts, rows, growth }, { own, peer }) {
  /** @type {(server: string, lines: number, what: string, part: number) => number | undefined} */
  const find = (server, lines, what, part) => {
    const times = rows.find(row => row.server === server && row.lines === lines)?.times.get(what);
    return times && percentile(times, part);
  };
  /** @type {string[][]} */
  const cells = [];
  /** @type {(name: string, goal: number, unit: string, reached: number | undefined, other?: number) => void} */
  const below = (name, goal, unit, reached, other) => {
    if (reached === undefined) return;
    const beside = other === undefined ? '–' : `${round(other)}${unit}`;
    cells.push([name, `under ${goal}${unit}`, `${round(reached)}${unit}`, reached < goal ? 'yes' : '**no**', beside]);
  };
  /** @type {(name: string, goal: number, unit: string, what: string, part: number) => void} */
  const large = (name, goal, unit, what, part) =>
    below(name, goal, unit, find(own, LARGE, what, part), find(peer, LARGE, what, part));

  below('start to `initialize` answered', 150, ' ms', median(starts));
  large('open 100,000 lines to all diagnostics', 500, ' ms', 'open', MEDIAN);
  for (const what of EDITS) {
    large(`${what}, to its diagnostics, p95 at 100,000 lines`, 20, ' ms', what, P95);
    const reached = find(own, HUGE, what, P95);
    const least = find(own, LARGE, what, P95);
    if (reached !== undefined && least !== undefined)
      below('… at 1,000,000 lines, in times of that', 2, '', reached / least);
  }
  for (const what of ['hover', 'completion', 'definition']) large(`${what}, p95`, 5, ' ms', what, P95);
  for (const what of ['semantic tokens, what has changed', 'inlay hints of a screen'])
    large(`${what}, p95`, 10, ' ms', what, P95);
  large('formatting 100,000 lines', 300, ' ms', 'formatting', MEDIAN);
  large('memory at 100,000 lines, in the end', 200, ' MB', 'memory in the end', MEDIAN);
  if (growth !== undefined) {
    const { memory } = growth;
    below(
      'memory after all edits, in times of that after a fifth of them',
      1.1,
      '',
      memory[memory.length - 1] / memory[0],
    );
  }
  const ahead = aheadOfPeer(rows, own, peer);
  if (ahead !== undefined) cells.push(['ahead of the peer, medians', 'in every row', ahead, isAll(ahead), '']);
  return `## Goals\n\n${table(['', 'goal', 'reached', '', peer], cells)}`;
}

const EDITS = ['edit that makes an error', 'edit that mends it', 'key of a new function'];

/**
 * In how many of the rows that both have the own server is faster, or smaller.
 *
 * @param {readonly Row[]} rows
 * @param {string} own
 * @param {string} peer
 */
function aheadOfPeer(rows, own, peer) {
  let all = 0;
  let ahead = 0;
  for (const { lines, times } of rows.filter(({ server }) => server === peer)) {
    const ours = rows.find(row => row.server === own && row.lines === lines)?.times;
    for (const [what, theirs] of times) {
      const mine = ours?.get(what);
      if (mine === undefined) continue;
      all++;
      if (median(mine) < median(theirs)) ahead++;
    }
  }
  return all === 0 ? undefined : `${ahead} of ${all}`;
}

/** @param {string} counts `a of b` */
function isAll(counts) {
  const [some, all] = counts.split(' of ');
  return some === all ? 'yes' : '**no**';
}

/**
 * @param {Results} results
 * @param {Conditions} conditions
 */
function timesSection({ rows }, { edits }) {
  const names = [...new Set(rows.flatMap(({ times }) => [...times.keys()]))];
  const inOrder = [...names.filter(name => !isMemory(name)), ...names.filter(isMemory)];
  const cells = inOrder.map(name => [
    name,
    ...rows.map(({ times }) => (isMemory(name) ? megabytes(times.get(name)) : describe(times.get(name)))),
  ]);
  return `## Times

Through the protocol, on standard input and output, as an editor sees it: programs in functions of ${FUNCTION_LINES} lines, each of which calls
the one before it, and a main that calls all. Median and 95th percentile of ${edits} edits in functions all over the file, in milliseconds;
every request comes right after an edit. New functions are typed key by key above others: each lacks its end until that is typed. Files are opened by servers that have just started.

${table(['', ...rows.map(({ server, lines }) => `${server}, ${whole(lines)}`)], cells)}`;
}

/** @param {string} name of a row */
function isMemory(name) {
  return name.startsWith('memory');
}

/**
 * @param {{ memory: readonly number[], latency: readonly number[] }} growth
 * @param {Conditions} conditions
 */
function growthSection({ memory, latency }, { many: { edits, lines } }) {
  const head = ['', ...memory.map((_, index) => `${whole(((index + 1) * edits) / memory.length)} edits`)];
  return `## Many edits

${whole(edits)} edits of a file of ${whole(lines)} lines, in fifths:

${table(head, [
  ['memory', ...memory.map(each => `${whole(each)} MB`)],
  ['edit to diagnostics, 95th percentile', ...latency.map(each => `${round(each)} ms`)],
])}`;
}

/** @param {readonly number[] | undefined} times */
function describe(times) {
  if (times === undefined) return '–';
  if (times.length < 10) return round(median(times));
  return `${round(median(times))} / ${round(percentile(times, P95))}`;
}

/** @param {readonly number[] | undefined} sizes */
function megabytes(sizes) {
  return sizes === undefined ? '–' : `${whole(sizes[0])} MB`;
}

const MEDIAN = 0.5;
export const P95 = 0.95;

/** @param {readonly number[]} numbers */
function median(numbers) {
  return percentile(numbers, MEDIAN);
}

/**
 * @param {readonly number[]} numbers
 * @param {number} part
 */
export function percentile(numbers, part) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

function round(/** @type {number} */ number) {
  return number < 10 ? number.toFixed(1) : whole(number);
}

export function whole(/** @type {number} */ number) {
  return Math.round(number).toLocaleString('en-US');
}
