import type * as vscode from 'vscode';
import { registerDebugging } from './debugging.ts';
import { registerLanguageServer } from './language-server.ts';
import { registerLaunchCommands } from './launch-commands.ts';

/** VS Code calls this once, when the first bcasm file is opened or a bcasm debug session is asked for. */
export function activate(context: vscode.ExtensionContext): void {
  // The server is the slow part, so it starts first; nothing below waits for it.
  registerLanguageServer(context);
  registerDebugging(context);
  registerLaunchCommands(context);
}
