import { CodeActionKind } from 'vscode-languageserver';
import { blockOfLine, tokenAt, tokenName, type Analysis, type Diagnostic } from '../../../vm/index.ts';
import { indentOf, insertLines } from '../../text-edits.ts';
import type { Proposal } from './proposal.ts';

/** For a variable that a function has not, but one around it has: `.nonlocal`, which makes it that one. */
export function declareNonlocal({ module }: Analysis, diagnostic: Diagnostic): Proposal[] {
  if (diagnostic.kind !== 'variable-never-assigned' && diagnostic.kind !== 'variable-maybe-unassigned') return [];
  const { tree, scopes } = module;
  const token = tokenAt(tree, diagnostic.span.start);
  const scope = blockOfLine(tree, diagnostic.span.start.line);
  if (token < 0 || scope === 0) return [];
  const name = tokenName(tree, token);
  for (let around = scopes[scope].parent; around > 0; around = scopes[around].parent) {
    if (scopes[around].kind !== 'function' || !scopes[around].variables.has(name)) continue;
    const line = tree.statementLines[tree.blocks[scope].open] + 1;
    return [
      {
        title: `Declare \`.nonlocal ${name}\``,
        kind: CodeActionKind.QuickFix,
        edits: [insertLines(tree, line, [`${indentOf(module, scope)}.nonlocal ${name}`])],
        mends: diagnostic,
        isPreferred: diagnostic.fixes.length === 0,
        reveals: true,
      },
    ];
  }
  return [];
}
