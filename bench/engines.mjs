import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * What runs programs of bench/programs: a command that takes a program's file and answers as engines/python.py says.
 *
 * @typedef {object} Engine
 * @property {string} name for the tables
 * @property {string} version
 * @property {string} extension of the programs that it runs
 * @property {readonly string[]} command
 * @property {readonly string[]} [leftOut] names of programs that it is not measured with, because it takes minutes
 */

/** What everything is measured against: the `python3` of the machine. */
export function findReference() {
  // Where python3 is a script that looks for the real one, that would be measured too.
  const executable = output('python3', ['-c', 'import sys; print(sys.executable)']);
  if (executable === undefined) throw new Error('there is no python3, and everything is measured against it');
  return python('CPython', executable);
}

/** @returns {Engine} */
export function ownEngine() {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return { name: 'bcasm', version, extension: 'bcasm', command: [process.execPath, driver('bcasm.cjs')] };
}

/**
 * The other ones, as far as they are installed.
 *
 * @param {Engine} reference
 * @returns {{ peers: Engine[], missing: string[] }} missing: sentences that say how to get them
 */
export function findPeers(reference) {
  /** @type {Engine[]} */
  const peers = [];
  const missing = [];
  const isAnother = existsSync(DEBIAN_PYTHON) && realpathSync(DEBIAN_PYTHON) !== realpathSync(reference.command[0]);
  if (isAnother) peers.push(python("Debian's CPython", DEBIAN_PYTHON));
  else missing.push(`Debian's CPython: ${DEBIAN_PYTHON} is not there, or is python3 itself`);
  const luaVersion = output('lua5.4', ['-v'])?.split(' ')[1];
  if (luaVersion === undefined) missing.push('Lua: apt-get install lua5.4');
  else peers.push({ name: 'Lua', version: luaVersion, extension: 'lua', command: ['lua5.4', driver('lua.lua')] });
  peers.push(
    onNode('QuickJS', 'quickjs.mjs', `${packageVersion('@jitl/quickjs-wasmfile-release-sync')} (WebAssembly)`, 'mjs'),
    // Each step of a coroutine is a host exception there: 200 times as slow as CPython.
    { ...onNode('fengari', 'fengari.mjs', packageVersion('fengari'), 'lua'), leftOut: ['generators'] },
    onNode('JavaScript', 'javascript.mjs', `Node ${process.versions.node}`, 'mjs'),
  );
  return { peers, missing };
}

const ROOT = path.resolve(import.meta.dirname, '..');
const DEBIAN_PYTHON = '/usr/bin/python3.11';

/**
 * @param {string} name
 * @param {string} executable
 * @returns {Engine}
 */
function python(name, executable) {
  const version = (output(executable, ['--version']) ?? '').replace('Python ', '');
  return { name, version, extension: 'py', command: [executable, driver('python.py')] };
}

/**
 * @param {string} name
 * @param {string} file
 * @param {string} version
 * @param {string} extension
 * @returns {Engine}
 */
function onNode(name, file, version, extension) {
  return { name, version, extension, command: [process.execPath, driver(file)] };
}

/** @param {string} file */
function driver(file) {
  return path.join(import.meta.dirname, 'engines', file);
}

/**
 * What a command prints; `undefined` where there is no such command.
 *
 * @param {string} command
 * @param {readonly string[]} words
 */
function output(command, words) {
  try {
    return execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

/** @param {string} name of a package that is installed */
function packageVersion(name) {
  return JSON.parse(readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
}
