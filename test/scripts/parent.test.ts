import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const MODULE = new URL('../../scripts/setup/parent.mjs', import.meta.url).href;

/** Tells when it is there, and when its parent is gone; it ends after a minute in any case. */
const WAITING = `
  import { whenParentIsGone } from ${JSON.stringify(MODULE)};
  setTimeout(() => process.exit(1), 60_000);
  whenParentIsGone(() => {
    console.log('gone');
    process.exit(0);
  });
  console.log('there');
`;

/** Starts another process with what it has been given, and sleeps. */
const PARENT = `
  require('node:child_process').spawn(process.execPath, ['--input-type=module', '--eval', process.argv[1]], { stdio: 'inherit' });
  setTimeout(() => {}, 60_000);
`;

test('a process learns that its parent has been killed', async () => {
  const parent = spawn(process.execPath, ['--eval', PARENT, WAITING], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  parent.stdout.setEncoding('utf8').on('data', (data: string) => {
    output += data;
    if (data.includes('there')) parent.kill('SIGKILL');
  });
  // The other process has the same standard output: it closes when both are gone.
  await once(parent, 'close');
  expect(output).toBe('there\ngone\n');
});
