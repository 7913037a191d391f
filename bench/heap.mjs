// Measures the heap: how long a collection takes, what allocating costs, what comes back when objects are dropped, and what
// checkpoints cost. Peers run in the same run, because machines differ and are never quiet: CPython's collector on as many
// objects, and keeping a copy of everything in the place of a checkpoint. `node bench/heap.mjs [--write]`; with `--write` the
// results become docs/benchmarks-heap.md.
import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = path.resolve(import.meta.dirname, '..');
const RUNS = 3;
const CHECKPOINTS = 20;
const OBJECTS = 1_000_000;
/** Lists that a checkpoint has to be able to bring back, and how many of them change between two checkpoints. */
const KEPT_LISTS = 100_000;
const CHANGED = [1, 100, 10_000];

/** Programs that end with a million objects in use, and the same in Python. */
const SHAPES = {
  lists: {
    assembly: `
        BUILD_LIST 0
${loop(OBJECTS, '        BUILD_LIST 0\n        APPEND')}        STORE_VAR all`,
    python: `all = [[] for n in range(${OBJECTS})]`,
  },
  'linked nodes': {
    assembly: `
.class Node
.end
        MAKE_CLASS Node 0
        STORE_VAR Node
        LOAD_CONST None
        STORE_VAR last
${loop(OBJECTS, '        LOAD_VAR Node\n        CALL 0\n        DUP_TOP\n        LOAD_VAR last\n        STORE_ATTR next\n        STORE_VAR last')}`,
    python: `
class Node: pass
last = None
for n in range(${OBJECTS}):
    node = Node()
    node.next = last
    last = node`,
  },
  dicts: {
    assembly: `
        BUILD_LIST 0
${loop(OBJECTS, '        LOAD_CONST 1\n        LOAD_VAR n\n        BUILD_DICT 1\n        APPEND')}        STORE_VAR all`,
    python: `all = [{1: n} for n in range(${OBJECTS})]`,
  },
};

/** What follows a Python program: writes the milliseconds of a collection, the best of three. */
const PYTHON_COLLECTION = `
import gc, time
times = []
for run in range(3):
    start = time.perf_counter()
    gc.collect()
    times.append(time.perf_counter() - start)
print(min(times) * 1e3)
`;

const CHURN = loop(OBJECTS, '        BUILD_LIST 0\n        POP_TOP');
const PYTHON_CHURN = `
import time
start = time.perf_counter()
n = ${OBJECTS}
while n:
    []
    n = n - 1
print((time.perf_counter() - start) * 1e3)
`;

/** Makes the lists, then appends to the first `changed` of them in each round that a `BREAKPOINT` ends. @param {number} changed */
function listsText(changed) {
  const make = loop(KEPT_LISTS, '        BUILD_LIST 0\n        APPEND', 'make');
  const change = loop(
    changed,
    '        LOAD_VAR all\n        LOAD_VAR n\n        LOAD_INDEX\n        LOAD_CONST 1\n        APPEND\n        POP_TOP',
  );
  return `
        BUILD_LIST 0
${make}        STORE_VAR all
        BREAKPOINT
round:
${change}        BREAKPOINT
        JUMP round
`;
}

