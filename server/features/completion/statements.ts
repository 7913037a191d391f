import { CompletionItemKind } from 'vscode-languageserver';
import {
  ANY_KIND,
  DIRECTIVES,
  DIRECTIVE_NAMES,
  INSTRUCTIONS,
  Op,
  canTake,
  classAround,
  lineText,
  needsCaller,
  showOperand,
  type AbstractStack,
  type Analysis,
  type DirectiveName,
  type Instruction,
} from '../../../vm/index.ts';
import { isBoundless } from '../../function-facts.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { CompletionContext } from './context.ts';
import { functionSnippets } from './function-snippets.ts';
import type { Candidate } from './item.ts';
import { stackAtLine } from './stack-here.ts';

/** Lower ones come first. */
const Rank = { Fitting: 0, OtherInstruction: 1, Directive: 2, Misplaced: 3 } as const;

/**
 * Instructions, those first that find enough values on the stack here, of kinds that they can take; then directives, alone behind a dot; then what may not
 * stand here. Directly in a class only directives may.
 */
export function statementCandidates(snapshot: Snapshot, context: CompletionContext): Candidate[] {
  const { analysis } = snapshot;
  const { tree, scopes } = analysis.module;
  const isInClass = scopes[context.scope].kind === 'class';
  const directives = [
    ...functionSnippets(snapshot, context),
    ...DIRECTIVE_NAMES.map(name => directiveCandidate(name, rankOfDirective(analysis, context, name))),
  ];
  const isBehindDot = lineText(tree, context.line)[context.word.start.column] === '.';
  if (isBehindDot || isInClass) return directives;
  const stack = stackAtLine(analysis, context.scope, context.line);
  const instructions = INSTRUCTIONS.map(instruction =>
    instructionCandidate(instruction, rankOf(analysis, context, instruction, stack)),
  );
  return [...instructions, ...directives];
}

function rankOf(
  { module: { scopes } }: Analysis,
  { scope }: CompletionContext,
  instruction: Instruction,
  stack: AbstractStack | undefined,
): number {
  const isMisplaced =
    (scopes[scope].kind === 'main' && needsCaller(instruction.code)) ||
    (instruction.code === Op.LOAD_SUPER && classAround(scopes, scope) < 0);
  if (isMisplaced) return Rank.Misplaced;
  return stack === undefined || fits(instruction, stack) ? Rank.Fitting : Rank.OtherInstruction;
}

function fits(instruction: Instruction, stack: AbstractStack): boolean {
  const { minimumHeight, fromTop } = stack;
  return canTake(
    instruction,
    isBoundless(stack) ? Infinity : minimumHeight,
    depth => fromTop.at(depth)?.kinds ?? ANY_KIND,
  );
}

function instructionCandidate({ mnemonic, operands, stack }: Instruction, group: number): Candidate {
  return {
    label: mnemonic,
    kind: CompletionItemKind.Keyword,
    group,
    labelDetails: { detail: operands.map(operand => ` ${showOperand(operand)}`).join(''), description: stack },
    reference: { table: 'instruction', name: mnemonic },
  };
}

function rankOfDirective({ module: { scopes } }: Analysis, { scope }: CompletionContext, name: DirectiveName): number {
  return MISPLACED_IN[scopes[scope].kind].has(name) ? Rank.Misplaced : Rank.Directive;
}

const MISPLACED_IN: Readonly<Record<'main' | 'function' | 'class', ReadonlySet<DirectiveName>>> = {
  main: new Set<DirectiveName>(['.end', '.name', '.global', '.nonlocal']),
  function: new Set<DirectiveName>(['.import']),
  class: new Set<DirectiveName>(['.class', '.const', '.global', '.nonlocal', '.import']),
};

function directiveCandidate(name: DirectiveName, group: number): Candidate {
  return {
    label: name,
    kind: CompletionItemKind.Keyword,
    group,
    labelDetails: { detail: ` ${DIRECTIVES[name].operands}`.trimEnd() },
    reference: { table: 'directive', name },
  };
}
