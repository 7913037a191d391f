// Measures the machine and its peers, all in the same run: `npm run bench`. It takes about eight minutes.
//
//   --only NAME,…      of steady, first-run, prototype, scaling, startup, debugging, memory
//   --programs NAME,…  of bench/programs
//   --quick            everything smaller, to see that it works; the numbers mean nothing
//   --write            puts the results into docs/benchmarks.md and docs/benchmarks-scaling.md; needs all of them
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findPeers, findReference, ownEngine } from './engines.mjs';
import { PROGRAMS, PROTOTYPE_PROGRAMS } from './programs.mjs';
import { resultsPage, scalingPage } from './report/pages.mjs';
import { FULL, QUICK } from './rounds.mjs';
import { debuggedTimes } from './sections/debugging.mjs';
import { bytesPerItem } from './sections/memory.mjs';
import { firstRunTimes, steadyTimes } from './sections/programs.mjs';
import { growth } from './sections/scaling.mjs';
import { startTimes } from './sections/startup.mjs';

const DOCUMENTS = path.resolve(import.meta.dirname, '..', 'docs');
const RESULTS_PAGE = path.join(DOCUMENTS, 'benchmarks.md');
const SCALING_PAGE = path.join(DOCUMENTS, 'benchmarks-scaling.md');

const { values: given } = parseArgs({
  options: {
    only: { type: 'string' },
    programs: { type: 'string' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
if (given.write && (given.quick || given.only !== undefined || given.programs !== undefined))
  throw new Error('--write needs all results, and true ones');

const effort = given.quick ? QUICK : FULL;
const reference = findReference();
const own = ownEngine();
const { peers, missing } = findPeers(reference);
const engines = [reference, own, ...peers];
const programs = chosen(given.programs, PROGRAMS, ({ name }) => name);

/** How each part is measured; the engines of its times are `engines`, or the first two of them. */
const SECTIONS = {
  steady: () => each('steady', program => steadyTimes(engines, program, effort)),
  'first-run': () => each('first run', program => firstRunTimes(engines, program, effort)),
  prototype: async () => ({
    steady: await each(
      'prototype, steady',
      program => steadyTimes([reference, own], program, effort),
      PROTOTYPE_PROGRAMS,
    ),
    firstRun: await each(
      'prototype, first run',
      program => firstRunTimes([reference, own], program, effort),
      PROTOTYPE_PROGRAMS,
    ),
  }),
  scaling: () => each('scaling', program => growth([reference, own], program, effort)),
  startup: () => startTimes(reference, effort),
  debugging: () => each('debugging', program => debuggedTimes(program, effort)),
  memory: () => bytesPerItem(reference, effort),
};

/** @type {import('./report/pages.mjs').Results} */
const results = {};
const names = /** @type {(keyof typeof SECTIONS)[]} */ (Object.keys(SECTIONS));
for (const name of chosen(given.only, names, name => name)) Object.assign(results, { [name]: await SECTIONS[name]() });

const conditions = {
  machine: `${cpus().length} cores (${cpus()[0].model.trim()})`,
  date: new Date().toISOString().slice(0, 10),
  engines,
  missing,
};
const page = resultsPage(results, conditions, existsSync(RESULTS_PAGE) ? readFileSync(RESULTS_PAGE, 'utf8') : '');
const scaling = results.scaling === undefined ? '' : scalingPage(results.scaling, conditions);
console.log(`${page}\n${scaling}`);
if (given.write) {
  writeFileSync(RESULTS_PAGE, page);
  writeFileSync(SCALING_PAGE, scaling);
}

/**
 * @template T
 * @param {string} section
 * @param {(program: import('./programs.mjs').Program) => Promise<T>} measure
 * @param {readonly import('./programs.mjs').Program[]} [those]
 * @returns {Promise<T[]>}
 */
async function each(section, measure, those = programs) {
  const measured = [];
  for (const program of those) {
    console.error(`${section}: ${program.name}`);
    measured.push(await measure(program));
  }
  return measured;
}

/**
 * What a list of names behind an option chooses; everything where there is none.
 *
 * @template T
 * @param {string | undefined} names
 * @param {readonly T[]} all
 * @param {(item: T) => string} nameOf
 */
function chosen(names, all, nameOf) {
  if (names === undefined) return all;
  return names.split(',').map(name => {
    const found = all.find(item => nameOf(item) === name);
    if (found === undefined) throw new Error(`there is no ${name}, only ${all.map(nameOf).join(', ')}`);
    return found;
  });
}
