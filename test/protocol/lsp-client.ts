import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect } from 'vitest';
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializeRequest,
  InitializedNotification,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { Traffic } from './lsp-schema.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url));

const traffic = new Traffic();

// Whatever a test is about: all that the server has said in it is looked at.
afterAll(() => expect(traffic.violations()).toEqual([]));

/** Starts the bundled server on standard input and output, as editors do. */
export function startServer(...moreArguments: string[]): ChildProcess {
  return spawn(process.execPath, [SERVER, '--stdio', ...moreArguments], { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** The exit code of a process, or the signal that ended it. */
export function exitOf(child: ChildProcess): Promise<number | string | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode ?? child.signalCode);
  return new Promise(resolve => child.once('exit', (code, signal) => resolve(code ?? signal)));
}

/** An editor with one folder, and the server that it has started. */
export class LspClient {
  readonly child = startServer();
  readonly folder = mkdtempSync(join(tmpdir(), 'bcasm lsp ü '));
  readonly connection: ProtocolConnection;
  initialized: InitializeResult | undefined;
  private readonly publications: PublishDiagnosticsParams[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly versions = new Map<string, number>();

  constructor() {
    const reader = new StreamMessageReader(this.child.stdout as NonNullable<ChildProcess['stdout']>);
    const writer = new StreamMessageWriter(this.child.stdin as NonNullable<ChildProcess['stdin']>);
    traffic.watch(reader, writer);
    this.connection = createProtocolConnection(reader, writer);
    this.connection.onNotification(PublishDiagnosticsNotification.type, parameters => {
      this.publications.push(parameters);
      for (const wake of this.waiting.splice(0)) wake();
    });
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities = {}): Promise<InitializeResult> {
    const rootUri = pathToFileURL(this.folder).href;
    this.initialized = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'folder' }],
      capabilities,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return this.initialized;
  }

  /** The URI of a file in the folder; with text, the file is written. */
  file(name: string, text?: string): string {
    if (text !== undefined) writeFileSync(join(this.folder, name), text);
    return pathToFileURL(join(this.folder, name)).href;
  }

  async open(uri: string, text: string): Promise<void> {
    this.versions.set(uri, 1);
    const textDocument = { uri, languageId: 'bcasm', version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Edits an open file: a range of it, or all of it. */
  async change(uri: string, text: string, range?: Range): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    const contentChanges = [range ? { range, text } : { text }];
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Waits until what was last published for a file satisfies a condition. */
  async published(uri: string, isWanted: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    for (;;) {
      const last = this.publications.findLast(each => each.uri === uri);
      if (last !== undefined && isWanted(last.diagnostics)) return last.diagnostics;
      await new Promise<void>(resolve => this.waiting.push(resolve));
    }
  }

  /** The same, and gives the codes. */
  async diagnostics(uri: string, isWanted: (codes: readonly string[]) => boolean): Promise<string[]> {
    const codes = (found: readonly Diagnostic[]): string[] => found.map(({ code }) => String(code));
    return codes(await this.published(uri, found => isWanted(codes(found))));
  }

  /** How often diagnostics of a file have been published. */
  publishedCount(uri: string): number {
    return this.publications.filter(each => each.uri === uri).length;
  }

  /** Ends the server as the protocol wants it, and gives its exit code. */
  async stop(): Promise<number | string | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return exitOf(this.child);
  }

  /** Ends what is left over after a test. */
  dispose(): void {
    this.connection.dispose();
    this.child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
