import * as vscode from 'vscode';
import { launchOf } from './launch-configuration.ts';

const DEBUG_COMMAND = 'bcasm.debugFile';
const RUN_COMMAND = 'bcasm.runFile';

export const LAUNCH_COMMANDS: readonly string[] = [RUN_COMMAND, DEBUG_COMMAND];

/** The buttons in the title of an editor that shows a bcasm file, the lenses above its first instruction, and the command palette. */
export function registerLaunchCommands(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(DEBUG_COMMAND, (uri?: vscode.Uri | string) => launch(uri, {})),
    vscode.commands.registerCommand(RUN_COMMAND, (uri?: vscode.Uri | string) => launch(uri, { noDebug: true })),
  );
}

/** A lens names its file as the server does: by a string. */
async function launch(resource: vscode.Uri | string | undefined, options: vscode.DebugSessionOptions): Promise<void> {
  const named = typeof resource === 'string' ? vscode.Uri.parse(resource) : resource;
  const uri = await savedUri(named ?? vscode.window.activeTextEditor?.document.uri);
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
