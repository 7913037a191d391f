import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { compare, type Comparison, type PythonProgram } from './comparison.ts';

/** The Python programs of this folder. */
export const PROGRAMS: readonly PythonProgram[] = readdirSync(path.join(import.meta.dirname, 'programs'))
  .filter(file => file.endsWith('.py'))
  .toSorted()
  .map(name => ({ name, source: readFileSync(path.join(import.meta.dirname, 'programs', name), 'utf8') }));

/** All of them, on both machines. */
export function compareCorpus(): Comparison[] {
  return compare(PROGRAMS, import.meta.dirname);
}
