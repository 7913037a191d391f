import { CodeActionKind, type CodeAction, type CodeActionContext, type Range } from 'vscode-languageserver';
import { CATALOGUE, comparePositions, type Diagnostic, type Fix, type Span } from '../../vm/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { toLspDiagnostic } from './diagnostics.ts';

/** What `codeAction` can offer, for the server's capabilities. */
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll];

/** The fixes of what is wrong in a range, and one action that mends all that is plain in the file. */
export function codeActions(snapshot: Snapshot, range: Range, context: CodeActionContext): CodeAction[] {
  const actions: CodeAction[] = [];
  if (isWanted(context, CodeActionKind.QuickFix)) actions.push(...quickFixes(snapshot, range));
  // Editors ask for `source` actions by name; among the quick fixes of a light bulb they would be in the way.
  if (context.only !== undefined && isWanted(context, CodeActionKind.SourceFixAll)) actions.push(...fixAll(snapshot));
  return actions;
}

function quickFixes(snapshot: Snapshot, range: Range): CodeAction[] {
  const { analysis, positions } = snapshot;
  const span = positions.toSpan(analysis.module.tree, range);
  return analysis.diagnostics
    .filter(diagnostic => overlaps(diagnostic.span, span))
    .flatMap(diagnostic =>
      diagnostic.fixes.map(fix => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toLspDiagnostic(snapshot, diagnostic)],
        isPreferred: diagnostic.fixes.length === 1,
        edit: editOf(snapshot, fix.edits),
      })),
    );
}

/** Applies the only fix of each assembly error; where two would touch, the first one. */
function fixAll(snapshot: Snapshot): CodeAction[] {
  const fixes = snapshot.analysis.diagnostics.filter(isPlainlyFixable).map(diagnostic => diagnostic.fixes[0]);
  const edits: Fix['edits'][number][] = [];
  for (const edit of fixes.flatMap(fix => fix.edits)) {
    if (!edits.some(other => overlaps(other.span, edit.span))) edits.push(edit);
  }
  if (edits.length === 0) return [];
  const title = 'Fix everything that has one plain fix';
  return [{ title, kind: CodeActionKind.SourceFixAll, edit: editOf(snapshot, edits) }];
}

function isPlainlyFixable({ kind, fixes }: Diagnostic): boolean {
  return fixes.length === 1 && CATALOGUE[kind].severity === 'error';
}

function editOf(snapshot: Snapshot, edits: Fix['edits']) {
  const { module } = snapshot.analysis;
  const converted = edits.map(edit => ({
    range: snapshot.positions.toRange(module.tree, edit.span),
    newText: edit.newText,
  }));
  return { changes: { [snapshot.uriOf(module.file)]: converted } };
}

/** Whether two stretches share a place; a cursor just behind a word shares one with it. */
function overlaps(a: Span, b: Span): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

function isWanted({ only }: CodeActionContext, kind: string): boolean {
  return only === undefined || only.some(wanted => kind === wanted || kind.startsWith(`${wanted}.`));
}
