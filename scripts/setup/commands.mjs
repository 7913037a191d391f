// Runs other programs and finds them. Only Node's own modules: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the checkout, without a slash at its end. */
export const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Where downloaded tools go: inside the checkout, and ignored by Git. */
export const CACHE = path.join(ROOT, '.vscode-test');

/** What npm is told wherever a script runs it: nothing that isn't the outcome. */
export const QUIET_NPM = {
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_loglevel: 'error',
  npm_config_update_notifier: 'false',
};

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the top of the checkout where left out
 * @property {NodeJS.ProcessEnv} [env] added to this process's own
 * @property {boolean} [quiet] keep the output back, and show it only in the error
 */

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @throws {Error} when the program is missing or fails
 */
export function run(command, args, { cwd = ROOT, env = {}, quiet = false } = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: quiet ? 'pipe' : 'inherit',
    // npm is a script on Windows, and only the shell starts those.
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  const reason = error?.message ?? `exit code ${status}`;
  throw new Error([`${[command, ...args].join(' ')}: ${reason}`, stdout, stderr].filter(Boolean).join('\n'));
}

/**
 * The first of these programs that is on the PATH.
 *
 * @param {...string} names
 * @returns {string | undefined} its full path
 */
export function findOnPath(...names) {
  const extensions = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  const directories = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const candidates = names.flatMap(name =>
    directories.flatMap(directory => extensions.map(extension => path.join(directory, name + extension))),
  );
  return candidates.find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
