import { CodeActionKind } from 'vscode-languageserver';
import { CATALOGUE, isAssemblyError, type Analysis, type Diagnostic } from '../../../vm/index.ts';
import { areApart, type OffsetEdit } from '../../text-edits.ts';
import type { Proposal } from './proposal.ts';
import { fixesOf, toOffsetEdit } from './quick-fixes.ts';

/** Of one kind as many are fixed at once. */
const MAXIMUM_FIXES = 500;

/** For the kinds of what is wrong here: the first fix of everything of that kind in the file, where there is more of it. */
export function fixAllOfKind(
  analysis: Analysis,
  here: readonly Diagnostic[],
  everywhere: readonly Diagnostic[],
): Proposal[] {
  return [...new Set(here.map(({ kind }) => kind))].flatMap(kind => {
    const all = everywhere.filter(diagnostic => diagnostic.kind === kind);
    if (all.length < 2) return [];
    const groups = all.slice(0, MAXIMUM_FIXES).map(diagnostic => fixesOf(analysis, diagnostic).at(0)?.edits ?? []);
    const title = `Fix all of ${CATALOGUE[kind].code} in this file`;
    const mends = here.find(each => each.kind === kind);
    const reveals = isAssemblyError(kind);
    return [{ title, kind: CodeActionKind.QuickFix, edits: withoutOverlaps(groups), mends, removes: true, reveals }];
  });
}

/** The only fix of every error that has just one; where two would touch, the first one. */
export function fixEverything({ module: { tree }, diagnostics }: Analysis): Proposal[] {
  const groups = diagnostics
    .filter(({ kind, fixes }) => CATALOGUE[kind].severity === 'error' && fixes.length === 1)
    .slice(0, MAXIMUM_FIXES)
    .map(({ fixes }) => fixes[0].edits.map(edit => toOffsetEdit(tree, edit)));
  const edits = withoutOverlaps(groups);
  const title = 'Fix everything that has one plain fix';
  return edits.length === 0 ? [] : [{ title, kind: CodeActionKind.SourceFixAll, edits, reveals: true }];
}

/** The edits of one fix go together: where they touch those of an earlier one, they are left out, and so are those that are there. */
function withoutOverlaps(groups: readonly (readonly OffsetEdit[])[]): OffsetEdit[] {
  const taken: OffsetEdit[] = [];
  for (const edits of groups) {
    const isThere = edits.every(edit => taken.some(each => isSame(each, edit)));
    if (!isThere && areApart([...taken, ...edits])) taken.push(...edits);
  }
  return taken;
}

function isSame(a: OffsetEdit, b: OffsetEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}
