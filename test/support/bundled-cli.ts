import { build } from 'esbuild';
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The command line as users run it, from a bundle made of the sources as they are now. */
export interface BundledCli {
  readonly file: string;
  /** A directory for files of the test, empty at first. */
  readonly directory: string;
  run(words: readonly string[], options?: RunOptions): Finished;
  /** Runs it in `directory`, with the text as `x.bcasm` there. */
  runOn(text: string | Buffer, words: readonly string[], input?: string | Buffer): Finished;
  /** The same, but does not wait for its end: that is the caller's. */
  startOn(text: string, words: readonly string[]): ChildProcessWithoutNullStreams;
  remove(): void;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  /** Where it runs: at the root of the project, if nothing is said. */
  readonly directory?: string;
}

export interface Finished {
  readonly output: string;
  readonly error: string;
  readonly exitCode: number | null;
}

export async function bundleCli(): Promise<BundledCli> {
  const home = mkdtempSync(path.join(tmpdir(), 'bcasm-cli-'));
  const file = path.join(home, 'dist', 'cli.cjs');
  const directory = path.join(home, 'files');
  mkdirSync(directory);
  await build({
    entryPoints: [path.join(ROOT, 'cli', 'main.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
  const run: BundledCli['run'] = (words, options = {}) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [file, ...words], {
      cwd: options.directory ?? ROOT,
      input: options.input ?? '',
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    return { output: stdout, error: stderr, exitCode: status };
  };
  const write = (text: string | Buffer): void => writeFileSync(path.join(directory, 'x.bcasm'), text);
  return {
    file,
    directory,
    run,
    runOn: (text, words, input = '') => {
      write(text);
      return run(words, { directory, input });
    },
    startOn: (text, words) => {
      write(text);
      return spawn(process.execPath, [file, ...words], { cwd: directory });
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

export const ROOT = path.resolve(import.meta.dirname, '..', '..');
