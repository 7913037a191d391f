// Compares the machine with CPython: `node test/oracle/compare.mjs FILE.py…` (or folders) prints for each program that
// behaves differently the first difference, and a count at the end. Nothing has to be built before. Options:
//   --text   also prints the translation of the programs that differ
//   --all    prints a line for those that agree, too
import { build } from 'esbuild';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

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

/**
 * A TypeScript module, bundled into a folder that is gone afterwards; stacks show the places in the sources.
 *
 * @param {string} entry
 */
async function bundled(entry) {
  process.setSourceMapsEnabled(true);
  const folder = mkdtempSync(path.join(tmpdir(), 'bcasm-compare-'));
  const outfile = path.join(folder, 'comparison.mjs');
  try {
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      sourcemap: 'inline',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
