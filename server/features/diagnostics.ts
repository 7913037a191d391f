import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { CATALOGUE, type Diagnostic, type Severity } from '../../vm/index.ts';
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
  const { analysis, positions, client } = snapshot;
  const { kind, message, span, related } = diagnostic;
  const converted: LspDiagnostic = {
    range: positions.toRange(analysis.module.tree, span),
    severity: SEVERITIES[severityOf(kind, snapshot.severities) ?? CATALOGUE[kind].severity],
    code: CATALOGUE[kind].code,
    source: DIAGNOSTIC_SOURCE,
    message,
  };
  if (snapshot.documentation !== undefined && client.hasCodeDescriptions) {
    const { code } = CATALOGUE[kind];
    converted.codeDescription = { href: `${snapshot.documentation}${REFERENCE_PAGE}#${code.toLowerCase()}` };
  }
  if (CATALOGUE[kind].tag !== undefined && client.hasUnnecessaryTag) converted.tags = [DiagnosticTag.Unnecessary];
  if (related.length === 0) return converted;
  if (client.hasRelatedInformation) converted.relatedInformation = related.map(each => toLspRelated(snapshot, each));
  else converted.message = [message, ...related.map(each => relatedLine(snapshot, each))].join('\n');
  return converted;
}

function toLspRelated({ analysis, positions, uriOf }: Snapshot, { file, span, message }: Related) {
  const { tree } = moduleOfFile(analysis, file) ?? analysis.module;
  return { location: { uri: uriOf(file), range: positions.toRange(tree, span) }, message };
}

/** For a client that cannot show the place: `line 3: reaches here with 1 value`. */
function relatedLine({ analysis }: Snapshot, { file, span, message }: Related): string {
  const line = `line ${span.start.line + 1}`;
  return `${file === analysis.module.file ? line : `${file}, ${line}`}: ${message}`;
}

type Related = Diagnostic['related'][number];

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
