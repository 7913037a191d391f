// Measures the language server through the protocol, as an editor sees it: on files of 1,000 to 1,000,000 lines, in functions of
// 50 lines. Beside it, in the same run, `mlir-lsp-server` on as many lines of MLIR, where it is installed (Debian:
// `mlir-16-tools`) and `--no-peer` is not given. Needs `npm run build`. `--write` puts the results into docs/benchmarks-server.md.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { MeasuringClient } from './language-server/client.mjs';
import { FUNCTION_LINES, bcasmPlace, bcasmProgram, mlirPlace, mlirProgram } from './language-server/programs.mjs';

/**
 * @typedef {{ line: number, right: string, wrong: string }} Place where an edit is made
 * @typedef {{ name: string, command: string, words: readonly string[], languageId: string, extension: string,
 *   program: (lines: number) => string, place: (index: number) => Place, sizes: readonly number[], edits: number }} Server
 * @typedef {Map<string, number[]>} Times milliseconds by what they are of
 */

const ROOT = path.resolve(import.meta.dirname, '..');
const SERVER = path.join(ROOT, 'dist', 'server.cjs');
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** Edits of each file that are measured, after some that are not: a server that runs for hours is not cold. */
const EDITS = Number(process.env['BCASM_EDITS'] ?? 200);
const WARM_UP_EDITS = 40;
const MANY_EDITS = 10_000;
const MANY_EDITS_LINES = 100_000;
const STARTS = 7;
const SCREEN_LINES = 50;

const BCASM = {
  name: 'bcasm',
  command: process.execPath,
  words: [SERVER, '--stdio'],
  languageId: 'bcasm',
  extension: 'bcasm',
  program: bcasmProgram,
  place: bcasmPlace,
  sizes: process.env['BCASM_SIZES']?.split(',').map(Number) ?? SIZES,
  edits: EDITS,
};
const MLIR = {
  name: 'mlir-lsp-server',
  command: 'mlir-lsp-server-16',
  words: [],
  languageId: 'mlir',
  extension: 'mlir',
  program: mlirProgram,
  place: mlirPlace,
  // A million lines take it minutes.
  sizes: BCASM.sizes.filter(size => size <= 100_000),
  edits: Math.ceil(EDITS / 10),
};

if (!existsSync(SERVER)) throw new Error('dist/server.cjs is missing: `npm run build` makes it');
const hasPeer = !process.argv.includes('--no-peer') && spawnSync(MLIR.command, ['--version']).error === undefined;
/** @type {number[]} */
const starts = [];
for (let run = 0; run < STARTS; run++) starts.push(await measureStart(BCASM));
/** @type {{ server: string, lines: number, times: Times }[]} */
const rows = [];
for (const server of hasPeer ? [BCASM, MLIR] : [BCASM]) {
  for (const lines of server.sizes) {
    rows.push({ server: server.name, lines, times: await measure(server, lines) });
    console.error(`${server.name}, ${whole(lines)} lines: done`);
  }
}
const growth = process.env['BCASM_SIZES'] === undefined ? await measureGrowth() : undefined;
const page = report();
console.log(page);
if (process.argv.includes('--write')) writeFileSync(path.join(ROOT, 'docs', 'benchmarks-server.md'), page);

/** @param {Server} server */
function startClient({ command, words, languageId, extension }) {
  return new MeasuringClient(command, words, { uri: `file:///measured.${extension}`, languageId });
}

/** @param {Server} server */
async function measureStart(server) {
  const client = startClient(server);
  const time = await client.initialize();
  await client.stop();
  return time;
}

/**
 * @param {Server} server
 * @param {number} lines
 * @returns {Promise<Times>}
 */
async function measure(server, lines) {
  /** @type {Times} */
  const times = new Map();
  const note = (/** @type {string} */ what, /** @type {number} */ time) => {
    times.set(what, [...(times.get(what) ?? []), time]);
  };
  const text = server.program(lines);
  const client = startClient(server);
  await client.initialize();
  note('open', await client.open(text));
  note('memory after opening', client.memory());
  const canDelta = client.capabilities.semanticTokensProvider?.full?.delta === true;
  let tokens = canDelta ? (await client.ask('textDocument/semanticTokens/full', {})).answer : undefined;
  const functionCount = lines / FUNCTION_LINES;
  const warmUp = Math.min(WARM_UP_EDITS, server.edits);
  for (let edit = -warmUp; edit < server.edits; edit++) {
    const index = ((edit + warmUp) * 7_919) % functionCount;
    const { line, right, wrong } = server.place(index);
    /** @type {(what: string, time: number) => void} */
    const noteWarm = edit < 0 ? () => {} : note;
    const middle = { line, character: right.length - 4 };
    const breaking = await client.edit({ line, character: 0 }, { line, character: right.length }, wrong);
    noteWarm('edit that makes an error', breaking);
    noteWarm('edit that mends it', await client.edit({ line, character: 0 }, { line, character: wrong.length }, right));
    noteWarm('hover', (await client.ask('textDocument/hover', { position: middle })).time);
    // As one types: the line is new and not finished when the editor asks.
    await client.edit({ line, character: 0 }, { line, character: 0 }, '        \n');
    noteWarm('completion', (await client.ask('textDocument/completion', { position: { line, character: 8 } })).time);
    await client.edit({ line, character: 0 }, { line: line + 1, character: 0 }, '');
    noteWarm('definition', (await client.ask('textDocument/definition', { position: middle })).time);
    if (canDelta) {
      const previousResultId = /** @type {{ resultId: string }} */ (tokens).resultId;
      const { time, answer } = await client.ask('textDocument/semanticTokens/full/delta', { previousResultId });
      tokens = answer;
      noteWarm('semantic tokens, what has changed', time);
    }
    if (client.capabilities.inlayHintProvider !== undefined) {
      const range = { start: { line, character: 0 }, end: { line: line + SCREEN_LINES, character: 0 } };
      noteWarm('inlay hints of a screen', (await client.ask('textDocument/inlayHint', { range })).time);
    }
  }
  if (client.capabilities.documentFormattingProvider !== undefined) {
    const options = { tabSize: 8, insertSpaces: true };
    for (let run = 0; run < 3; run++)
      note('formatting', (await client.ask('textDocument/formatting', { options })).time);
  }
  note('memory in the end', client.memory());
  await client.stop();
  return times;
}

