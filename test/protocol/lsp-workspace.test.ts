import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  WillRenameFilesRequest,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  WorkspaceDiagnosticRequest,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { LspClient } from './lsp-client.ts';

let client: LspClient;
beforeEach(() => {
  client = new LspClient();
});
afterEach(() => client.dispose());

const UNUSED_LABEL = 'a: NOP\n';

describe('diagnostics of the workspace', () => {
  test('come for every file, open ones as they are in the editor, and once', async () => {
    const broken = client.file('broken.bcasm', 'NOPE\n');
    const open = client.file('open.bcasm', 'NOPE\n');
    await client.initialize({ textDocument: { diagnostic: {} } });
    await client.open(open, UNUSED_LABEL);
    const first = await askWorkspace([]);
    expect(codesOf(first)).toEqual({ [broken]: ['BC102'], [open]: ['BC211'] });
    const previous = first.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    expect((await askWorkspace(previous)).map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
    await client.change(open, 'NOP\n');
    const third = await askWorkspace(previous);
    expect(third.map(({ uri, kind }) => [uri, kind]).toSorted()).toEqual([
      [broken, 'unchanged'],
      [open, 'full'],
    ]);
    expect(codesOf(third)[open]).toEqual([]);
  });

  test('come in parts where the client takes them', async () => {
    for (let file = 0; file < 45; file++) client.file(`f${file}.bcasm`, UNUSED_LABEL);
    await client.initialize({ textDocument: { diagnostic: {} } });
    const parts: number[] = [];
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'parts', part => {
      parts.push(part.items.length);
    });
    const last = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
      partialResultToken: 'parts',
    });
    expect(last.items).toEqual([]);
    expect(parts).toEqual([20, 20, 5]);
  });

  async function askWorkspace(previousResultIds: { uri: string; value: string }[]) {
    const { items }: WorkspaceDiagnosticReport = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds,
    });
    return items;
  }

  function codesOf(reports: readonly WorkspaceDocumentDiagnosticReport[]): Record<string, unknown[]> {
    return Object.fromEntries(
      reports.flatMap(report => (report.kind === 'full' ? [[report.uri, report.items.map(({ code }) => code)]] : [])),
    );
  }
});

describe('settings', () => {
  test('that are asked for change what is shown at once', async () => {
    let settings: object = { diagnostics: { BC211: 'error' } };
    client.connection.onRequest(ConfigurationRequest.type, () => [settings]);
    await client.initialize({ workspace: { configuration: true } });
    const uri = client.file('main.bcasm');
    await client.open(uri, UNUSED_LABEL);
    await client.published(uri, found => found[0]?.severity === 1);
    settings = { diagnostics: { BC211: 'allow' } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.diagnostics(uri, codes => codes.length === 0);
  });

  test('that are sent along do the same', async () => {
    await client.initialize();
    const uri = client.file('main.bcasm');
    await client.open(uri, UNUSED_LABEL);
    await client.diagnostics(uri, codes => codes.includes('BC211'));
    const settings = { bcasm: { diagnostics: { 'unused-label': 'allow' } } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    await client.diagnostics(uri, codes => codes.length === 0);
  });
});

describe('files', () => {
  test('that change outside of the editor, and folders that come, are seen', async () => {
    const other = join(client.folder, 'other');
    mkdirSync(other);
    const library = join(other, 'library.bcasm');
    await client.initialize({ workspace: { workspaceFolders: true } });
    const uri = client.file('main.bcasm');
    await client.open(uri, '.import "other/library.bcasm"\nCALL_FUNC f 0\n');
    await client.diagnostics(uri, codes => codes.includes('BC119'));
    writeFileSync(library, '.func f\nLOAD_CONST 1\nRETURN_VALUE\n.end\n');
    const event = { added: [{ uri: pathToFileURL(other).href, name: 'other' }], removed: [] };
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: pathToFileURL(library).href, type: FileChangeType.Created }],
    });
    await client.diagnostics(uri, codes => codes.length === 0);
  });

  test('that are renamed take their imports along', async () => {
    mkdirSync(join(client.folder, 'lib'));
    const main = client.file('main.bcasm', '.import \'lib/a.bcasm\'\n.import "b.bcasm"\nCALL_FUNC f 0\n');
    const a = client.file('lib/a.bcasm', '.import "../b.bcasm"\n.func f\nLOAD_CONST B\nRETURN_VALUE\n.end\n');
    client.file('b.bcasm', '.const B 1\n');
    const { capabilities } = await client.initialize();
    expect(capabilities.workspace?.fileOperations?.willRename?.filters.length).toBeGreaterThan(0);
    const edit = await client.connection.sendRequest(WillRenameFilesRequest.type, {
      files: [
        { oldUri: client.file('lib'), newUri: client.file('deep/lib') },
        { oldUri: client.file('b.bcasm'), newUri: client.file('c d.bcasm') },
      ],
    });
    const texts = Object.entries(edit?.changes ?? {}).map(([uri, edits]) => [uri, edits.map(({ newText }) => newText)]);
    expect(Object.fromEntries(texts)).toEqual({
      [main]: ["'deep/lib/a.bcasm'", '"c d.bcasm"'],
      [a]: ['"../../c d.bcasm"'],
    });
    renameSync(join(client.folder, 'lib'), join(client.folder, 'lib2'));
    const files = [{ oldUri: client.file('nothing.bcasm'), newUri: client.file('else.bcasm') }];
    expect(await client.connection.sendRequest(WillRenameFilesRequest.type, { files })).toBeNull();
  });

  test('are read with progress', async () => {
    for (let file = 0; file < 5; file++) client.file(`f${file}.bcasm`, UNUSED_LABEL);
    const kinds: string[] = [];
    const done = new Promise<void>(resolve => {
      client.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
        client.connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
          kinds.push(kind);
          if (kind === 'end') resolve();
        });
      });
    });
    await client.initialize({ window: { workDoneProgress: true } });
    await done;
    expect(kinds).toEqual(['begin', 'report', 'report', 'report', 'report', 'report', 'end']);
  });
});
