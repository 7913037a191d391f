// Starts code-server for one window or one test, and ends it.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HOST = '127.0.0.1';
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5000;
const POLL_MS = 50;

/** A workbench that shows the program and nothing else, and asks nobody on the network for anything. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'debug.openDebug': 'openOnSessionStart',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} LaunchOptions
 * @property {import('./install.mjs').Installation} installation
 * @property {string} directory where this code-server keeps its settings, extensions and log
 * @property {number} port
 * @property {string} [vsix] an extension to install first
 * @property {Record<string, unknown>} [settings] on top of the quiet ones
 * @property {NodeJS.ProcessEnv} [env]
 * @property {readonly string[]} [options] more options of code-server
 */

/**
 * @typedef {object} RunningCodeServer
 * @property {string} url
 * @property {Promise<void>} ended
 * @property {() => string} log
 * @property {() => Promise<void>} stop
 */

/**
 * Starts code-server and waits until it answers. Only this machine can reach it.
 *
 * @param {LaunchOptions} options
 * @returns {Promise<RunningCodeServer>}
 * @throws {Error} with the log of a code-server that ends, or does not answer within a minute
 */
export async function startCodeServer({ installation, directory, port, vsix, settings, env: added, options = [] }) {
  const { node, entry } = installation;
  const args = prepare(directory, settings);
  const env = environment(directory, added);
  if (vsix !== undefined) {
    execFileSync(node, [entry, ...args, '--install-extension', vsix, '--force'], { env, stdio: 'pipe' });
  }

  const logFile = path.join(directory, 'server.log');
  const log = openSync(logFile, 'w');
  const server = spawn(
    node,
    [
      entry,
      ...args,
      '--auth=none',
      `--bind-addr=${HOST}:${port}`,
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
      ...options,
    ],
    // A group of its own: code-server starts processes that outlive it where only it is ended.
    { env, stdio: ['ignore', log, log], detached: true },
  );
  /** @type {Promise<void>} */
  const ended = new Promise(resolve => void server.once('exit', () => resolve()));
  const running = {
    url: `http://${HOST}:${port}`,
    ended,
    log: () => readFileSync(logFile, 'utf8'),
    stop: () => stop(server, ended),
  };
  try {
    await answers(running.url, server);
  } catch (error) {
    await running.stop();
    throw new Error(`${error instanceof Error ? error.message : error}\n${running.log()}`, { cause: error });
  }
  return running;
}

/**
 * @param {number} [wanted] any free one where left out
 * @returns {Promise<number>}
 * @throws {Error} when the wanted port is taken
 */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => reject(new Error(`Port ${wanted} is taken.`)));
    probe.listen(wanted, HOST, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : wanted;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @param {string} directory
 * @param {Record<string, unknown>} [settings]
 * @returns {string[]} the options that keep code-server inside the directory
 */
function prepare(directory, settings) {
  mkdirSync(path.join(directory, 'User'), { recursive: true });
  mkdirSync(path.join(directory, 'extensions'), { recursive: true });
  writeFileSync(path.join(directory, 'config.yaml'), '');
  writeSettings(path.join(directory, 'User/settings.json'), { ...SETTINGS, ...settings });
  return [
    `--config=${path.join(directory, 'config.yaml')}`,
    `--user-data-dir=${directory}`,
    `--extensions-dir=${path.join(directory, 'extensions')}`,
  ];
}

/**
 * Settings that are there already may be the user's own by now.
 *
 * @param {string} file
 * @param {Record<string, unknown>} settings
 */
function writeSettings(file, settings) {
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`);
}

/**
 * @param {string} directory
 * @param {NodeJS.ProcessEnv} [added]
 * @returns {NodeJS.ProcessEnv}
 */
function environment(directory, added) {
  return {
    ...process.env,
    XDG_DATA_HOME: directory,
    XDG_CONFIG_HOME: directory,
    XDG_CACHE_HOME: directory,
    CS_DISABLE_GETTING_STARTED_OVERRIDE: '1',
    EXTENSIONS_GALLERY: '{}',
    ...added,
  };
}

/**
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} server
 */
async function answers(url, server) {
  for (let waited = 0; waited < START_LIMIT_MS; waited += POLL_MS) {
    if (server.exitCode !== null) throw new Error(`code-server ended with exit code ${server.exitCode}.`);
    const response = await fetch(`${url}/healthz`).catch(() => undefined);
    if (response?.ok) return;
    await sleep(POLL_MS);
  }
  throw new Error(`code-server did not answer within ${START_LIMIT_MS / 1000} seconds.`);
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {Promise<void>} ended
 */
async function stop(server, ended) {
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
    process.kill(-server.pid, signal);
    await Promise.race([ended, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
  }
}
