import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnostics } from './features/diagnostics.ts';
import type { Session } from './session.ts';
import { nextTurn } from './turns.ts';

/** So many files are told of at once, where the client takes parts. */
const FILES_OF_A_PART = 20;

/** Diagnostics for clients that ask for them: of a file, and of every file that is open or in the workspace. */
export function answerDiagnostics(connection: Connection, session: Session): void {
  connection.languages.diagnostics.on(({ textDocument, previousResultId }): DocumentDiagnosticReport => {
    const resultId = session.resultIdOf(textDocument.uri);
    session.noteAsked(textDocument.uri, resultId);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = diagnostics(session.snapshotOf(textDocument.uri));
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, progress, partial) => {
    const files = session.allFiles();
    progress.begin('Checking bcasm files', 0, undefined, true);
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    const send = (least: number): void => {
      if (partial !== undefined && reports.length >= least) partial.report({ items: reports.splice(0) });
    };
    for (const [index, file] of files.entries()) {
      reports.push(reportOf(session, file, previousResultIds));
      progress.report(Math.round(((index + 1) / files.length) * 100));
      send(FILES_OF_A_PART);
      await mayGoOn(token);
    }
    send(1);
    progress.done();
    return { items: reports };
  });
}

/** Files that have not changed since they were told of are only named. */
function reportOf(
  session: Session,
  file: string,
  previous: readonly PreviousResultId[],
): WorkspaceDocumentDiagnosticReport {
  const uri = session.uriOf(file);
  const version = session.documents.versionOf(file) ?? null;
  const resultId = session.resultIdOfFile(file);
  const isKnown = previous.some(each => each.uri === uri && each.value === resultId);
  if (isKnown) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
  return {
    kind: DocumentDiagnosticReportKind.Full,
    uri,
    version,
    resultId,
    items: diagnostics(session.snapshotOf(uri)),
  };
}

/** Lets what has come meanwhile go first, such as that nobody wants the answer any more. */
async function mayGoOn(token: CancellationToken): Promise<void> {
  await nextTurn();
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