const directory = mkdtempSync(path.join(tmpdir(), 'bcasm-bench-'));
try {
  const bundle = path.join(directory, 'vm.mjs');
  buildSync({
    entryPoints: [path.join(ROOT, 'vm', 'index.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: bundle,
  });
  const { Machine, analyze } = await import(pathToFileURL(bundle).href);
  const page = report(measureAll(Machine, analyze));
  console.log(page);
  if (process.argv.includes('--write')) writeFileSync(path.join(ROOT, 'docs', 'benchmarks-heap.md'), page);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/**
 * @param {typeof import('../vm/index.ts').Machine} Machine
 * @param {typeof import('../vm/index.ts').analyze} analyze
 */
function measureAll(Machine, analyze) {
  /** @param {string} text @param {object} [limits] */
  const machineFor = (text, limits) => {
    const { program } = analyze('bench.bcasm', { read: () => ({ text }), resolve: file => file });
    if (program === null) throw new Error('the program does not assemble');
    return new Machine(program, { host: { write() {}, readLine: () => null }, limits, listsObjects: true });
  };
  const rows = Object.entries(SHAPES).map(([name, { assembly, python }]) => {
    const collections = [];
    const peers = [];
    for (let run = 0; run < RUNS; run++) {
      const machine = machineFor(assembly);
      machine.run(Infinity);
      const { objects } = machine.statistics().heap;
      if (objects < OBJECTS) throw new Error(`${name}: only ${objects} objects`);
      collections.push(Math.min(...repeat(3, () => time(() => machine.collect()))));
      peers.push(Number(execFileSync('python3', ['-c', python + PYTHON_COLLECTION], { encoding: 'utf8' })));
    }
    return { name, collection: median(collections), peer: median(peers) };
  });
  /** @type {{ own: number[], peer: number[] }} */
  const allocation = { own: [], peer: [] };
  for (let run = 0; run < RUNS; run++) {
    allocation.own.push(time(() => machineFor(CHURN).run(Infinity)));
    allocation.peer.push(Number(execFileSync('python3', ['-c', PYTHON_CHURN], { encoding: 'utf8' })));
  }
  return {
    rows,
    allocation: { own: median(allocation.own), peer: median(allocation.peer) },
    returned: [1, 10].map(factor =>
      measureReturned(machineFor(SHAPES.lists.assembly.replaceAll(String(OBJECTS), String((OBJECTS / 10) * factor)))),
    ),
    checkpoints: CHANGED.map(changed => measureCheckpoints(machineFor(listsText(changed)), changed)),
  };
}

/**
 * Bytes by the machine's count before and after everything is dropped.
 * @param {import('../vm/index.ts').Machine} machine
 */
function measureReturned(machine) {
  machine.run(Infinity);
  machine.collect();
  const full = machine.statistics().heap;
  for (const slot of machine.globals.names.keys()) machine.globals.set(slot, undefined);
  const milliseconds = time(() => machine.collect());
  const empty = machine.statistics().heap;
  return { objects: full.objects, full: full.bytes, empty: empty.bytes, milliseconds };
}

/**
 * What a checkpoint costs with the writes behind it, in milliseconds, and the same with a copy of every object instead.
 * @param {import('../vm/index.ts').Machine} machine
 * @param {number} changed
 */
function measureCheckpoints(machine, changed) {
  while (machine.run(Infinity).kind !== 'break-instruction');
  const round = () => machine.run(Infinity);
  for (let warm = 0; warm < RUNS; warm++) round();
  const plain = median(repeat(CHECKPOINTS, () => time(round)));
  const withCheckpoint = median(
    repeat(CHECKPOINTS, () => {
      const checkpoint = machine.checkpoint();
      const milliseconds = time(round);
      const again = time(() => machine.drop(machine.checkpoint()));
      machine.drop(checkpoint);
      return milliseconds + again;
    }),
  );
  const copies = median(
    repeat(CHECKPOINTS, () =>
      time(() => {
        /** @type {unknown[]} */
        const saved = [];
        machine.heap.forEachObject(object => saved.push(object.save()));
      }),
    ),
  );
  return { changed, plain, withCheckpoint, copies };
}

/**
 * @param {number} times
 * @param {() => number} measure
 */
function repeat(times, measure) {
  return Array.from({ length: times }, measure);
}

/** @param {() => unknown} action */
function time(action) {
  const start = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/** @param {ReturnType<typeof measureAll>} results */
function report({ rows, allocation, returned, checkpoints }) {
  const versions = `Node ${process.versions.node}, ${execFileSync('python3', ['--version'], { encoding: 'utf8' }).trim()}`;
  const collected = rows.map(
    ({ name, collection, peer }) =>
      `| ${name} | ${collection.toFixed(0)} ms | ${peer.toFixed(0)} ms | ${(collection / peer).toFixed(2)} |`,
  );
  const kept = checkpoints.map(({ changed, plain, withCheckpoint, copies }) => {
    const cost = Math.max(0, withCheckpoint - plain);
    return `| ${whole(changed)} | ${plain.toFixed(2)} ms | ${cost.toFixed(3)} ms | ${((cost / changed) * 1e3).toFixed(2)} µs | ${copies.toFixed(1)} ms | ${(cost / copies).toFixed(3)} |`;
  });
  const back = returned.map(
    ({ objects, full, empty, milliseconds }) =>
      `| ${whole(objects)} | ${whole(full / 1024)} KB | ${whole(empty / 1024)} KB | ${milliseconds.toFixed(0)} ms |`,
  );
  return `# Benchmarks of the heap

Made by \`node bench/heap.mjs --write\`, on ${cpus().length} cores (${cpus()[0].model.trim()}), ${versions}; medians.

## Collecting

A full collection with a million objects in use, of which none is freed. Beside it \`gc.collect()\` of CPython on the same
objects, in the same run; each is the best of three, since whatever else the machine does only adds. CPython leaves out objects
that can be in no cycle, as dicts of ints.

| objects | collection | CPython | ratio |
| --- | --: | --: | --: |
${collected.join('\n')}

## Making objects

${whole(OBJECTS)} lists that are dropped at once, made by a loop: ${whole(allocation.own)} ms, collections among it; CPython runs the same loop in
${whole(allocation.peer)} ms, so the ratio is ${(allocation.own / allocation.peer).toFixed(1)}. Most of that is running the loop.

## Memory that comes back

By the machine's own count, before and after the last reference to everything is dropped.

| objects | in use | left | collection |
| --: | --: | --: | --: |
${back.join('\n')}

## Checkpoints

A program holds ${whole(KEPT_LISTS)} lists, and changes some of them between two checkpoints. What the checkpoint costs is making it, and
keeping a copy of each object before its first change. Beside it what a copy of every object would cost.

| changed | without | checkpoint | a change | copy of everything | ratio |
| --: | --: | --: | --: | --: | --: |
${kept.join('\n')}
`;
}

/** @param {number} number */
function whole(number) {
  return Math.round(number).toLocaleString('en-US');
}

/** A loop that does \`body\` so many times. @param {number} count @param {string} body @param {string} name */
function loop(count, body, name = 'n') {
  return `
        LOAD_CONST ${count}
        STORE_VAR ${name}
again_${name}: LOAD_VAR ${name}
        JUMP_IF_FALSE done_${name}
${body}
        LOAD_VAR ${name}
        LOAD_CONST 1
        SUB
        STORE_VAR ${name}
        JUMP again_${name}
done_${name}: NOP
`;
}
