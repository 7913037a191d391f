import { CodeActionKind } from 'vscode-languageserver';
import {
  instructionOf,
  statementOfToken,
  tokenAt,
  tokenText,
  type Analysis,
  type Diagnostic,
} from '../../../vm/index.ts';
import { insertText, replaceToken } from '../../text-edits.ts';
import { functionOperand, type KnownCallee } from '../completion/callee.ts';
import type { Proposal } from './proposal.ts';

/** Of the counts that a function takes, as many are offered. */
const OFFERED_COUNTS = 3;

/** A count that is missing, or that is not one which the function takes: those that it does take. */
export function fixCounts({ module }: Analysis, diagnostic: Diagnostic): Proposal[] {
  if (diagnostic.kind !== 'operand-count' && diagnostic.kind !== 'argument-count') return [];
  const { tree } = module;
  const statement = statementOfToken(tree, tokenAt(tree, diagnostic.span.start));
  const instruction = statement < 0 ? undefined : instructionOf(tree.statementCodes[statement]);
  if (instruction === undefined || instruction.countOperand < 0) return [];
  const token = tree.statementHeads[statement] + 1 + instruction.countOperand;
  const found = tree.statementEnds[statement] - tree.statementHeads[statement] - 1;
  const isThere = token < tree.statementEnds[statement];
  // Too few operands of which not just the count is missing, or too many: neither is a matter of the count.
  if (!isThere && found !== instruction.countOperand) return [];
  if (isThere && diagnostic.kind === 'operand-count') return [];
  const callee = instruction.operands[0].kind === 'function' ? functionOperand(module, { statement }) : undefined;
  const counts = callee === undefined ? [0, 1, 2] : countsOf(callee);
  const written = isThere ? Number(tokenText(tree, token)) : 0;
  const nearest = counts.toSorted((a, b) => Math.abs(a - written) - Math.abs(b - written) || a - b);
  return nearest.slice(0, OFFERED_COUNTS).map((count, index) => ({
    title: isThere ? `Pass ${argumentsText(count)}` : `Add the count ${count}`,
    kind: CodeActionKind.QuickFix,
    edits: [isThere ? replaceToken(tree, token, `${count}`) : insertText(tree.tokenEnds[token - 1], ` ${count}`)],
    mends: diagnostic,
    isPreferred: index === 0,
  }));
}

/** The numbers of arguments that a function takes by place. */
function countsOf({ module, symbol }: KnownCallee): number[] {
  const parameters = module.scopes[module.symbols[symbol].ownScope]?.parameters ?? [];
  const plain = parameters.filter(({ kind }) => kind === 'plain');
  const required = plain.filter(({ defaultText }) => defaultText === undefined).length;
  return Array.from({ length: plain.length - required + 1 }, (_, index) => required + index);
}

function argumentsText(count: number): string {
  return count === 1 ? '1 argument' : `${count} arguments`;
}
