// Installs a real VS Code that runs in a browser: code-server, from the npm registry alone, with a Node of its own.
import { existsSync, readdirSync, renameSync, rmSync, mkdirSync, writeFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { CACHE, findOnPath, QUIET_NPM, run } from '../setup/commands.mjs';

const CODE_SERVER_VERSION = '4.139.1';
/** The release of Node that code-server asks for. Its package also holds the headers that native modules build with. */
const NODE_VERSION = '24.21.0';
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;
const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** VS Code runs without these two as well, only with more noise in its log. */
const OPTIONAL_NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog'];
/** Parts of VS Code that nothing here needs, about 150 MB. */
const UNNEEDED = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@devcontainers',
];

/**
 * @typedef {object} Installation
 * @property {string} node the Node executable that runs code-server
 * @property {string} entry the file that it runs
 */

/**
 * Installs code-server into the cache of the checkout, once: about a minute and 400 MB.
 *
 * @returns {Installation}
 * @throws {Error} where there is no code-server for this platform, or npm fails
 */
export function ensureCodeServer() {
  const directory = path.join(CACHE, `code-server-${CODE_SERVER_VERSION}`);
  if (!existsSync(directory)) {
    if (!PLATFORMS.includes(`${process.platform}-${process.arch}`)) {
      throw new Error(
        `There is no code-server for ${process.platform}-${process.arch}: install VS Code, and put its command "code" on the PATH.`,
      );
    }
    console.log(`Installing code-server ${CODE_SERVER_VERSION} into ${path.relative(process.cwd(), CACHE)} (once) …`);
    // An installation that was interrupted never gets the final name.
    const partial = `${directory}.partial`;
    rmSync(partial, { recursive: true, force: true });
    install(partial);
    renameSync(partial, directory);
  }
  return {
    node: path.join(directory, 'node_modules', NODE_PACKAGE, 'bin/node'),
    entry: path.join(directory, 'node_modules/code-server/out/node/entry.js'),
  };
}

/**
 * What code-server's own install script does, without the scripts of its dependencies: one of them wants a download.
 *
 * @param {string} directory
 */
function install(directory) {
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, 'package.json'), '{ "private": true }\n');
  const packages = [`${NODE_PACKAGE}@${NODE_VERSION}`, `code-server@${CODE_SERVER_VERSION}`];
  npm(directory, directory, ['install', '--no-save', '--ignore-scripts', ...packages]);

  const vscode = path.join(directory, 'node_modules/code-server/lib/vscode');
  npm(directory, vscode, ['install', '--omit=dev', '--ignore-scripts']);
  npm(directory, path.join(vscode, 'extensions'), ['install', '--omit=dev', '--ignore-scripts']);
  buildNativeModules(directory, vscode);
  linkScripts(path.join(vscode, 'bin'));
  for (const unneeded of [...UNNEEDED, ...otherPlatforms(vscode)]) {
    rmSync(path.join(vscode, unneeded), { recursive: true, force: true });
  }
}

/**
 * @param {string} directory
 * @param {string} vscode
 */
function buildNativeModules(directory, vscode) {
  const missing = ['make', 'g++', 'python3'].filter(tool => findOnPath(tool) === undefined);
  try {
    if (missing.length > 0) throw new Error(`${missing.join(' and ')} not found`);
    npm(directory, vscode, ['rebuild', '--ignore-scripts=false', ...OPTIONAL_NATIVE_MODULES]);
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    console.log(`Going on without ${OPTIONAL_NATIVE_MODULES.join(' and ')}, which could not be built: ${reason}`);
  }
}

/** @param {string} bin */
function linkScripts(bin) {
  const system = process.platform === 'darwin' ? 'darwin' : 'linux';
  link(`code-${system}.sh`, path.join(bin, 'remote-cli/code-server'));
  link(`browser-${system}.sh`, path.join(bin, 'helpers/browser.sh'));
}

/**
 * @param {string} target
 * @param {string} file replaced, where the package has one already
 */
function link(target, file) {
  rmSync(file, { force: true });
  symlinkSync(target, file);
}

/**
 * Ripgrep comes for every platform at once.
 *
 * @param {string} vscode
 * @returns {string[]}
 */
function otherPlatforms(vscode) {
  const ripgrep = 'node_modules/@vscode/ripgrep-universal/bin';
  const own = `${process.platform}-${process.arch}`;
  if (!existsSync(path.join(vscode, ripgrep, own))) return [];
  return readdirSync(path.join(vscode, ripgrep))
    .filter(name => name !== own)
    .map(name => path.join(ripgrep, name));
}

/**
 * @param {string} directory the installation, whose Node runs npm's scripts
 * @param {string} cwd
 * @param {readonly string[]} args
 */
function npm(directory, cwd, args) {
  const node = path.join(directory, 'node_modules', NODE_PACKAGE);
  const PATH = [path.join(node, 'bin'), process.env['PATH']].join(path.delimiter);
  run('npm', args, { cwd, env: { ...QUIET_NPM, PATH, npm_config_nodedir: node }, quiet: true });
}
