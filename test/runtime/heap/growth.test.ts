import { build } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { translations } from '../../support/translations.ts';
import type { GrowthAnswer, GrowthQuestion } from './growth-worker.ts';

/**
 * Every way in which a program can use up memory, by titles in `growth.py`: in each the program meets a MemoryError that it can
 * catch, and goes on. They run in a thread of the host that has little memory and dies when it needs more, so that what the
 * machine counts is compared with what it takes.
 */
const HEAP_BYTES = 1024 * 1024;
/** Far below what the smallest of the programs would take if nothing stopped it. */
const HOST_MEGABYTES = 128;
/** For a busy machine. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const [, ...pieces] = readFileSync(path.join(import.meta.dirname, 'growth.py'), 'utf8').split(/^# --- /m);
const programs = pieces.map(piece => {
  const [title, ...lines] = piece.trimEnd().split('\n');
  return { title, source: attempt(lines) };
});

/** The program tries to grow, tells how that ended, and shows that it can still work. */
function attempt(lines: readonly string[]): string {
  return `def attempt():
    try:
${lines.map(line => `        ${line}`).join('\n')}
    except MemoryError as error:
        return repr(error)
    return 'it ended'
print(attempt())
items = [str(n) for n in range(1000)]
print(len(items), len(''.join(items)))
`;
}

let directory: string;
let worker: Worker | null = null;

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'bcasm-growth-'));
  await build({
    entryPoints: [path.join(import.meta.dirname, 'growth-worker.ts')],
    outfile: path.join(directory, 'worker.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
});

afterAll(async () => {
  await worker?.terminate();
  rmSync(directory, { recursive: true, force: true });
});

describe('a program that grows without end meets a MemoryError, and goes on', () => {
  const texts = translations(programs.map(({ source }) => source));
  test.each(programs.map(({ title }, index) => [title, texts[index]]))('%s', async (_title, text) => {
    const answer = await ask({ text, heapBytes: HEAP_BYTES });
    expect(answer).toEqual({ output: 'MemoryError()\n1000 2890\n', ending: 'halted' });
  });
});

/** Runs a program in the thread; where that has died of the program before, in a new one. */
function ask(question: GrowthQuestion): Promise<GrowthAnswer> {
  const asked = (worker ??= new Worker(path.join(directory, 'worker.mjs'), {
    resourceLimits: { maxOldGenerationSizeMb: HOST_MEGABYTES },
  }));
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      worker = null;
      reject(error);
    };
    asked.once('error', fail);
    asked.once('message', (answer: GrowthAnswer) => {
      asked.off('error', fail);
      resolve(answer);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    asked.postMessage(question);
  });
}
