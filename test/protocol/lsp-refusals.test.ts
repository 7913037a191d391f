import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver-protocol/node';
import { LspClient } from './lsp-client.ts';

let client: LspClient;

beforeEach(() => {
  client = new LspClient();
});

afterEach(() => client.dispose());

/** The code of the error that a request is answered with. */
async function errorOf(method: string, parameters?: object): Promise<unknown> {
  return client.connection.sendRequest(method, parameters).then(
    answer => expect.fail(`${method} was answered with ${JSON.stringify(answer)}`),
    (error: { readonly code: number }) => error.code,
  );
}

const PLACE = { textDocument: { uri: 'file:///x.bcasm' }, position: { line: 0, character: 0 } };

describe('the server answers with the error that the protocol has for it', () => {
  test('what comes before initialize', async () => {
    expect(await errorOf('textDocument/hover', PLACE)).toBe(ErrorCodes.ServerNotInitialized);
    expect(await errorOf('shutdown')).toBe(ErrorCodes.ServerNotInitialized);
    await client.initialize();
    expect(await client.connection.sendRequest('textDocument/hover', PLACE)).toBeNull();
  });

  test('a second initialize', async () => {
    await client.initialize();
    const parameters = { processId: null, rootUri: null, capabilities: {} };
    expect(await errorOf('initialize', parameters)).toBe(ErrorCodes.InvalidRequest);
  });

  test('what comes after shutdown', async () => {
    await client.initialize();
    await client.connection.sendRequest('shutdown');
    expect(await errorOf('textDocument/hover', PLACE)).toBe(ErrorCodes.InvalidRequest);
    expect(await errorOf('shutdown')).toBe(ErrorCodes.InvalidRequest);
  });

  test('a method that is not known', async () => {
    await client.initialize();
    expect(await errorOf('textDocument/no', PLACE)).toBe(ErrorCodes.MethodNotFound);
    expect(await errorOf('workspace/executeCommand', { command: 'no' })).toBe(ErrorCodes.MethodNotFound);
  });

  test('nothing, for notifications whose parameters are not what they should be', async () => {
    await client.initialize();
    const logged: unknown[] = [];
    client.connection.onNotification('window/logMessage', message => void logged.push(message));
    const { textDocument } = PLACE;
    const wrong: readonly [method: string, parameters: object | undefined][] = [
      ['textDocument/didOpen', undefined],
      ['textDocument/didOpen', { textDocument }],
      ['textDocument/didChange', { textDocument }],
      ['textDocument/didChange', { textDocument, contentChanges: [null, { range: {} }] }],
      ['textDocument/didClose', {}],
      ['textDocument/didSave', {}],
      ['workspace/didChangeWatchedFiles', {}],
      ['workspace/didChangeWorkspaceFolders', {}],
    ];
    for (const [method, parameters] of wrong) await client.connection.sendNotification(method, parameters);
    expect(await client.connection.sendRequest('textDocument/hover', PLACE)).toBeNull();
    expect(logged).toEqual([]);
  });

  test('parameters that are not what they should be', async () => {
    await client.initialize();
    const { textDocument, position } = PLACE;
    const wrong: readonly [method: string, parameters: object | undefined][] = [
      ['textDocument/hover', undefined],
      ['textDocument/hover', {}],
      ['textDocument/hover', { textDocument }],
      ['textDocument/hover', { position }],
      ['textDocument/hover', { textDocument: { uri: 1 }, position }],
      ['textDocument/hover', { textDocument, position: { line: '0', character: 0 } }],
      ['textDocument/rename', PLACE],
      ['textDocument/references', PLACE],
      ['textDocument/codeAction', { textDocument, range: { start: position }, context: { diagnostics: [] } }],
      ['textDocument/selectionRange', { textDocument, positions: [position, null] }],
      ['callHierarchy/incomingCalls', {}],
      ['workspace/symbol', {}],
      ['workspace/diagnostic', {}],
      ['workspace/willRenameFiles', {}],
    ];
    for (const [method, parameters] of wrong) {
      expect(await errorOf(method, parameters), JSON.stringify([method, parameters])).toBe(ErrorCodes.InvalidParams);
    }
  });
});
