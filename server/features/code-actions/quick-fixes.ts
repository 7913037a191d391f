import { CodeActionKind } from 'vscode-languageserver';
import { isAssemblyError, type Analysis, type Diagnostic, type Fix, type SyntaxTree } from '../../../vm/index.ts';
import type { OffsetEdit } from '../../text-edits.ts';
import { addEndings } from './add-endings.ts';
import { balanceStack } from './balance-stack.ts';
import { createMissing } from './create-missing.ts';
import { declareNonlocal } from './declare-nonlocal.ts';
import { fixCounts } from './fix-counts.ts';
import { mendLiteral } from './mend-literal.ts';
import type { Proposal } from './proposal.ts';
import { removeUnneeded } from './remove-unneeded.ts';

/** What may mend a diagnostic, the likeliest first: its own fixes, which correct words, and what can be made of its kind. */
export function fixesOf(analysis: Analysis, diagnostic: Diagnostic): Proposal[] {
  return [
    ...diagnostic.fixes.map(fix => correction(analysis, diagnostic, fix)),
    ...MADE_UP.flatMap(propose => propose(analysis, diagnostic)),
  ];
}

const MADE_UP = [createMissing, declareNonlocal, mendLiteral, fixCounts, removeUnneeded, addEndings, balanceStack];

function correction({ module: { tree } }: Analysis, diagnostic: Diagnostic, { title, edits }: Fix): Proposal {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    edits: edits.map(edit => toOffsetEdit(tree, edit)),
    mends: diagnostic,
    isPreferred: diagnostic.fixes.length === 1,
    reveals: isAssemblyError(diagnostic.kind),
  };
}

export function toOffsetEdit(
  { lineStarts }: SyntaxTree,
  { span: { start, end }, newText }: Fix['edits'][number],
): OffsetEdit {
  return { start: lineStarts[start.line] + start.column, end: lineStarts[end.line] + end.column, newText };
}
