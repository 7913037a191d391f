import { Suggestions, moveDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { comparePositions } from '../source/index.ts';
import { isAllowed } from './allowances.ts';
import type { UnitDiagnostic } from './binding.ts';
import type { FileBinder } from './file-binder.ts';
import type { Placement } from './placement.ts';

/** What there is to say of a file but for what its text allows, in text order, at the places of now; and of this what the binder says. */
export interface FileDiagnostics {
  readonly all: readonly Diagnostic[];
  readonly ofBinder: readonly Diagnostic[];
}

export function placeDiagnostics(binder: FileBinder): FileDiagnostics {
  const suggestions = new Suggestions();
  const ofBinder = [...binder.ownDiagnostics];
  const ofVerifier: Diagnostic[] = [];
  for (const { bound, unused, findings, placement } of binder.unitsWithDiagnostics()) {
    for (const diagnostic of bound.diagnostics) ofBinder.push(place(placement, diagnostic, suggestions));
    for (const diagnostic of unused) ofBinder.push(place(placement, diagnostic, suggestions));
    for (const diagnostic of findings) ofVerifier.push(place(placement, diagnostic, suggestions));
  }
  const told = ofBinder.filter(diagnostic => !isAllowed(binder.tree, diagnostic));
  const found = ofVerifier.filter(diagnostic => !isAllowed(binder.tree, diagnostic));
  return { all: inTextOrder([...told, ...found]), ofBinder: inTextOrder(told) };
}

function inTextOrder(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => comparePositions(a.span.start, b.span.start));
}

/** A similar name is looked for now, when all names are known. */
function place(placement: Placement, diagnostic: UnitDiagnostic, suggestions: Suggestions): Diagnostic {
  const { suggest, related } = diagnostic;
  const suggestion = suggest && suggestions.nearest(suggest.word, suggest.candidates());
  const { kind, span, message, fixes } =
    suggest === undefined || suggestion === undefined ? diagnostic : suggest.withSuggestion(suggestion);
  const moved = moveDiagnostic({ kind, span, message, fixes, related: [] }, line => placement.line(line));
  if (related.length === 0) return moved;
  return {
    ...moved,
    related: related.map(({ file, span: own, message: text, elsewhere }) =>
      elsewhere === undefined ? { file, span: placement.span(own), message: text } : { ...elsewhere(), message: text },
    ),
  };
}
