import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { serverCapabilities } from './capabilities.ts';
import { clientSupport } from './client-support.ts';
import { chooseEncoding } from './convert.ts';
import type { Files } from './files.ts';
import { answerRequests } from './requests.ts';
import { Session } from './session.ts';

/** Serves a client from its `initialize` to its `exit`: wiring only. */
export function serve(connection: Connection, files: Files): void {
  connection.onInitialize((parameters): InitializeResult => {
    const encoding = chooseEncoding(parameters.capabilities.general?.positionEncodings);
    const support = clientSupport(parameters.capabilities);
    const session = new Session(connection, files, { encoding, support, folders: foldersOf(parameters) });
    session.canRefreshDiagnostics = parameters.capabilities.workspace?.diagnostics?.refreshSupport === true;
    synchronise(connection, session, files);
    answerRequests(connection, session);
    connection.onInitialized(() => watch(connection, session, parameters));
    return {
      capabilities: serverCapabilities(parameters.capabilities, encoding),
      serverInfo: { name: 'bcasm' },
    };
  });
  connection.listen();
}

function synchronise(connection: Connection, { documents, workspace, schedule, publish }: Session, files: Files): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    documents.forgetDisk();
    documents.openFile(uri, version, text);
    schedule.textChanged();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    documents.changeFile(uri, version, contentChanges);
    schedule.textChanged();
  });
  connection.onDidSaveTextDocument(() => {
    documents.forgetDisk();
    schedule.textChanged();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.closeFile(uri);
    schedule.closed(files.fileOfUri(uri));
    publish(uri, undefined, []);
    schedule.textChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) documents.forgetDisk(files.fileOfUri(uri));
    if (changes.some(({ type }) => type !== FileChangeType.Changed)) workspace.filesCameOrWent();
    schedule.textChanged();
  });
  connection.onShutdown(() => schedule.stop());
}

function watch(connection: Connection, { workspace }: Session, { capabilities }: InitializeParams): void {
  if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
    const watchers = [{ globPattern: '**/*.bcasm' }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  if (capabilities.workspace?.workspaceFolders === true) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => workspace.foldersChanged(added, removed));
  }
}

/** Older clients give one folder, by its URI. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): WorkspaceFolder[] {
  if (workspaceFolders) return workspaceFolders;
  return rootUri ? [{ uri: rootUri, name: rootUri }] : [];
}
