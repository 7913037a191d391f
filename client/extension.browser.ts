import type * as vscode from 'vscode';
import { registerLanguageWorker } from './language-worker.ts';
import { refuseDebugging } from './no-debugging.ts';

/** What VS Code calls instead of `extension.ts` where extensions run in a browser, as on vscode.dev. */
export function activate(context: vscode.ExtensionContext): void {
  registerLanguageWorker(context);
  refuseDebugging(context);
}
