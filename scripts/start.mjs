// `npm start`: from a fresh clone to the examples in a real VS Code. Only Node's own modules at the top, because nothing
// is installed yet.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE, findOnPath, ROOT, run } from './setup/commands.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
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
  const wantedPort = port === undefined ? undefined : portNumber(port);
  ensureDependencies();
  console.log('Building the extension …');
  run(process.execPath, ['scripts/package.mjs'], { quiet: true });
  const code = findOnPath('code');
  if (code !== undefined && !browser) openDesktop(code);
  else await openInBrowser(wantedPort);
}

/** @param {string} code */
function openDesktop(code) {
  run(code, [`--extensionDevelopmentPath=${ROOT}`, '--new-window', EXAMPLES]);
  console.log('VS Code is opening examples/: open a .bcasm file and press F5.');
}

/** @param {number | undefined} wantedPort */
async function openInBrowser(wantedPort) {
  const installation = ensureCodeServer();
  const port = await (wantedPort === undefined
    ? freePort(DEFAULT_PORT).catch(() => freePort())
    : freePort(wantedPort).catch(() => {
        throw new Error(`Port ${wantedPort} is taken: name another one, or none, with npm start -- --port N.`);
      }));
  console.log('Starting VS Code …');
  const directory = path.join(CACHE, 'window');
  const server = await startCodeServer({ installation, directory, port, vsix: vsixFile() });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void server.stop());

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

/** @param {string} text */
function portNumber(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`expected a port number from 1 to 65535, found ${text}`);
}
