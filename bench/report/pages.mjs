import { meanSpeed, milliseconds, ratio, table } from './tables.mjs';

/** @typedef {import('../sections/programs.mjs').Times} Times */

/**
 * What has been measured; parts that were left out are missing.
 *
 * @typedef {object} Results
 * @property {import('../sections/programs.mjs').Times[]} [steady] of all engines
 * @property {import('../sections/programs.mjs').Times[]} [first-run] of all engines
 * @property {{ steady: Times[], firstRun: Times[] }} [prototype] of the reference and of bcasm
 * @property {import('../sections/scaling.mjs').Growth[]} [scaling] of the reference and of bcasm
 * @property {{ own: number, node: number, python: number }} [startup]
 * @property {import('../sections/programs.mjs').Times[]} [debugging] plain and debugged
 * @property {{ name: string, process: number, counted: number, reference: number }[]} [memory]
 *
 * @typedef {object} Conditions
 * @property {string} machine
 * @property {string} date
 * @property {readonly import('../engines.mjs').Engine[]} engines the reference first, then bcasm, then the peers
 * @property {readonly string[]} missing sentences about peers that are not installed
 */

/** Where the indices of the engines are fixed. */
const REFERENCE = 0;
const OWN = 1;

/** What stands from this heading on is written by hand, and stays. */
const NOTES = '## Where a figure falls short';

/**
 * @param {Results} results
 * @param {Conditions} conditions
 * @param {string} old the page as it was
 */
export function resultsPage(results, conditions, old) {
  const notes = old.includes(NOTES) ? `${old.slice(old.indexOf(NOTES)).trimEnd()}\n` : '';
  const sections = [
    introduction(conditions),
    goals(results),
    results.steady && programTimes(STEADY, results.steady, conditions),
    results['first-run'] && programTimes(FIRST_RUN, results['first-run'], conditions),
    results.prototype && prototypeSection(results.prototype),
    results.startup && startupSection(results.startup),
    results.debugging && debuggingSection(results.debugging),
    results.memory && memorySection(results.memory),
    notes,
  ];
  return `${sections.filter(Boolean).join('\n\n').trimEnd()}\n`;
}

/**
 * @param {import('../sections/scaling.mjs').Growth[]} growths
 * @param {Conditions} conditions
 */
export function scalingPage(growths, conditions) {
  const rows = growths.flatMap(({ program, sizes, milliseconds: [reference, own] }) =>
    sizes.map((size, index) => [
      index === 0 ? program.name : '',
      size.toLocaleString('en-US'),
      milliseconds(own[index]),
      growthOf(own, index),
      milliseconds(reference[index]),
      growthOf(reference, index),
    ]),
  );
  return `# Time against input size

${made(conditions)}

The programs of [the benchmarks](benchmarks.md) with inputs that grow by 4, steady times in milliseconds. Where time grows by
much more than 4, something is not linear; of the sieve it is its work (n log log n).

${table(['program', 'size', 'bcasm', 'grows', 'CPython', 'grows'], rows)}
`;
}

/** @param {readonly number[]} times @param {number} index */
function growthOf(times, index) {
  return index === 0 ? '' : ratio(times[index] / times[index - 1]);
}

/** @param {Conditions} conditions */
function made({ machine, date, engines: [reference, own] }) {
  return `Made by \`npm run bench -- --write\` on ${date}: ${own.name} ${own.version}, ${reference.name} ${reference.version}, Node ${process.versions.node}, ${machine}.`;
}

/** @param {Conditions} conditions */
function introduction(conditions) {
  const { engines, missing } = conditions;
  const peers = engines.slice(OWN + 1).map(({ name, version }) => `${name} ${version}`);
  const absent = missing.length === 0 ? '' : `\n\nNot in this run: ${missing.join('; ')}.`;
  return `# Benchmarks

${made(conditions)}
Peers in the same run: ${peers.join(', ')}.${absent}

More: [time against input size](benchmarks-scaling.md), [checking large files](benchmarks-check.md),
[the heap and its collector](benchmarks-heap.md). [How it is measured](contributing.md#benchmarks).`;
}

/**
 * The goals, what was reached, and whether that is enough.
 *
 * @param {Results} results
 */
function goals({ steady, 'first-run': firstRun, startup, debugging, memory }) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {(what: string, goal: number, reached: number) => void} */
  const atLeast = (what, goal, reached) =>
    void rows.push([what, `at least ${ratio(goal)}`, ratio(reached), reached >= goal ? 'yes' : '**no**']);
  /** @type {(what: string, goal: number, reached: number) => void} */
  const atMost = (what, goal, reached) =>
    void rows.push([what, `at most ${ratio(goal)}`, ratio(reached), reached <= goal ? 'yes' : '**no**']);
  if (steady !== undefined) {
    atLeast('steady, times as fast as CPython', 2, meanSpeed(steady, OWN, REFERENCE));
    atLeast('… of the slowest program', 1, Math.min(...steady.map(times => meanSpeed([times], OWN, REFERENCE))));
  }
  if (firstRun !== undefined) atLeast('first run, times as fast as CPython', 1, meanSpeed(firstRun, OWN, REFERENCE));
  if (startup !== undefined)
    atMost('`bcasm run` of a small file, in times of `node -e 0`', 1.5, startup.own / startup.node);
  if (debugging !== undefined) atLeast('speed with breakpoint and checkpoints', 0.97, meanSpeed(debugging, 1, 0));
  for (const { name, process, reference } of memory?.slice(0, 2) ?? [])
    atMost(`bytes of the process in times of CPython, ${name}`, 1, process / reference);
  return `## Goals\n\n${table(['', 'goal', 'reached', ''], rows)}`;
}

