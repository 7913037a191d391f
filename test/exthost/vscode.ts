import { build } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { ROOT } from '../../scripts/setup/commands.mjs';
import { startSession } from '../support/vscode/session.ts';
import { RESULTS_VARIABLE, type SuiteResult } from './results.ts';

const WORKSPACE = 'test/fixtures/vscode';
/** Only what never ends shall fail. */
const LIMIT_MS = 300_000;

/**
 * Runs the suites inside the extension host of a real VS Code: the desktop one that `VSCODE_EXECUTABLE` names, else
 * code-server.
 *
 * @throws {Error} when VS Code ends, or takes longer than five minutes, without results
 */
export async function runInVsCode(): Promise<SuiteResult[]> {
  const tests = await bundleSuites();
  const directory = mkdtempSync(path.join(tmpdir(), 'bcasm-results-'));
  const results = path.join(directory, 'results.json');
  const executable = process.env['VSCODE_EXECUTABLE'];
  try {
    await (executable === undefined ? runInCodeServer(tests, results) : runInDesktop(executable, tests, results));
    return JSON.parse(readFileSync(results, 'utf8')) as SuiteResult[];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** One CommonJS file, since that is what VS Code loads; mocha stays outside, because it loads files of its own. */
async function bundleSuites(): Promise<string> {
  const outfile = path.join(ROOT, 'out/exthost/index.cjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/exthost/runner.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

/** A failing test makes VS Code end with an error, which the results tell better. */
async function runInDesktop(vscodeExecutablePath: string, tests: string, results: string): Promise<void> {
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: tests,
    extensionTestsEnv: { [RESULTS_VARIABLE]: results },
    launchArgs: [path.join(ROOT, WORKSPACE), '--disable-extensions', '--disable-workspace-trust'],
  }).catch((error: unknown) => console.error(error));
}

async function runInCodeServer(tests: string, results: string): Promise<void> {
  const session = await startSession({
    folder: WORKSPACE,
    withExtension: false,
    env: { [RESULTS_VARIABLE]: results },
    // Without this, code-server doesn't look at the payload below.
    options: ['--vscode-option', 'enable-smoke-test-driver'],
  });
  const { page, server, workspace } = session;
  try {
    const ended = new Promise<number>((resolve, reject) => {
      // VS Code calls this function of its window when the tests are through.
      void page.exposeFunction('codeAutomationExit', resolve);
      setTimeout(() => reject(new Error(`no end after ${LIMIT_MS / 1000} s\n${server.log()}`)), LIMIT_MS).unref();
    });
    const remote = (file: string): string => `vscode-remote://${new URL(server.url).host}${file}`;
    const payload = [
      ['extensionDevelopmentPath', remote(ROOT)],
      ['extensionTestsPath', remote(tests)],
    ];
    const query = `folder=${workspace}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    await page.goto(`${server.url}/?${query}`, { waitUntil: 'commit', timeout: LIMIT_MS });
    await ended;
  } finally {
    await session.end();
  }
}
