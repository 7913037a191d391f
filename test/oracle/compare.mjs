// Compares the machine with CPython: `node test/oracle/compare.mjs FILE.py…` (or folders) prints for each program that
// behaves differently the first difference, and a count at the end. Nothing has to be built before. Options:
//   --text   also prints the translation of the programs that differ
//   --all    prints a line for those that agree, too
import { build } from 'esbuild';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const words = process.argv.slice(2);
const options = new Set(words.filter(word => word.startsWith('--')));
const files = words.filter(word => !word.startsWith('--')).flatMap(programsAt);
const directory = import.meta.dirname;

const { compare, firstDifference } = await bundled(path.join(directory, 'comparison.ts'));
const programs = files.map(file => ({ name: file, source: readFileSync(file, 'utf8') }));
let differences = 0;
for (const comparison of compare(programs, directory)) {
  const difference = firstDifference(comparison);
  if (difference !== null) differences++;
  if (difference !== null || options.has('--all')) console.log(`${comparison.name}: ${difference ?? 'same'}`);
  if (difference !== null && options.has('--text')) console.log(comparison.text);
}
console.log(`${files.length - differences} of ${files.length} programs behave as in CPython`);
process.exitCode = differences === 0 ? 0 : 1;

/** @param {string} name a file, or a folder of programs */
function programsAt(name) {
  if (!statSync(name).isDirectory()) return [name];
  return readdirSync(name)
    .filter(file => file.endsWith('.py'))
    .toSorted()
    .map(file => path.join(name, file));
}

/** @param {string} entry a TypeScript module, which is bundled in memory */
async function bundled(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
