import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  DefinitionRequest,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializeRequest,
  InitializedNotification,
  InlayHintRequest,
  PublishDiagnosticsNotification,
  createProtocolConnection,
  type DataCallback,
  type Message,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { Traffic } from './lsp-schema.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.browser.js', import.meta.url));

/** A thread that gives the bundle what a web worker has, and nothing of Node: no `process`, no `require`, no files. */
const WEB_WORKER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { createContext, runInContext } = require('node:vm');
  const scope = createContext({
    postMessage: message => parentPort.postMessage(message),
    addEventListener() {},
    setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask,
    performance, console, URL, TextDecoder, TextEncoder,
  });
  runInContext('globalThis.self = globalThis;', scope);
  runInContext(require('node:fs').readFileSync(workerData, 'utf8'), scope);
  parentPort.on('message', data => scope.onmessage({ data }));
`;

class WorkerReader extends AbstractMessageReader {
  private readonly worker: Worker;

  constructor(worker: Worker) {
    super();
    this.worker = worker;
  }

  listen(callback: DataCallback) {
    this.worker.on('message', callback);
    return { dispose: () => void this.worker.off('message', callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  private readonly worker: Worker;

  constructor(worker: Worker) {
    super();
    this.worker = worker;
  }

  write(message: Message): Promise<void> {
    this.worker.postMessage(message);
    return Promise.resolve();
  }

  end(): void {}
}

describe('the language server in a web worker', () => {
  let worker: Worker;
  let connection: ProtocolConnection;
  const traffic = new Traffic();
  afterAll(() => expect(traffic.violations()).toEqual([]));

  beforeEach(async () => {
    worker = new Worker(WEB_WORKER, { eval: true, workerData: SERVER });
    const reader = new WorkerReader(worker);
    const writer = new WorkerWriter(worker);
    traffic.watch(reader, writer);
    connection = createProtocolConnection(reader, writer);
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities: {} });
    await connection.sendNotification(InitializedNotification.type, {});
  });
  afterEach(async () => {
    connection.dispose();
    await worker.terminate();
  });

  const open = (uri: string, text: string) =>
    connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'bcasm', version: 1, text },
    });

  test('answers as it does elsewhere', async () => {
    const published = new Promise<readonly unknown[]>(resolve => {
      connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => resolve(diagnostics));
    });
    const textDocument = { uri: 'memory://files/main.bcasm' };
    await open(textDocument.uri, 'LOAD_CONST 1\nADD\n');
    expect(await published).toMatchObject([{ code: 'BC201' }]);
    const hover = await connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 1, character: 1 },
    });
    expect(hover?.contents).toMatchObject({ value: expect.stringContaining('Stack here: 1 value') });
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
    expect(await connection.sendRequest(InlayHintRequest.type, { textDocument, range })).toMatchObject([
      { label: '[int]' },
    ]);
  });

  test('finds the imports that are open', async () => {
    await open('memory://files/lib/f.bcasm', '.func f\nLOAD_CONST 1\nRETURN_VALUE\n.end\n');
    const textDocument = { uri: 'memory://files/main.bcasm' };
    await open(textDocument.uri, '.import "lib/f.bcasm"\nCALL_FUNC f 0\nPRINT\n');
    const found = await connection.sendRequest(DefinitionRequest.type, {
      textDocument,
      position: { line: 1, character: 11 },
    });
    expect(found).toMatchObject([{ uri: 'memory://files/lib/f.bcasm', range: { start: { line: 0, character: 6 } } }]);
  });
});
