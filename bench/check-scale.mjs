// Measures how `bcasm check` grows with its input: files of 1,000 to 1,000,000 lines, in functions of 50 lines, beside python3
// compiling the same program in Python, in the same run; and how many megabytes a second each stage takes. Needs
// `npm run build`. `--write` puts the results into docs/benchmarks-check.md.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = path.resolve(import.meta.dirname, '..');
const CLI = path.join(ROOT, 'dist', 'cli.cjs');
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const RUNS = 5;
const FUNCTION_LINES = 50;

/** Takes the file that it is given through the stages, and prints the milliseconds of each. */
const STAGES = `
  import { readFileSync } from 'node:fs';
  import { ProgramVerifier } from './vm/verifier/program-verifier.ts';
  import { loadFiles } from './vm/assembly/load.ts';
  import { BUILT_IN_NAMES, parse } from './vm/index.ts';
  const text = readFileSync(process.argv[2], 'utf8');
  const times = [performance.now()];
  const tree = parse(text);
  times.push(performance.now());
  let number = 0;
  const provider = { read: () => ({ text, tree }), resolve: path => path };
  const [file] = loadFiles('scale.bcasm', provider, new Map(), { next: () => ++number });
  times.push(performance.now());
  const verifier = new ProgramVerifier(BUILT_IN_NAMES);
  for (const [index, unit] of file.changedFunctions) verifier.put(index, unit.codes[unit.ids.indexOf(index)]);
  verifier.settle();
  times.push(performance.now());
  console.log(JSON.stringify(times.slice(1).map((time, index) => time - times[index])));
`;

const directory = mkdtempSync(path.join(tmpdir(), 'bcasm-bench-'));
const stagesFile = path.join(directory, 'stages.mjs');
try {
  buildSync({
    stdin: { contents: STAGES, resolveDir: ROOT, loader: 'js' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: stagesFile,
  });
  const rows = SIZES.map(measure);
  const page = report(rows);
  console.log(page);
  if (process.argv.includes('--write')) writeFileSync(path.join(ROOT, 'docs', 'benchmarks-check.md'), page);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/**
 * @param {number} lines
 * @returns {{ lines: number, bytes: number, check: number, python: number, stages: number[] }} the times are medians in
 *   milliseconds; stages: parsing, binding and assembling, verifying
 */
function measure(lines) {
  const assembly = Array.from({ length: lines / FUNCTION_LINES }, (_, index) => assemblyFunction(index)).join('');
  const python = Array.from({ length: lines / FUNCTION_LINES }, (_, index) => pythonFunction(index)).join('');
  const assemblyFile = path.join(directory, 'scale.bcasm');
  const pythonFile = path.join(directory, 'scale.py');
  writeFileSync(assemblyFile, assembly);
  writeFileSync(pythonFile, python);
  const compile = 'import sys; compile(open(sys.argv[1]).read(), sys.argv[1], "exec")';
  /** @type {number[]} */
  const check = [];
  /** @type {number[]} */
  const peer = [];
  /** @type {number[][]} */
  const stages = [];
  for (let run = 0; run < RUNS; run++) {
    check.push(time(process.execPath, [CLI, 'check', assemblyFile]));
    peer.push(time('python3', ['-c', compile, pythonFile]));
    stages.push(JSON.parse(execFileSync(process.execPath, [stagesFile, assemblyFile], { encoding: 'utf8' })));
  }
  return {
    lines,
    bytes: assembly.length,
    check: median(check),
    python: median(peer),
    stages: [0, 1, 2].map(stage => median(stages.map(times => times[stage]))),
  };
}

/** A function of 50 lines that sums up what it computes in a loop; it calls the one before it. */
function assemblyFunction(/** @type {number} */ index) {
  const step = Array.from({ length: 6 }, (_, at) =>
    [`        LOAD_VAR total`, `        LOAD_CONST ${at + index}`, `        ADD`, `        STORE_VAR total`].join('\n'),
  );
  return `.func compute_${index} n=1
        LOAD_CONST 0
        STORE_VAR total         ; the sum
again:
        LOAD_VAR n
        JUMP_IF_FALSE done
${step.join('\n')}
        LOAD_VAR n
        LOAD_CONST 1
        SUB
        STORE_VAR n
        JUMP again
done:
        ; calls the function before this one
        LOAD_VAR total
        LOAD_CONST 0
        CALL_FUNC compute_${Math.max(0, index - 1)} 1
        ADD
        STORE_VAR _result
        LOAD_VAR _result
        LOAD_CONST 1000007
        MOD
        RETURN_VALUE
.end

        CALL_FUNC compute_${index} 0
        POP_TOP
`;
}

/** The same function in Python. */
function pythonFunction(/** @type {number} */ index) {
  const steps = Array.from({ length: 6 }, (_, at) => `        total = total + ${at + index}\n`).join('');
  return `def compute_${index}(n=1):
    total = 0  # the sum
    while n:
${steps}        n = n - 1
    # calls the function before this one
    result = total + compute_${Math.max(0, index - 1)}(0)
    return result % 1000007

compute_${index}()
`;
}

/**
 * @param {string} command
 * @param {readonly string[]} words
 * @returns {number} milliseconds of wall clock
 */
function time(command, words) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0 || stdout !== '') throw new Error(`${command} failed: ${stdout.slice(0, 500)}${stderr}`);
  return milliseconds;
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/** @param {readonly ReturnType<typeof measure>[]} rows */
function report(rows) {
  const versions = `Node ${process.versions.node}, ${execFileSync('python3', ['--version'], { encoding: 'utf8' }).trim()}`;
  const lines = rows.map(
    row =>
      `| ${whole(row.lines)} | ${whole(row.bytes / 1024)} KB | ${whole(row.check)} ms | ${((row.check / row.lines) * 1e3).toFixed(1)} µs | ${whole(row.python)} ms | ${(row.check / row.python).toFixed(2)} |`,
  );
  const speeds = rows.map(({ lines: count, bytes, stages }) => {
    const total = stages.reduce((sum, stage) => sum + stage, 0);
    const megabytes = [...stages, total].map(milliseconds => (bytes / 1e3 / milliseconds).toFixed(1));
    return `| ${whole(count)} | ${megabytes.join(' | ')} |`;
  });
  return `# Benchmarks of checking

Made by \`node bench/check-scale.mjs --write\`, on ${cpus().length} cores (${cpus()[0].model.trim()}), ${versions}.

## Checking large files

\`bcasm check\` reads, parses, binds, assembles and verifies a file; the times are those of the whole command, starting Node included,
medians of ${RUNS} runs. Beside it \`python3\` compiles the same program written in Python (a third of the lines), in the same
run: that is no race, but tells how busy the machine was.

| lines | size | check | a line | python3 compiles | ratio |
| --: | --: | --: | --: | --: | --: |
${lines.join('\n')}

## From text to verified

The same files, in megabytes a second by stage, each run in a process of its own: in small files it is the host that is still
cold which takes the time.

| lines | parse | bind and assemble | verify | all |
| --: | --: | --: | --: | --: |
${speeds.join('\n')}
`;
}

function whole(/** @type {number} */ number) {
  return Math.round(number).toLocaleString('en-US');
}
