import * as vscode from 'vscode';
import type { BaseLanguageClient, StaticFeature } from 'vscode-languageclient';

/** The requests of a server that has no disk; server/client-files.ts says what is answered. */
const READ_FILE_REQUEST = 'bcasm/readFile';
const LIST_FILES_REQUEST = 'bcasm/listFiles';

/** A folder with more files is searched up to here. */
const LISTED_FILES_LIMIT = 5_000;

/** Folders that hold what others wrote or what tools made. */
const SKIPPED_FOLDERS = '**/{node_modules,dist,out,.*}/**';

/** Reads files for the language server, from whatever file system the workspace has. */
export function registerWorkspaceFiles(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  client.registerFeature(offer(`${vscode.Uri.joinPath(context.extensionUri, 'docs').toString()}/`));
  context.subscriptions.push(
    client.onRequest(READ_FILE_REQUEST, ({ uri }: { readonly uri: string }) => readFile(uri)),
    client.onRequest(LIST_FILES_REQUEST, ({ uri }: { readonly uri: string }) => listFiles(uri)),
  );
}

/** The bytes of a file, or why there are none. */
interface FileAnswer {
  readonly bytes?: Uint8Array;
  readonly error?: string;
}

async function readFile(uri: string): Promise<FileAnswer> {
  try {
    return { bytes: await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)) };
  } catch (error) {
    return { error: describeFailure(error) };
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), '**/*.bcasm');
  const found = await vscode.workspace.findFiles(pattern, SKIPPED_FOLDERS, LISTED_FILES_LIMIT);
  return found.map(String);
}

function describeFailure(error: unknown): string {
  const code = error instanceof vscode.FileSystemError ? error.code : undefined;
  if (code === 'FileNotFound') return 'no such file';
  if (code === 'FileIsADirectory') return 'it is a directory';
  if (code === 'NoPermissions') return 'permission denied';
  return error instanceof Error ? error.message : String(error);
}

/** Tells the server, when it starts, that it may ask. */
function offer(documentation: string): StaticFeature {
  return {
    fillClientCapabilities(capabilities) {
      capabilities.experimental = { ...capabilities.experimental, bcasmFiles: { documentation } };
    },
    initialize() {},
    getState: () => ({ kind: 'static' }),
    clear() {},
  };
}
