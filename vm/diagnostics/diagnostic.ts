import { moveSpan, type Span } from '../source/index.ts';
import { CATALOGUE, type DiagnosticKind, type MessageParameters } from './catalogue.ts';

/** Something to say about a file: made by `diagnose`, so that code, severity and message come from the catalogue. */
export interface Diagnostic {
  readonly kind: DiagnosticKind;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedLocation[];
  readonly fixes: readonly Fix[];
}

/** Another place that explains a diagnostic; `file` is the path of the file it is in, as the program was given it. */
export interface RelatedLocation {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
}

/** A change of the same file that mends what a diagnostic complains of. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Makes a diagnostic of the catalogue's kind. */
export function diagnose<K extends DiagnosticKind>(
  kind: K,
  span: Span,
  parameters: MessageParameters<K>,
  more: { readonly related?: readonly RelatedLocation[]; readonly fixes?: readonly Fix[] } = {},
): Diagnostic {
  const message = (CATALOGUE[kind].message as (parameters: MessageParameters<K>) => string)(parameters);
  return { kind, span, message, related: more.related ?? [], fixes: more.fixes ?? [] };
}

/** The fix that puts a suggestion in the place of a misspelt word; none without a suggestion. */
export function replacementFix(span: Span, suggestion: string | undefined): Fix[] {
  return suggestion === undefined
    ? []
    : [{ title: `Change to \`${suggestion}\``, edits: [{ span, newText: suggestion }] }];
}

/** A diagnostic without related locations whose lines are counted from elsewhere. */
export function moveDiagnostic(diagnostic: Diagnostic, lineOf: (line: number) => number): Diagnostic {
  return {
    ...diagnostic,
    span: moveSpan(diagnostic.span, lineOf),
    fixes: diagnostic.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ span, newText }) => ({ span: moveSpan(span, lineOf), newText })),
    })),
  };
}
