import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCli, ROOT, type BundledCli } from '../support/bundled-cli.ts';

let cli: BundledCli;
beforeAll(async () => {
  cli = await bundleCli();
});
afterAll(() => cli.remove());

const PROGRAM = path.join(ROOT, 'examples', 'exceptions.bcasm');

/** Runs the example through a function of bin/code-cache.cjs. */
function runThrough(name: 'runCompiled' | 'runAndKeepCode'): string {
  const script = `require('./bin/code-cache.cjs').${name}(process.argv[1])`;
  const words = ['--eval', script, cli.file, 'run', PROGRAM];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

describe('the command line runs the same', () => {
  test('without compiled code, while keeping it, with it, and with what is none', () => {
    const expected = cli.run(['run', PROGRAM]).output;
    const code = `${cli.file}.code`;
    expect(existsSync(code)).toBe(false);
    expect(runThrough('runCompiled')).toBe(expected);
    expect(runThrough('runAndKeepCode')).toBe(expected);
    expect(existsSync(code)).toBe(true);
    expect(runThrough('runCompiled')).toBe(expected);
    writeFileSync(code, 'of another version');
    expect(runThrough('runCompiled')).toBe(expected);
  });
});
