import { CodeActionKind, type CodeAction, type CodeActionContext, type Range } from 'vscode-languageserver';
import { comparePositions, type Analysis, type Diagnostic, type Span } from '../../vm/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { toTextEdit } from '../text-edits.ts';
import { convertJump } from './code-actions/convert-jump.ts';
import { extractFunction } from './code-actions/extract-function.ts';
import { fixAllOfKind, fixEverything } from './code-actions/fix-all.ts';
import { inlineFunction } from './code-actions/inline-function.ts';
import { organizeImports } from './code-actions/organize-imports.ts';
import { prove } from './code-actions/proof.ts';
import type { Proposal } from './code-actions/proposal.ts';
import { fixesOf } from './code-actions/quick-fixes.ts';
import { tenableDiagnostics, toLspDiagnostic } from './diagnostics.ts';

/** What `codeAction` can offer, for the server's capabilities. */
export const CODE_ACTION_KINDS = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.SourceFixAll,
  CodeActionKind.SourceOrganizeImports,
];

/** Of what is wrong in a range, so much is looked at: who selects a whole file does not want all of its fixes one by one. */
const MAXIMUM_DIAGNOSTICS = 20;

/**
 * What can be done about a range: fixes of what is wrong there, and changes that keep what the program does. Nothing is offered
 * that has not been proved: it is made in memory, and the program that comes out is analysed (`code-actions/proof.ts`).
 */
export function codeActions(snapshot: Snapshot, range: Range, context: CodeActionContext): CodeAction[] {
  const { analysis, positions } = snapshot;
  const span = positions.toSpan(analysis.module.tree, range);
  const proposals = proposalsFor(snapshot, span, context).filter(({ kind }) => isWanted(context, kind));
  return provedOnes(analysis, proposals).map(proposal => toCodeAction(snapshot, proposal));
}

/**
 * The changes that hold. Of those that are made up for one mistake, the ones that bring up anything at all are left out where
 * there are cleaner ones; of several with one title the first is offered.
 */
function provedOnes(analysis: Analysis, proposals: readonly Proposal[]): Proposal[] {
  const proved = proposals
    .map(proposal => ({ proposal, verdict: prove(analysis, proposal) }))
    .filter(({ verdict }) => verdict !== 'refuted');
  const mendedCleanly = new Set(
    proved.filter(({ verdict }) => verdict === 'clean').map(({ proposal }) => proposal.mends),
  );
  const offered = new Map<string, Proposal>();
  for (const { proposal, verdict } of proved) {
    const isMadeUp = proposal.mends !== undefined && proposal.reveals !== true;
    const isSecondBest = verdict === 'excused' && isMadeUp && mendedCleanly.has(proposal.mends);
    const key = `${proposal.title} ${proposal.mends?.message ?? ''}`;
    if (!isSecondBest && !offered.has(key)) offered.set(key, proposal);
  }
  return [...offered.values()];
}

function proposalsFor(snapshot: Snapshot, span: Span, context: CodeActionContext): Proposal[] {
  const { analysis } = snapshot;
  const proposals: Proposal[] = [];
  if (isWanted(context, CodeActionKind.QuickFix)) {
    const all = tenableDiagnostics(snapshot);
    const here = all.filter(({ span: other }) => overlaps(other, span)).slice(0, MAXIMUM_DIAGNOSTICS);
    proposals.push(...here.flatMap(diagnostic => fixesOf(analysis, diagnostic)), ...fixAllOfKind(analysis, here, all));
  }
  if (
    isWanted(context, CodeActionKind.Refactor) ||
    context.only?.some(kind => kind.startsWith(CodeActionKind.Refactor))
  )
    proposals.push(...[convertJump, extractFunction, inlineFunction].flatMap(propose => propose(analysis, span)));
  // Editors ask for `source` actions by name; among the quick fixes of a light bulb they would be in the way.
  if (context.only !== undefined) proposals.push(...fixEverything(analysis), ...organizeImports(analysis));
  return proposals;
}

function toCodeAction(snapshot: Snapshot, { title, kind, edits, mends, isPreferred }: Proposal): CodeAction {
  const { analysis, positions, uriOf } = snapshot;
  const { file, tree } = analysis.module;
  const action: CodeAction = {
    title,
    kind,
    edit: { changes: { [uriOf(file)]: edits.map(edit => toTextEdit(positions, tree, edit)) } },
  };
  if (mends !== undefined) action.diagnostics = [toLspDiagnostic(snapshot, mends)];
  if (isPreferred === true) action.isPreferred = true;
  return action;
}

/** Whether two stretches share a place; a cursor just behind a word shares one with it. */
function overlaps(a: Diagnostic['span'], b: Span): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

function isWanted({ only }: CodeActionContext, kind: string): boolean {
  return only === undefined || only.some(wanted => kind === wanted || kind.startsWith(`${wanted}.`));
}
