import * as vscode from 'vscode';
import { launchOf } from './launch-configuration.ts';

/** The buttons in the title of an editor that shows a bcasm file, also in the command palette. */
export function registerLaunchCommands(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('bcasm.debugFile', (uri?: vscode.Uri) => launch(uri, {})),
    vscode.commands.registerCommand('bcasm.runFile', (uri?: vscode.Uri) => launch(uri, { noDebug: true })),
  );
}

async function launch(resource: vscode.Uri | undefined, options: vscode.DebugSessionOptions): Promise<void> {
  const uri = await savedUri(resource ?? vscode.window.activeTextEditor?.document.uri);
  if (uri === undefined) return;
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // A run without the debugger shows nothing but its output, so that had better be in sight.
  const attributes = options.noDebug ? { internalConsoleOptions: 'openOnSessionStart' } : {};
  await vscode.debug.startDebugging(folder, { ...launchOf(uri.fsPath), ...attributes }, options);
}

/** A program is launched from its file: one that was never saved asks for a name first, and may be given none. */
async function savedUri(uri: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  if (uri?.scheme !== 'untitled') return uri;
  return vscode.workspace.save(uri);
}
