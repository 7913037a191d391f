import * as vscode from 'vscode';

/** The path of the bcasm file in the active editor. A file that was never saved has none. */
export function activeProgram(): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'bcasm' && !document.isUntitled ? document.uri.fsPath : undefined;
}
