// `npm test`: sets itself up and checks everything. The last line says how much passed and failed. Only Node's own modules
// at the top, because nothing is installed yet.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT, findOnPath, run } from './setup/commands.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureCodeServer } from './vscode/install.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Count | void} run throws when the step as a whole fails
 *
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 */

/** What starting every editor takes; Kate needs a screen and a session. */
const EDITORS = ['nvim', 'emacs', 'kate', 'Xvfb', 'dbus-run-session'];

/** @type {readonly Step[]} */
const STEPS = [
  { name: 'dependencies', run: ensureDependencies },
  script('types'),
  script('lint'),
  script('format:check'),
  script('dead'),
  suite('unit'),
  script('package'),
  suite('protocol'),
  // Editors of their own, where they are: `.ci/run` installs them, as docs/editors.md names them.
  ...(EDITORS.every(each => findOnPath(each) !== undefined) ? [suite('editors')] : []),
  { name: 'browser', run: () => void ensureChromium() },
  { name: 'VS Code', run: () => void ensureCodeServer() },
  suite('exthost'),
  suite('e2e'),
];

const total = { passed: 0, failed: 0 };
for (const step of STEPS) {
  const startedAt = Date.now();
  console.log(`\n=== ${step.name}`);
  const { passed, failed } = outcome(step);
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`=== ${step.name}: ${failed === 0 ? 'passed' : 'FAILED'} (${seconds} s)`);
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);

/**
 * @param {Step} step
 * @returns {Count} a step that counts nothing itself counts as one check
 */
function outcome(step) {
  try {
    return step.run() ?? { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/**
 * @param {string} name of a script in package.json
 * @returns {Step}
 */
function script(name) {
  return { name, run: () => run('npm', ['run', '--silent', name]) };
}

/**
 * @param {string} project of vitest.config.ts
 * @returns {Step}
 */
function suite(project) {
  return { name: `${project} tests`, run: () => runSuite(project) };
}

/** @param {string} project */
function runSuite(project) {
  const report = path.join(ROOT, 'test-results', `${project}.json`);
  rmSync(report, { force: true });
  const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  let failure;
  try {
    run(process.execPath, [vitest, 'run', '--project', project, ...reporters]);
  } catch (error) {
    failure = error;
  }
  const count = readReport(report);
  // A file that can't be loaded fails without a failing test in it.
  if (failure !== undefined && !count?.failed) return { passed: count?.passed ?? 0, failed: 1 };
  if (count === undefined || count.passed + count.failed === 0) throw new Error(`no ${project} test was found`);
  return count;
}

/**
 * @param {string} file
 * @returns {Count | undefined}
 */
function readReport(file) {
  try {
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
  } catch {
    return undefined;
  }
}
