import { DebugClient } from '@vscode/debugadapter-testsupport';
import { expect, onTestFinished, test } from 'vitest';
import { ADAPTER, writeProgram } from './dap-client.ts';

/** The same adapter through the client that VS Code's adapters are tested with, used as its documentation shows. */

const PROGRAM = `; counts to three
        LOAD_CONST 0 ┆start
        STORE_VAR i
again:                                  ┆label
        LOAD_VAR i                      ┆behind
        LOAD_CONST 1
        ADD
        STORE_VAR i
        LOAD_VAR i
        PRINT
        LOAD_VAR i
        LOAD_CONST 3
        LT
        JUMP_IF_TRUE again
`;

test('launch to the end', async () => {
  const { file } = writeProgram(PROGRAM);
  const client = await start();
  await Promise.all([
    client.configurationSequence(),
    client.launch({ program: file }),
    client.assertOutput('stdout', '1\n2\n3\n'),
    client.waitForEvent('terminated'),
  ]);
});

test('stop on entry', async () => {
  const { file, line } = writeProgram(PROGRAM);
  const client = await start();
  await Promise.all([
    client.configurationSequence(),
    client.launch({ program: file, stopOnEntry: true }),
    client.assertStoppedLocation('entry', { path: file, line: line.start }),
  ]);
});

test('hit a breakpoint, whichever of configuration and launch comes first', async () => {
  const { file, line } = writeProgram(PROGRAM);
  const client = await start();
  await client.hitBreakpoint(
    { program: file },
    { path: file, line: line.label },
    { line: line.behind },
    { path: file, line: line.behind },
  );
  await Promise.all([
    client.continueRequest({ threadId: 1 }),
    client.assertStoppedLocation('breakpoint', { line: line.behind }),
  ]);
});

test('an uncaught error is an exception', async () => {
  const { file } = writeProgram('        LOAD_CONST 1\n        LOAD_CONST 0\n        DIV\n');
  const client = await start();
  await Promise.all([
    client.configurationSequence(),
    client.launch({ program: file }),
    client.assertStoppedLocation('exception', { line: 3 }),
  ]);
});

test('a launch that fails is an error of the request', async () => {
  const client = await start();
  await expect(client.launch({ program: '/missing.bcasm' })).rejects.toThrow(
    'cannot launch /missing.bcasm: no such file',
  );
});

async function start(): Promise<DebugClient> {
  const client = new DebugClient('node', ADAPTER, 'bcasm');
  await client.start();
  onTestFinished(() => client.stop());
  return client;
}
