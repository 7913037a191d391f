import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The command line as users run it, from a bundle made of the sources as they are now. */
export interface BundledCli {
  readonly file: string;
  run(words: readonly string[], options?: RunOptions): Finished;
  remove(): void;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly directory?: string;
}

export interface Finished {
  readonly output: string;
  readonly error: string;
  readonly exitCode: number | null;
}

export async function bundleCli(): Promise<BundledCli> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bcasm-cli-'));
  const file = path.join(directory, 'dist', 'cli.cjs');
  await build({
    entryPoints: [path.join(ROOT, 'cli', 'main.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
  return {
    file,
    run: (words, options = {}) => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [file, ...words], {
        cwd: options.directory ?? ROOT,
        input: options.input ?? '',
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
      return { output: stdout, error: stderr, exitCode: status };
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

export const ROOT = path.resolve(import.meta.dirname, '..', '..');