const STEADY = {
  title: 'Programs, steady',
  text: 'In processes that have run for a while: medians of rounds in which the engines take turns.',
};

const FIRST_RUN = {
  title: 'Programs, first run',
  text: 'The first run in a fresh process, without what it takes to start and to load the program.',
};

/**
 * @param {{ title: string, text: string }} section
 * @param {import('../sections/programs.mjs').Times[]} times
 * @param {Conditions} conditions
 */
function programTimes({ title, text }, times, { engines }) {
  const others = engines.slice(OWN);
  const rows = times.map(({ program, milliseconds: all }) => [
    `[${program.name}](../bench/programs/${program.name}): ${program.about}`,
    milliseconds(all[REFERENCE]),
    milliseconds(all[OWN]),
    ...others.map((_, index) => ratio(all[REFERENCE] / all[OWN + index])),
  ]);
  const means = others.map((_, index) => ratio(meanSpeed(times, OWN + index, REFERENCE)));
  rows.push(['**geometric mean**', '', '', ...means.map(mean => `**${mean}**`)]);
  const head = ['', 'CPython, ms', 'bcasm, ms', ...others.map(({ name }) => name)];
  return `## ${title}

${text} In the columns behind the milliseconds: how many times as fast as CPython.

${table(head, rows)}`;
}

/** @param {{ steady: Times[], firstRun: Times[] }} times */
function prototypeSection({ steady, firstRun }) {
  const means = [steady, firstRun].map(times => ratio(meanSpeed(times, OWN, REFERENCE)));
  const rows = steady.map((times, index) => [
    `[${times.program.name}](../bench/programs/prototype/${times.program.name}.py): ${times.program.about}`,
    ...[times, firstRun[index]].flatMap(({ milliseconds: [reference, own] }) => [
      milliseconds(reference),
      milliseconds(own),
      ratio(reference / own),
    ]),
  ]);
  rows.push(['**geometric mean**', '', '', `**${means[0]}**`, '', '', `**${means[1]}**`]);
  rows.push(['the prototype', '', '', '1.75', '', '', '0.67']);
  return `## The prototype's programs

The goals were set by eight programs in which a prototype of the loop, with nothing around it, was 1.75 times as fast as CPython, and 0.67 times in its first
run. They are smaller than those above; these are the same.

${table(['', 'CPython, ms', 'bcasm, ms', 'speed', 'first run: CPython, ms', 'bcasm, ms', 'speed'], rows)}`;
}

/** @param {{ own: number, node: number, python: number }} startup */
function startupSection({ own, node, python }) {
  const rows = [
    ['`bcasm run examples/factorial.bcasm`', milliseconds(own), ratio(own / node)],
    ['`node -e 0`', milliseconds(node), ratio(1)],
    ['`python3 -c pass`', milliseconds(python), ratio(python / node)],
  ];
  return `## Starting

From the start of the process to its end, in milliseconds.

${table(['', 'ms', 'times of Node'], rows)}`;
}

/** @param {import('../sections/programs.mjs').Times[]} times */
function debuggingSection(times) {
  const rows = times.map(({ program, milliseconds: [plain, debugged] }) => [
    program.name,
    milliseconds(plain),
    milliseconds(debugged),
    ratio(plain / debugged),
  ]);
  rows.push(['**geometric mean**', '', '', `**${ratio(meanSpeed(times, 1, 0))}**`]);
  return `## Being debugged

A breakpoint that is never reached, and a checkpoint every 50 milliseconds, or, where checkpoints are expensive, whenever 20 times
as long has gone by as the last one took with the copies behind it; the last three are kept. Only time counts in which the program runs.

${table(['', 'plain, ms', 'debugged, ms', 'speed'], rows)}`;
}

/** @param {{ name: string, process: number, counted: number, reference: number }[]} memory */
function memorySection(memory) {
  const rows = memory.map(({ name, process, counted, reference }) => [
    name,
    process.toFixed(1),
    counted.toFixed(1),
    reference.toFixed(1),
    ratio(process / reference),
  ]);
  return `## Memory

Bytes for each of 500,000 values, with the place that holds it: what the process has more of them (V8's heap and what is outside of
it, behind a collection), what the machine counts against its limit, and what \`tracemalloc\` says of CPython.

${table(['', 'process', "machine's count", 'CPython', 'process to CPython'], rows)}`;
}
