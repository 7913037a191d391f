import { CATALOGUE, type Diagnostic, type Span } from '../vm/index.ts';

/** A diagnostic for people: `file:line:col: severity CODE message`, and below it, indented, the places that explain it. */
export function diagnosticText(file: string, diagnostic: Diagnostic): string {
  const { code, severity } = CATALOGUE[diagnostic.kind];
  const related = diagnostic.related.map(each => `    ${place(each.file, each.span)}: ${each.message}\n`);
  return `${place(file, diagnostic.span)}: ${severity} ${code} ${diagnostic.message}\n${related.join('')}`;
}

/** A diagnostic for programs: an element of the list that `check --json` prints. */
export function diagnosticJson(file: string, diagnostic: Diagnostic): object {
  const { code, severity } = CATALOGUE[diagnostic.kind];
  return {
    file,
    severity,
    code,
    kind: diagnostic.kind,
    message: diagnostic.message,
    ...range(diagnostic.span),
    related: diagnostic.related.map(each => ({ file: each.file, message: each.message, ...range(each.span) })),
    fixes: diagnostic.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ span, newText }) => ({ ...range(span), newText })),
    })),
  };
}

function place(file: string, { start }: Span): string {
  return `${file}:${start.line + 1}:${start.column + 1}`;
}

function range({ start, end }: Span): object {
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}
