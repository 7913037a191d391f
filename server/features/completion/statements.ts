import { CompletionItemKind } from 'vscode-languageserver';
import {
  DIRECTIVES,
  DIRECTIVE_NAMES,
  INSTRUCTIONS,
  showOperand,
  stackEffect,
  type Analysis,
  type Instruction,
} from '../../../vm/index.ts';
import type { CompletionContext } from './context.ts';
import type { Candidate } from './item.ts';
import { stackAtLine } from './stack-here.ts';

/** Instructions, those first that find enough values on the stack here; then directives, alone behind a dot. */
export function statementCandidates(analysis: Analysis, context: CompletionContext): Candidate[] {
  const { tree } = analysis.module;
  const directives = DIRECTIVE_NAMES.map(directiveCandidate);
  if (tree.text[tree.lineStarts[context.line] + context.word.start.column] === '.') return directives;
  const height = stackAtLine(analysis, context.scope, context.line)?.minimumHeight;
  return [...INSTRUCTIONS.map(instruction => instructionCandidate(instruction, height)), ...directives];
}

function instructionCandidate(instruction: Instruction, height: number | undefined): Candidate {
  const { mnemonic, operands, stack } = instruction;
  const isFitting = height === undefined || stackEffect(instruction, 'next', 0).pops <= height;
  return {
    label: mnemonic,
    kind: CompletionItemKind.Keyword,
    group: isFitting ? 0 : 1,
    labelDetails: { detail: operands.map(operand => ` ${showOperand(operand)}`).join(''), description: stack },
    reference: { table: 'instruction', name: mnemonic },
  };
}

function directiveCandidate(name: (typeof DIRECTIVE_NAMES)[number]): Candidate {
  return {
    label: name,
    kind: CompletionItemKind.Keyword,
    group: 2,
    labelDetails: { detail: ` ${DIRECTIVES[name].operands}`.trimEnd() },
    reference: { table: 'directive', name },
  };
}
