import * as path from 'node:path';
import * as vscode from 'vscode';

const SHOW_PROBLEMS = 'Show Problems';

/**
 * Says that a program can't be launched because it doesn't assemble, with a way to the errors.
 *
 * The debug adapter refuses such a program as well, but it speaks to every editor and so knows no Problems view.
 *
 * @returns whether there was something to report
 */
export async function reportAssemblyErrors(programPath: string): Promise<boolean> {
  const uri = vscode.Uri.file(programPath);
  const [first, ...others] = assemblyErrors(uri);
  if (first === undefined) return false;
  void offerProblems(uri, first, others.length);
  return true;
}

/** The server reports nothing else as an error: findings are at most warnings, and never block a run. */
function assemblyErrors(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === 'bcasm' && severity === vscode.DiagnosticSeverity.Error)
    .toSorted((a, b) => a.range.start.compareTo(b.range.start));
}

async function offerProblems(uri: vscode.Uri, first: vscode.Diagnostic, otherCount: number): Promise<void> {
  const { line, character } = first.range.start;
  const place = `${path.basename(uri.fsPath)}:${line + 1}:${character + 1}`;
  const more = otherCount === 0 ? '' : ` (and ${otherCount} more)`;
  const message = `The program does not assemble: ${place}: ${first.message}${more}`;
  if ((await vscode.window.showErrorMessage(message, SHOW_PROBLEMS)) !== SHOW_PROBLEMS) return;
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  await vscode.window.showTextDocument(uri, { selection: first.range });
}
