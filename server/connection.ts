import {
  DidChangeConfigurationNotification,
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
import { answerRefusals } from './refusals.ts';
import { answerRequests } from './requests.ts';
import { Session } from './session.ts';
import { readSettings } from './settings.ts';
import { nextTurn } from './turns.ts';

/**
 * Serves a client from its `initialize` to its `exit`: wiring only.
 *
 * @param filesFor the files that the server works on, by what the client says of itself
 * @param beforeLongWork called before a text is looked at that takes long, with the process id of the client, if it has one
 */
export function serve(
  connection: Connection,
  filesFor: (parameters: InitializeParams) => Files,
  beforeLongWork: (processId: number | null) => void = () => {},
): void {
  connection.onInitialize((parameters): InitializeResult => {
    const files = filesFor(parameters);
    const encoding = chooseEncoding(parameters.capabilities.general?.positionEncodings);
    const support = clientSupport(parameters.capabilities);
    const session = new Session(connection, files, { encoding, support, folders: foldersOf(parameters) });
    session.canRefreshDiagnostics = parameters.capabilities.workspace?.diagnostics?.refreshSupport === true;
    session.canRefreshInlayHints = parameters.capabilities.workspace?.inlayHint?.refreshSupport === true;
    session.settings = readSettings(settingsIn(parameters.initializationOptions));
    synchronise(connection, session, files, text => {
      if (text.length > LONG_TEXT) beforeLongWork(parameters.processId);
    });
    answerRequests(connection, session);
    connection.onInitialized(() => {
      watch(connection, session, parameters);
      followSettings(connection, session, parameters);
      void readWorkspace(connection, session, parameters);
    });
    return {
      capabilities: serverCapabilities(parameters.capabilities, encoding),
      serverInfo: { name: 'bcasm' },
    };
  });
  answerRefusals(connection);
  connection.listen();
}

/** UTF-16 units; a text of so many, about 150,000 lines, takes a noticeable part of a second and more. */
const LONG_TEXT = 2_500_000;

function synchronise(connection: Connection, session: Session, files: Files, beforeText: (text: string) => void): void {
  const { documents, workspace, schedule, publish } = session;
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    beforeText(text);
    documents.forgetDisk();
    documents.openFile(uri, version, text);
    schedule.textChanged();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    for (const { text } of contentChanges) beforeText(text);
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
    for (const { uri } of changes) {
      files.forget?.(files.fileOfUri(uri));
      documents.forgetDisk(files.fileOfUri(uri));
    }
    if (changes.some(({ type }) => type !== FileChangeType.Changed)) workspace.filesCameOrWent();
    schedule.textChanged();
  });
  files.arrivals?.listen(() => {
    documents.forgetDisk();
    workspace.filesCameOrWent();
    schedule.tellAgain();
  });
  connection.onShutdown(() => session.end());
}

/** Editors tell their settings when they are asked, or send them along whenever they change. */
function followSettings(connection: Connection, session: Session, { capabilities }: InitializeParams): void {
  const canAsk = capabilities.workspace?.configuration === true;
  const ask = async (): Promise<void> => session.changeSettings(await connection.workspace.getConfiguration(SECTION));
  connection.onDidChangeConfiguration(({ settings }) => {
    if (canAsk) void ask();
    else session.changeSettings(settingsIn(settings));
  });
  if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true)
    void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  if (canAsk) void ask();
}

/** The section of an editor's settings that is ours. */
const SECTION = 'bcasm';

/** Settings come with their section around them, or without. */
function settingsIn(value: unknown): unknown {
  const isWrapped = typeof value === 'object' && value !== null && SECTION in value;
  return isWrapped ? (value as Readonly<Record<string, unknown>>)[SECTION] : value;
}

/** Reads the files of the workspace once, so that nobody has to wait for them later; says how far that is. */
async function readWorkspace(
  connection: Connection,
  session: Session,
  { capabilities }: InitializeParams,
): Promise<void> {
  if (capabilities.window?.workDoneProgress !== true) return;
  const files = session.workspace.sourceFiles();
  if (files.length === 0) return;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin('Reading bcasm files', 0, undefined, true);
  for (const [index, file] of files.entries()) {
    if (progress.token.isCancellationRequested || session.isOver) break;
    session.documents.analysisOf(file);
    progress.report(Math.round(((index + 1) / files.length) * 100), `${index + 1} of ${files.length}`);
    await nextTurn();
  }
  progress.done();
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
