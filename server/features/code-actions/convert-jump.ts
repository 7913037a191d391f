import { CodeActionKind } from 'vscode-languageserver';
import { TokenKind, type Analysis, type Module, type Span } from '../../../vm/index.ts';
import { operandOfToken, wordAt } from '../../cursor.ts';
import { insertText, replaceToken } from '../../text-edits.ts';
import { jumpTargetByNumber } from '../definition.ts';
import type { Proposal } from './proposal.ts';

/** A jump by number becomes one by label, and back; the program has the same instructions before and after. */
export function convertJump({ module }: Analysis, { start }: Span): Proposal[] {
  const { tree } = module;
  const token = wordAt(tree, start);
  const operand = token < 0 ? undefined : operandOfToken(module, token);
  if (operand?.kind !== 'label') return [];
  const base = { kind: CodeActionKind.RefactorRewrite, keeps: 'instructions' } as const;
  if (tree.tokenKinds[token] === TokenKind.Int) {
    const statement = jumpTargetByNumber(module, token);
    if (statement < 0) return [];
    const { name, isThere } = labelFor(module, operand.place.scope, statement);
    const definition = insertText(tree.tokenStarts[tree.statementHeads[statement]], `${name}: `);
    const edits = [...(isThere ? [] : [definition]), replaceToken(tree, token, name)];
    return [{ title: `Jump to a label: \`${name}\``, edits, ...base }];
  }
  const symbol = module.symbols[module.tokenSymbols[token] ?? -1];
  if (symbol?.kind !== 'label') return [];
  const edits = [replaceToken(tree, token, `${symbol.instruction}`)];
  return [{ title: `Jump to instruction ${symbol.instruction} by its number`, edits, removes: true, ...base }];
}

/** The label that an instruction has, or one that no other has. */
function labelFor(module: Module, scope: number, statement: number): { name: string; isThere: boolean } {
  const { labels, instructions } = module.scopes[scope];
  const index = instructions.indexOf(statement);
  for (const [name, symbol] of labels) if (module.symbols[symbol].instruction === index) return { name, isThere: true };
  let number = index;
  while (labels.has(`L${number}`)) number++;
  return { name: `L${number}`, isThere: false };
}
