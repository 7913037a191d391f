import { fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializeRequest,
} from 'vscode-languageserver-protocol/node';
import { LspClient, exitOf, startServer } from './lsp-client.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url));

describe('the server ends', () => {
  test('with 0 after a shutdown', async () => {
    const client = new LspClient();
    await client.initialize();
    expect(await client.stop()).toBe(0);
    client.dispose();
  });

  test('with 1 on an exit without a shutdown', async () => {
    const client = new LspClient();
    await client.initialize();
    await client.connection.sendNotification(ExitNotification.type);
    expect(await exitOf(client.child)).toBe(1);
    client.dispose();
  });

  test('when its client closes the pipe', async () => {
    const child = startServer();
    child.stdin?.end();
    expect(await exitOf(child)).toBe(1);
  });

  test('when its client is gone but holds the pipe open', async () => {
    const other = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
    const client = new LspClient();
    await client.connection.sendRequest(InitializeRequest.type, {
      processId: other.pid ?? null,
      rootUri: null,
      capabilities: {},
    });
    other.kill('SIGKILL');
    expect(await exitOf(client.child)).toBe(1);
    client.dispose();
  });

  test('when its client is gone, in the midst of a long analysis', async () => {
    const other = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
    const client = new LspClient();
    const { connection } = client;
    await connection.sendRequest(InitializeRequest.type, {
      processId: other.pid ?? null,
      rootUri: null,
      capabilities: {},
    });
    const text = Array.from(
      { length: 6_000 },
      (_, index) => `.func f${index}\n${'LOAD_CONST 1\nPOP_TOP\n'.repeat(25)}.end\n`,
    );
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: 'file:///long.bcasm', languageId: 'bcasm', version: 1, text: text.join('') },
    });
    other.kill('SIGKILL');
    // Not by the library, which ends it with 1 when it has a turn again.
    expect(await exitOf(client.child)).toBe('SIGTERM');
    client.dispose();
  });

  test('when the channel of --node-ipc breaks', async () => {
    const child = fork(SERVER, ['--node-ipc'], { stdio: 'ignore' });
    await new Promise<void>(resolve => {
      child.once('message', () => resolve());
      child.send({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { processId: process.pid, rootUri: null, capabilities: {} },
      });
    });
    child.disconnect();
    expect(await exitOf(child)).toBe(1);
  });
});
