import * as path from 'node:path';
import * as vscode from 'vscode';

/** Codes of the diagnostics that keep a program from being assembled; findings (`BC2…`) never block a run. */
const ASSEMBLY_ERROR_CODE = /^BC1/;
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

function assemblyErrors(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(diagnostic => ASSEMBLY_ERROR_CODE.test(codeOf(diagnostic)))
    .toSorted((a, b) => a.range.start.compareTo(b.range.start));
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
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
