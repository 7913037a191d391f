// Brings node_modules to what package-lock.json says.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { QUIET_NPM, ROOT, run } from './commands.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean }>} LockedPackages */

/**
 * Installs what the lockfile names, when something of it is missing. Not by `npm ci`: it refuses to go on where a registry has
 * no build of an optional package for every other platform.
 */
export function ensureDependencies() {
  if (isInstalled()) return;
  console.log('Installing the development dependencies (npm install) …');
  run('npm', ['install', '--no-save'], { env: QUIET_NPM });
}

/** npm leaves a lockfile of what it has installed; packages for other platforms are optional, and not in it. */
function isInstalled() {
  const installed = lockedPackages('node_modules/.package-lock.json');
  return Object.entries(lockedPackages('package-lock.json'))
    .filter(([name, { optional }]) => name !== '' && !optional)
    .every(([name, { version }]) => installed[name]?.version === version);
}

/**
 * @param {string} lockfile
 * @returns {LockedPackages} nothing where the file is missing
 */
function lockedPackages(lockfile) {
  try {
    return JSON.parse(readFileSync(path.join(ROOT, lockfile), 'utf8')).packages;
  } catch {
    return {};
  }
}