/** Many edits of one file: what grows, if anything does. */
async function measureGrowth() {
  const client = startClient(BCASM);
  await client.initialize();
  await client.open(BCASM.program(MANY_EDITS_LINES));
  /** @type {number[]} */
  const memory = [];
  /** @type {number[]} */
  const latency = [];
  for (let edit = 0; edit < MANY_EDITS; edit++) {
    const { line, right, wrong } = bcasmPlace((edit * 7_919) % (MANY_EDITS_LINES / FUNCTION_LINES));
    const [from, to] = edit % 2 === 0 ? [right, wrong] : [wrong, right];
    const place = edit % 2 === 0 ? line : bcasmPlace(((edit - 1) * 7_919) % (MANY_EDITS_LINES / FUNCTION_LINES)).line;
    const newText = edit % 2 === 0 ? to : bcasmPlace(((edit - 1) * 7_919) % (MANY_EDITS_LINES / FUNCTION_LINES)).right;
    const length = edit % 2 === 0 ? from.length : newText.length;
    latency.push(await client.edit({ line: place, character: 0 }, { line: place, character: length }, newText));
    if ((edit + 1) % (MANY_EDITS / 5) === 0) memory.push(client.memory());
  }
  await client.stop();
  const fifth = MANY_EDITS / 5;
  return {
    memory,
    latency: [0, 1, 2, 3, 4].map(part => percentile(latency.slice(part * fifth, (part + 1) * fifth), 0.95)),
  };
}

function report() {
  const versions = hasPeer
    ? `, ${execFileSync(MLIR.command, ['--version'], { encoding: 'utf8' }).match(/version \S+/)?.[0] ?? ''}`
    : '';
  const wanted = [...new Set(rows.flatMap(({ times }) => [...times.keys()]))].filter(
    what => !what.startsWith('memory'),
  );
  const header = rows.map(({ server, lines }) => `${server}, ${whole(lines)}`).join(' | ');
  const lines = wanted.map(what => `| ${what} | ${rows.map(({ times }) => describe(times.get(what))).join(' | ')} |`);
  const memory = ['memory after opening', 'memory in the end'].map(
    what => `| ${what} | ${rows.map(({ times }) => `${whole(times.get(what)?.[0] ?? 0)} MB`).join(' | ')} |`,
  );
  return `# The language server, measured

Made by \`npm run bench:server -- --write\`, on ${cpus().length} cores (${cpus()[0].model.trim()}), Node ${process.versions.node}${versions}.

Through the protocol, on standard input and output, as an editor sees it: programs in functions of ${FUNCTION_LINES} lines, each of which calls
the one before it, and a main that calls all. Median and 95th percentile of ${EDITS} edits in functions all over the file, in milliseconds;
every request comes right after an edit. ${peerNote()}

From the start of the process to the answer of \`initialize\`: ${round(median(starts))} ms (median of ${STARTS}).

| | ${header} |
| --- | ${rows.map(() => '--:').join(' | ')} |
${[...lines, ...memory].join('\n')}
${growth === undefined ? '' : growthReport(growth)}`;
}

function peerNote() {
  return hasPeer
    ? 'Beside it, in the same run, `mlir-lsp-server` does the same on as many lines of MLIR, a tenth as often.'
    : 'The peer, `mlir-lsp-server` of Debian’s `mlir-16-tools`, was not installed, and was not measured.';
}

/** @param {{ memory: readonly number[], latency: readonly number[] }} growth */
function growthReport({ memory, latency }) {
  return `
## Many edits

${whole(MANY_EDITS)} edits of a file of ${whole(MANY_EDITS_LINES)} lines, in fifths:

| | ${memory.map((_, index) => `${whole(((index + 1) * MANY_EDITS) / 5)} edits`).join(' | ')} |
| --- | ${memory.map(() => '--:').join(' | ')} |
| memory | ${memory.map(each => `${whole(each)} MB`).join(' | ')} |
| edit to diagnostics, 95th percentile | ${latency.map(each => `${round(each)} ms`).join(' | ')} |
`;
}

/** @param {readonly number[] | undefined} times */
function describe(times) {
  if (times === undefined) return '–';
  if (times.length < 10) return round(median(times));
  return `${round(median(times))} / ${round(percentile(times, 0.95))}`;
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return percentile(numbers, 0.5);
}

/**
 * @param {readonly number[]} numbers
 * @param {number} part
 */
function percentile(numbers, part) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

function round(/** @type {number} */ number) {
  return number < 10 ? number.toFixed(1) : whole(number);
}

function whole(/** @type {number} */ number) {
  return Math.round(number).toLocaleString('en-US');
}
