// Bundles each program of the project into one file in dist/. `--minify` is what the packaged extension gets.
import { build, transform } from 'esbuild';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { keepConstants } from './constants.mjs';
import { editingSession } from './editing-session.mjs';
import { shareImports } from './imports.mjs';
import { ROOT } from './setup/commands.mjs';

const ENTRY_POINTS = {
  extension: 'client/extension.ts',
  server: 'bin/server.cjs',
  'language-server': 'server/main.ts',
  'debug-adapter': 'debug-adapter/main.ts',
  cli: 'cli/main.ts',
};

/** @type {readonly [name: string, entry: string, format: import('esbuild').Format][]} */
const BROWSER_ENTRY_POINTS = [
  ['extension.browser', 'client/extension.browser.ts', 'cjs'],
  ['server.browser', 'server/main.browser.ts', 'iife'],
];

const minify = process.argv.includes('--minify');
const output = path.join(ROOT, 'dist');

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: ROOT,
  outdir: output,
  bundle: true,
  minify,
  sourcemap: !minify,
  logLevel: 'warning',
};

rmSync(output, { recursive: true, force: true });
const { metafile } = await build({
  ...common,
  entryPoints: ENTRY_POINTS,
  // The package is of type "module", and both VS Code 1.91 and `require` want CommonJS.
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  minify: false,
  metafile: true,
});
// The same without anything of Node, for VS Code in a browser: what it loads as a module, and the language server as a script for a
// web worker.
const inputs = new Set(Object.keys(metafile.inputs));
for (const [name, entry, format] of BROWSER_ENTRY_POINTS) {
  const { metafile: found } = await build({
    ...common,
    entryPoints: { [name]: entry },
    platform: 'browser',
    target: 'es2022',
    format,
    external: ['vscode'],
    metafile: true,
  });
  for (const input of Object.keys(found.inputs)) inputs.add(input);
}
for (const name of Object.keys(ENTRY_POINTS)) {
  const file = path.join(output, `${name}.cjs`);
  const code = inAscii(shareImports(keepConstants(readFileSync(file, 'utf8'))));
  // Minified afterwards, when what is constant is seen to be.
  writeFileSync(
    file,
    minify ? (await transform(code, { minify, target: 'node20', format: 'cjs', platform: 'node' })).code : code,
  );
}
keepCommandLineCode();
await keepServerCode();
writeFileSync(path.join(output, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices([...inputs]));

/**
 * Escapes the few characters that the bundler leaves, in comments: Node reads a text of nothing but ASCII three times as fast, and V8
 * keeps it in half the room.
 *
 * @param {string} code
 */
function inAscii(code) {
  return code.replaceAll(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Lets the command line run a program, and keeps the code that V8 made for it: see bin/code-cache.cjs. */
function keepCommandLineCode() {
  const program = path.join(ROOT, 'examples', 'exceptions.bcasm');
  const keep = `${requireCall('code-cache')}.runAndKeepCode(process.argv[1])`;
  execFileSync(process.execPath, ['--eval', keep, path.join(output, 'cli.cjs'), 'run', program], { stdio: 'pipe' });
}

/** The same for the language server, with what an editor says in its first minute; the last of it is that the server may end. */
async function keepServerCode() {
  const program = readFileSync(path.join(ROOT, 'examples', 'exceptions.bcasm'), 'utf8');
  const server = path.join(output, 'language-server.cjs');
  const keep = `${requireCall('server-flags')}.setServerFlags(); ${requireCall('code-cache')}.runAndKeepCode(process.argv[1])`;
  const child = spawn(process.execPath, ['--eval', keep, server, '--stdio'], { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.write(editingSession(program));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the language server ended with ${code}`);
}

/** @param {string} name of a module in bin/ */
function requireCall(name) {
  return `require(${JSON.stringify(path.join(ROOT, 'bin', `${name}.cjs`))})`;
}

/**
 * The licences of the packages that ended up in the bundles, which all ask to be passed on.
 *
 * @param {readonly string[]} inputs the bundled files
 */
function thirdPartyNotices(inputs) {
  const directories = inputs.flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(directories)]
    .toSorted()
    .map(notice)
    .join(`\n${'-'.repeat(100)}\n\n`);
}

/** @param {string} directory of a package, from the top of the checkout */
function notice(directory) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(ROOT, directory, 'package.json'), 'utf8'));
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'License.txt', 'LICENCE']
    .map(candidate => path.join(ROOT, directory, candidate))
    .find(candidate => existsSync(candidate));
  if (file === undefined) throw new Error(`${directory} is bundled, but its licence text was not found`);
  return `${name} ${version} (${license})\n\n${readFileSync(file, 'utf8').trim()}\n`;
}
