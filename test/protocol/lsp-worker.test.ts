import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  CodeLensRequest,
  CodeLensResolveRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  HoverRequest,
  InitializeRequest,
  InitializedNotification,
  InlayHintRequest,
  PublishDiagnosticsNotification,
  ReferencesRequest,
  RenameRequest,
  createProtocolConnection,
  type ClientCapabilities,
  type DataCallback,
  type Message,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { Traffic } from './lsp-schema.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.browser.js', import.meta.url));

const ROOT = 'memory://files';

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

  /** What the client tells the worker of itself. */
  let capabilities: ClientCapabilities;
  const connect = async () => {
    worker = new Worker(WEB_WORKER, { eval: true, workerData: SERVER });
    const reader = new WorkerReader(worker);
    const writer = new WorkerWriter(worker);
    traffic.watch(reader, writer);
    connection = createProtocolConnection(reader, writer);
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: ROOT, capabilities });
    await connection.sendNotification(InitializedNotification.type, {});
  };
  beforeEach(() => {
    capabilities = {};
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
    await connect();
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
    await connect();
    await open('memory://files/lib/f.bcasm', '.func f\nLOAD_CONST 1\nRETURN_VALUE\n.end\n');
    const textDocument = { uri: 'memory://files/main.bcasm' };
    await open(textDocument.uri, '.import "lib/f.bcasm"\nCALL_FUNC f 0\nPRINT\n');
    const found = await connection.sendRequest(DefinitionRequest.type, {
      textDocument,
      position: { line: 1, character: 11 },
    });
    expect(found).toMatchObject([{ uri: 'memory://files/lib/f.bcasm', range: { start: { line: 0, character: 6 } } }]);
  });

  describe('with a client that reads files', () => {
    /** What the client has on its side, by URI. */
    let files: Map<string, string>;
    let asked: string[];
    const textDocument = { uri: `${ROOT}/main.bcasm` };

    beforeEach(async () => {
      files = new Map([
        [`${ROOT}/lib/a%20b.bcasm`, '.import "../c.bcasm"\n.func f\nCALL_FUNC g 0\nRETURN_VALUE\n.end\n'],
        [`${ROOT}/c.bcasm`, '.func g\nLOAD_CONST 1\nRETURN_VALUE\n.end\n'],
        [`${ROOT}/other.bcasm`, '.import "c.bcasm"\nCALL_FUNC g 0\nPRINT\n'],
      ]);
      asked = [];
      capabilities = {
        textDocument: { publishDiagnostics: { codeDescriptionSupport: true } },
        experimental: { bcasmFiles: { documentation: 'https://example.org/docs/' } },
      };
      await connect();
      connection.onRequest('bcasm/readFile', ({ uri }: { uri: string }): { bytes?: Uint8Array; error?: string } => {
        asked.push(uri);
        const text = files.get(uri);
        return text === undefined ? { error: 'no such file' } : { bytes: new TextEncoder().encode(text) };
      });
      connection.onRequest('bcasm/listFiles', () => [...files.keys()]);
    });

    const definitionIn = async (text: string) => {
      await open(textDocument.uri, text);
      const character = text.split('\n')[1].length - 3;
      return connection.sendRequest(DefinitionRequest.type, { textDocument, position: { line: 1, character } });
    };

    test('the first answer has what the imports of the imports say', async () => {
      const found = await definitionIn('.import "lib/a b.bcasm"\nCALL_FUNC f 0\nPRINT\n');
      expect(found).toMatchObject([{ uri: `${ROOT}/lib/a%20b.bcasm` }]);
      expect(asked).toContain(`${ROOT}/c.bcasm`);
    });

    test('no diagnostics are told before the files are there', async () => {
      const published: unknown[] = [];
      const told = new Promise<void>(resolve => {
        connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
          published.push(diagnostics);
          resolve();
        });
      });
      await open(textDocument.uri, '.import "c.bcasm"\nCALL_FUNC g 0\nPRINT\n.import "gone.bcasm"\n');
      await told;
      expect(published).toEqual([[expect.objectContaining({ code: 'BC119' })]]);
    });

    test('references and renames reach files that nobody has opened', async () => {
      const uri = `${ROOT}/c.bcasm`;
      await open(uri, files.get(uri) ?? '');
      const place = { textDocument: { uri }, position: { line: 0, character: 6 } };
      const context = { includeDeclaration: false };
      const found = await connection.sendRequest(ReferencesRequest.type, { ...place, context });
      expect(found?.map(each => each.uri).toSorted()).toEqual([`${ROOT}/lib/a%20b.bcasm`, `${ROOT}/other.bcasm`]);
      const edit = await connection.sendRequest(RenameRequest.type, { ...place, newName: 'h' });
      expect(Object.keys(edit?.changes ?? {})).toHaveLength(3);
      const lenses = await connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
      const resolved = await Promise.all(
        (lenses ?? []).map(each => connection.sendRequest(CodeLensResolveRequest.type, each)),
      );
      expect(resolved.map(({ command }) => command?.title)).toContain('2 references');
    });

    test('a file that changes is read again', async () => {
      expect(await definitionIn('.import "new.bcasm"\nCALL_FUNC n 0\nPRINT\n')).toBeNull();
      files.set(`${ROOT}/new.bcasm`, '.func n\nLOAD_CONST 1\nRETURN_VALUE\n.end\n');
      await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: `${ROOT}/new.bcasm`, type: FileChangeType.Created }],
      });
      const { kind, ...report } = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
      expect({ kind, items: 'items' in report ? report.items : [] }).toEqual({ kind: 'full', items: [] });
    });

    test('explanations are linked to where the client has them', async () => {
      await open(textDocument.uri, 'ADD\n');
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
      const hrefs = 'items' in report ? report.items.map(({ codeDescription }) => codeDescription?.href) : [];
      expect(hrefs).toEqual(['https://example.org/docs/diagnostics.md#bc201']);
    });
  });
});
