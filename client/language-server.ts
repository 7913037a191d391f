import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, keepRunning } from './language-client.ts';
import { LAUNCH_COMMANDS } from './launch-commands.ts';

/** The language server as a process of its own. */
export function registerLanguageServer(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.cjs');
  const server = { module, transport: TransportKind.ipc };
  const client = new LanguageClient('bcasm', 'bcasm Language Server', server, clientOptions(['file', 'untitled']));
  keepRunning(context, client, LAUNCH_COMMANDS);
}
