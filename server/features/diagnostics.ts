import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { CATALOGUE, type Diagnostic, type DiagnosticKind, type Severity } from '../../vm/index.ts';
import { severityOf } from '../settings.ts';
import { moduleOfFile, type Snapshot } from '../snapshot.ts';

/** What is written beside each message, so that one knows who says it. */
export const DIAGNOSTIC_SOURCE = 'bcasm';

/** The page that explains every code, under a heading of its own. */
const REFERENCE_PAGE = 'diagnostics.md';

/** Everything there is to say of the file, in text order; but for what is not to be shown. */
export function diagnostics(snapshot: Snapshot): LspDiagnostic[] {
  return tenableDiagnostics(snapshot)
    .filter(({ kind }) => severityOf(kind, snapshot.severities) !== undefined)
    .map(diagnostic => toLspDiagnostic(snapshot, diagnostic));
}

/** What is said of the file, but for what other files refute. */
export function tenableDiagnostics({ analysis, refuted }: Snapshot): readonly Diagnostic[] {
  const untenable = refuted?.();
  if (untenable === undefined || untenable.size === 0) return analysis.diagnostics;
  return analysis.diagnostics.filter(each => !untenable.has(each));
}

export function toLspDiagnostic(snapshot: Snapshot, diagnostic: Diagnostic): LspDiagnostic {
  const { analysis, positions, uriOf } = snapshot;
  const { tree } = analysis.module;
  const { kind, message, span, related, fixes } = diagnostic;
  const converted: LspDiagnostic = {
    range: positions.toRange(tree, span),
    severity: SEVERITIES[severityOf(kind, snapshot.severities) ?? CATALOGUE[kind].severity],
    code: CATALOGUE[kind].code,
    source: DIAGNOSTIC_SOURCE,
    message,
  };
  if (snapshot.documentation !== undefined) {
    const { code } = CATALOGUE[kind];
    converted.codeDescription = { href: `${snapshot.documentation}${REFERENCE_PAGE}#${code.toLowerCase()}` };
  }
  if (tagOf(kind) !== undefined) converted.tags = [DiagnosticTag.Unnecessary];
  if (related.length > 0) {
    converted.relatedInformation = related.map(each => ({
      location: {
        uri: uriOf(each.file),
        range: positions.toRange(moduleOfFile(analysis, each.file)?.tree ?? tree, each.span),
      },
      message: each.message,
    }));
  }
  if (fixes.length > 0) {
    converted.data = {
      fixes: fixes.map(({ title, edits }) => ({
        title,
        edits: edits.map(edit => ({ range: positions.toRange(tree, edit.span), newText: edit.newText })),
      })),
    };
  }
  return converted;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function tagOf(kind: DiagnosticKind) {
  return CATALOGUE[kind].tag;
}
