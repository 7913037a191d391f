import * as vscode from 'vscode';

const LIMIT_MS = 20_000;
const POLL_MS = 25;

/** A file of the folder that is open. */
export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(fileUri(name));
}

/** The place just behind a piece of text, at its n-th occurrence (from 1). */
export function behind(document: vscode.TextDocument, text: string, occurrence = 1): vscode.Position {
  const before = document.getText().split(text).slice(0, occurrence);
  return document.positionAt(before.join(text).length + text.length);
}

/** The place in front of a piece of text, at its n-th occurrence (from 1). */
export function at(document: vscode.TextDocument, text: string, occurrence = 1): vscode.Position {
  return document.positionAt(document.offsetAt(behind(document, text, occurrence)) - text.length);
}

/** All of a document. */
export function everythingIn(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(0, 0, document.lineCount, 0);
}

/** Leaves no editor open, and nothing unsaved. */
export async function closeEverything(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/**
 * What the providers of VS Code say, as one of its commands tells; asked again until they say something.
 *
 * @param command such as `vscode.executeHoverProvider`
 */
export async function ask<Answer>(command: string, ...parameters: readonly unknown[]): Promise<Answer> {
  return until(`an answer of ${command}`, async () => {
    const answer = await vscode.commands.executeCommand<Answer | null | undefined>(command, ...parameters);
    return answer === null || (Array.isArray(answer) && answer.length === 0) ? undefined : answer;
  });
}

/** `3: text` for each range of a document, with the number of its line (1-based). */
export function places(document: vscode.TextDocument, ranges: readonly vscode.Range[]): string[] {
  return ranges.map(range => `${range.start.line + 1}: ${document.getText(range)}`);
}

/**
 * Asks again until there is an answer: VS Code has no event for most of what a test has to wait for.
 *
 * @param what is named by the error after 20 seconds
 */
export async function until<T>(what: string, probe: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  for (let waited = 0; waited < LIMIT_MS; waited += POLL_MS) {
    const answer = await probe();
    if (answer !== undefined) return answer;
    await new Promise(resolve => {
      setTimeout(resolve, POLL_MS);
    });
  }
  throw new Error(`waited ${LIMIT_MS / 1000} s in vain for ${what}`);
}
