import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { RESULTS_VARIABLE, type SuiteResult } from './results.ts';

/** VS Code calls this in its extension host, as `extensionTestsPath` says. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000 });
  // The suites are part of this bundle: they are defined by running them, once mocha's functions are there.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./suites/index.ts');

  const results: SuiteResult[] = [];
  const failureCount = await new Promise<number>(resolve => {
    mocha
      .run(resolve)
      .on('pass', test => results.push({ title: test.fullTitle() }))
      .on('fail', (test, error: Error) =>
        results.push({ title: test.fullTitle(), error: error.stack ?? String(error) }),
      );
  });
  const file = process.env[RESULTS_VARIABLE];
  if (file !== undefined) writeFileSync(file, JSON.stringify(results));
  if (failureCount > 0) throw new Error(`${failureCount} tests failed`);
}
