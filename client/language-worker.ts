import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions, keepRunning } from './language-client.ts';
import { registerWorkspaceFiles } from './workspace-files.ts';

/** What there is of a worker without the types of a browser. */
type Port = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
declare const Worker: new (url: string) => Port;

/** The language server as a web worker, where an extension can start no process. */
export function registerLanguageWorker(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  let worker: Port | undefined;
  // A server that has been told to end hears nothing more: each start makes another.
  const startWorker = async () => {
    worker?.terminate();
    worker = new Worker(await addressOf(script));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = new LanguageClient('bcasm', 'bcasm Language Server', startWorker, clientOptions(schemes()));
  registerWorkspaceFiles(context, client);
  keepRunning(context, client, []);
  context.subscriptions.push({ dispose: () => worker?.terminate() });
}

/** A script as what may become a worker: VS Code refuses scripts of extensions that are installed on a server. */
async function addressOf(script: string): Promise<string> {
  const response = await fetch(script);
  if (!response.ok) throw new Error(`${script}: ${response.status} ${response.statusText}`);
  return URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
}

/** Files are wherever the workspace has them: what else shows programs, such as their history, is not served. */
function schemes(): string[] {
  const resources = [
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri),
    ...vscode.window.visibleTextEditors.map(({ document }) => document.uri),
  ];
  return [...new Set(['untitled', 'file', ...resources.map(({ scheme }) => scheme)])];
}
