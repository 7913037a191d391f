import * as vscode from 'vscode';
import { DEBUG_TYPE } from './debug-type.ts';

/** Hides the buttons and commands that run a program: the manifest asks for it. */
const CONTEXT_KEY = 'bcasm.cannotRun';

const REASON = 'A bcasm program is run and debugged by a process of its own, which VS Code cannot start in a browser.';

/** Says why a program does not start, where extensions run in a browser. */
export function refuseDebugging(context: vscode.ExtensionContext): void {
  void vscode.commands.executeCommand('setContext', CONTEXT_KEY, true);
  context.subscriptions.push(
    vscode.debug.registerDebugConfigurationProvider(DEBUG_TYPE, { resolveDebugConfiguration }),
  );
}

/** `undefined` is VS Code's word for a launch that was given up. */
function resolveDebugConfiguration(): undefined {
  void vscode.window.showErrorMessage(REASON);
}
