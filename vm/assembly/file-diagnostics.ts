import { Suggestions, moveDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { comparePositions } from '../source/index.ts';
import { isAllowed } from './allowances.ts';
import type { UnitDiagnostic } from './binding.ts';
import type { FileBinder } from './file-binder.ts';
import { MeantNames } from './meant-names.ts';
import type { Placement } from './placement.ts';

/**
 * What there is to say of a file but for what its text allows, in text order, at the places of now; and of this what the binder says. Each
 * mistake is told once, where it is: not again for what follows from a name that is misspelt, or from an import that is not there.
 */
export interface FileDiagnostics {
  readonly all: readonly Diagnostic[];
  readonly ofBinder: readonly Diagnostic[];
}

export function placeDiagnostics(binder: FileBinder, areStoresKnown = true): FileDiagnostics {
  const suggestions = new Suggestions();
  const units = binder.unitsWithDiagnostics();
  const meant = new MeantNames(units);
  const ofBinder = [...binder.ownDiagnostics];
  const ofVerifier: Diagnostic[] = [];
  const isElsewhere = ({ suggest }: UnitDiagnostic, suggestion: string | undefined): boolean =>
    suggest !== undefined &&
    (meant.explainsUnknown(suggest.word) || (suggestion === undefined && binder.lacksImports()));
  for (const unit of units) {
    const { bound, unused, findings, placement } = unit;
    const tell = (diagnostic: UnitDiagnostic, told: Diagnostic[]): void => {
      const { suggest } = diagnostic;
      const suggestion = suggest && suggestions.nearest(suggest.word, suggest.candidates());
      if (meant.explains(unit, diagnostic) || isElsewhere(diagnostic, suggestion)) return;
      told.push(place(placement, diagnostic, suggestion));
    };
    for (const diagnostic of bound.diagnostics) tell(diagnostic, ofBinder);
    for (const diagnostic of unused) tell(diagnostic, ofBinder);
    for (const diagnostic of findings)
      if (areStoresKnown || diagnostic.needsKnownStores !== true) tell(diagnostic, ofVerifier);
  }
  const told = ofBinder.filter(diagnostic => !isAllowed(binder.tree, diagnostic));
  const found = ofVerifier.filter(diagnostic => !isAllowed(binder.tree, diagnostic));
  return { all: inTextOrder([...told, ...found]), ofBinder: inTextOrder(told) };
}

function inTextOrder(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => comparePositions(a.span.start, b.span.start));
}

function place(placement: Placement, diagnostic: UnitDiagnostic, suggestion: string | undefined): Diagnostic {
  const { suggest, related } = diagnostic;
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
