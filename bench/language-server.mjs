// Measures the language server through the protocol, as an editor sees it: on files of 1,000 to 1,000,000 lines, in functions of
// 50 lines. Beside it, in the same run, `mlir-lsp-server` on as many lines of MLIR, where it is installed (Debian:
// `mlir-16-tools`) and `--no-peer` is not given. Needs `npm run build`. `--write` puts the results into docs/benchmarks-server.md, whose
// last part is written by hand and stays.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MeasuringClient } from './language-server/client.mjs';
import {
  BCASM_NEW_FUNCTION,
  FUNCTION_LINES,
  MLIR_NEW_FUNCTION,
  bcasmPlace,
  bcasmProgram,
  mlirPlace,
  mlirProgram,
} from './language-server/programs.mjs';
import { P95, percentile, serverPage, whole } from './language-server/report.mjs';

/**
 * @typedef {{ line: number, right: string, wrong: string }} Place where an edit is made
 * @typedef {{ name: string, command: string, words: readonly string[], languageId: string, extension: string,
 *   program: (lines: number) => string, place: (index: number) => Place, newFunction: string, sizes: readonly number[],
 *   edits: number }} Server
 * @typedef {import('./language-server/report.mjs').Times} Times
 */

const ROOT = path.resolve(import.meta.dirname, '..');
const SERVER = path.join(ROOT, 'dist', 'server.cjs');
const RESULTS_PAGE = path.join(ROOT, 'docs', 'benchmarks-server.md');
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** Edits of each file that are measured, after some that are not: a server that runs for hours is not cold. */
const EDITS = Number(process.env['BCASM_EDITS'] ?? 200);
const WARM_UP_EDITS = 40;
/** For as many edits, one function is typed. */
const EDITS_FOR_FUNCTION = 25;
const MANY_EDITS = 10_000;
const MANY_EDITS_LINES = 100_000;
const STARTS = 7;
/** Of larger files only one. */
const OPENINGS = 7;
const MANY_OPENED_LINES = 100_000;
const SCREEN_LINES = 50;

const BCASM = {
  name: 'bcasm',
  command: process.execPath,
  words: [SERVER, '--stdio'],
  languageId: 'bcasm',
  extension: 'bcasm',
  program: bcasmProgram,
  place: bcasmPlace,
  newFunction: BCASM_NEW_FUNCTION,
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
  newFunction: MLIR_NEW_FUNCTION,
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
const page = serverPage(
  { starts, rows, growth },
  {
    own: BCASM.name,
    peer: MLIR.name,
    peerVersion: hasPeer ? peerVersion() : undefined,
    edits: EDITS,
    many: { edits: MANY_EDITS, lines: MANY_EDITS_LINES },
  },
  existsSync(RESULTS_PAGE) ? readFileSync(RESULTS_PAGE, 'utf8') : '',
);
console.log(page);
if (process.argv.includes('--write')) writeFileSync(RESULTS_PAGE, page);

function peerVersion() {
  return execFileSync(MLIR.command, ['--version'], { encoding: 'utf8' }).match(/version (\S+)/)?.[1] ?? '';
}

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
 * @param {string} text
 */
async function measureOpening(server, text) {
  const client = startClient(server);
  await client.initialize();
  const time = await client.open(text);
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
  // A file is opened by a server that has just started, and no two starts are alike.
  for (let run = 1; run < (lines <= MANY_OPENED_LINES ? OPENINGS : 1); run++)
    note('open', await measureOpening(server, text));
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
  for (const time of await typeFunctions(client, server, functionCount)) note('key of a new function', time);
  if (client.capabilities.documentFormattingProvider !== undefined) {
    const options = { tabSize: 8, insertSpaces: true };
    for (let run = 0; run < 3; run++)
      note('formatting', (await client.ask('textDocument/formatting', { options })).time);
  }
  note('memory in the end', client.memory());
  await client.stop();
  return times;
}

/**
 * Types new functions above others, key by key, and takes each away again. The first is not counted.
 *
 * @param {MeasuringClient} client
 * @param {Server} server
 * @param {number} functionCount
 */
async function typeFunctions(client, { newFunction, edits }, functionCount) {
  const count = Math.ceil(edits / EDITS_FOR_FUNCTION);
  /** @type {number[]} */
  const times = [];
  for (let index = 0; index <= count; index++) {
    const first = Math.floor((functionCount * (index + 1)) / (count + 2)) * FUNCTION_LINES;
    const place = { line: first, character: 0 };
    await client.edit(place, place, '\n');
    for (const key of newFunction) {
      const time = await client.edit(place, place, key);
      if (index > 0) times.push(time);
      place.character++;
      if (key === '\n') Object.assign(place, { line: place.line + 1, character: 0 });
    }
    await client.edit({ line: first, character: 0 }, { line: place.line + 1, character: 0 }, '');
  }
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
    latency: [0, 1, 2, 3, 4].map(part => percentile(latency.slice(part * fifth, (part + 1) * fifth), P95)),
  };
}
