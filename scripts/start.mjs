// `npm start`: from a fresh clone to the examples in a real VS Code. Only Node's own modules at the top, because nothing
// is installed yet.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE, findOnPath, ROOT, run } from './setup/commands.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { whenParentIsGone } from './setup/parent.mjs';
import { ensureCodeServer } from './vscode/install.mjs';
import { freePort, startCodeServer } from './vscode/launch.mjs';

const USAGE = `Usage: npm start [-- OPTIONS]

Builds the extension and opens examples/ with it in VS Code: the desktop one, when its command "code" is on the PATH,
else one in the browser, which is installed into this folder once.

  --port N    where the one in the browser listens (default: 8080, or another that is free)
  --browser   take the one in the browser in any case
  --help      this text`;

const DEFAULT_PORT = 8080;
const EXAMPLES = path.join(ROOT, 'examples');

try {
  await start();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function start() {
  const { port, browser, help } = options();
  if (help) {
    console.log(USAGE);
    return;
  }
  const code = browser ? undefined : findOnPath('code');
  const chosenPort = code === undefined ? await choosePort(port) : undefined;
  ensureDependencies();
  console.log('Building the extension …');
  run(process.execPath, ['scripts/package.mjs'], { quiet: true });
  if (chosenPort === undefined) openDesktop(String(code));
  else await openInBrowser(chosenPort);
}

/** @param {string} code */
function openDesktop(code) {
  run(code, [`--extensionDevelopmentPath=${ROOT}`, '--new-window', EXAMPLES]);
  console.log('VS Code is opening examples/: open a .bcasm file and press F5.');
}

/** @param {number} port */
async function openInBrowser(port) {
  const installation = ensureCodeServer();
  console.log('Starting VS Code …');
  const directory = path.join(CACHE, 'window');
  // The README of the examples is the page to start from, and a program's output is shown as it is, line by line.
  const settings = {
    'workbench.startupEditor': 'readme',
    'debug.console.collapseIdenticalLines': false,
    // The examples lie in the project's repository, and nobody has to be asked about that.
    'git.openRepositoryInParentFolders': 'never',
  };
  const server = await startCodeServer({ installation, directory, port, settings, vsix: vsixFile() });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void server.stop());
  whenParentIsGone(() => void server.stop());

  const address = `${server.url}/?folder=${encodeURI(EXAMPLES)}`;
  console.log(`\nVS Code is at ${address}\nOpen a .bcasm file there and press F5. Ctrl-C here ends it.`);
  openAddress(address);
  await server.ended;
}

/** @param {string} address */
function openAddress(address) {
  const hasScreen = process.platform === 'darwin' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  const opener = findOnPath(process.platform === 'darwin' ? 'open' : 'xdg-open');
  if (!hasScreen || opener === undefined) return;
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.once('error', () => console.log('No browser could be started: open the address yourself.'));
  child.unref();
}

function vsixFile() {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return path.join(ROOT, `bcasm-${version}.vsix`);
}

/** @returns {{ port?: string, browser?: boolean, help?: boolean }} */
function options() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, browser: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    return values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`, { cause: error });
  }
}

/**
 * @param {string | undefined} text what the user asked for
 * @returns {Promise<number>} a port that is free now
 */
async function choosePort(text) {
  if (text === undefined) return freePort(DEFAULT_PORT).catch(() => freePort());
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`expected a port number from 1 to 65535, found ${text}`);
  }
  return freePort(port).catch(() => {
    throw new Error(`Port ${port} is taken: name another one, or none, with npm start -- --port N.`);
  });
}
