import { CATALOGUE, findingsNamed, type DiagnosticKind, type Severity } from '../vm/index.ts';
import { readInlayHintSettings, type InlayHintSettings } from './inlay-hint-settings.ts';

/** What someone has set in the editor, under `bcasm`. */
export interface Settings {
  readonly severities: Severities;
  readonly inlayHints: InlayHintSettings;
}

/** How findings are shown that are not shown as the catalogue says; `allow` is not at all. */
export type Severities = ReadonlyMap<DiagnosticKind, Severity | 'allow'>;

/** The settings as an editor sends them; what is missing or of no use is as by default. */
export function readSettings(value: unknown): Settings {
  const given = isRecord(value) ? value : {};
  return { severities: readSeverities(given['diagnostics']), inlayHints: readInlayHintSettings(given['inlayHints']) };
}

/** Severities by codes or kinds; one that names fewer findings wins, in whatever order they are given. */
function readSeverities(value: unknown): Severities {
  const severities = new Map<DiagnosticKind, Severity | 'allow'>();
  const rules = Object.entries(isRecord(value) ? value : {}).map(([word, severity]) => ({
    kinds: findingsNamed(word),
    severity: SEVERITIES.find(each => each === severity),
  }));
  for (const { kinds, severity } of rules.toSorted((a, b) => b.kinds.length - a.kinds.length)) {
    if (severity !== undefined) for (const kind of kinds) severities.set(kind, severity);
  }
  return severities;
}

/** The severity that a kind of diagnostic is shown with; `undefined` for one that is not to be shown. */
export function severityOf(kind: DiagnosticKind, severities: Severities | undefined): Severity | undefined {
  const severity = severities?.get(kind) ?? CATALOGUE[kind].severity;
  return severity === 'allow' ? undefined : severity;
}

const SEVERITIES = ['allow', 'hint', 'information', 'warning', 'error'] as const;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
