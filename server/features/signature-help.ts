import type { ParameterInformation, Position, SignatureHelp, SignatureInformation } from 'vscode-languageserver';
import {
  BUILT_INS,
  OPERAND_KINDS,
  intLiteralValue,
  isIntLiteral,
  showOperand,
  tokenName,
  type BuiltInName,
  type Instruction,
  type Module,
} from '../../vm/index.ts';
import { docText } from '../doc-comment.ts';
import { codeBlock, markup, paragraphs } from '../markup.ts';
import { callEffect, parameterTexts } from '../signature.ts';
import type { Snapshot } from '../snapshot.ts';
import { functionOperand, type KnownCallee } from './completion/callee.ts';
import { completionContext, type CompletionContext } from './completion/context.ts';

type OperandPlace = Extract<CompletionContext, { kind: 'operand' }>;

/** The operands of the instruction that the cursor is in; behind a function's name, what that function takes. */
export function signatureHelp(snapshot: Snapshot, position: Position): SignatureHelp | null {
  const { module } = snapshot.analysis;
  const context = completionContext(module, snapshot.positions.toPlace(module.tree, position));
  if (context?.kind !== 'operand' || context.instruction.operands.length === 0) return null;
  const ofInstruction = instructionSignature(context.instruction);
  const ofCallee = calleeSignature(snapshot, context);
  // While the function is being named, the operand matters; behind its name, what it takes.
  const isBehindName = ofCallee !== undefined && context.index > 0;
  return {
    signatures: ofCallee === undefined ? [ofInstruction] : [ofInstruction, ofCallee],
    activeSignature: isBehindName ? 1 : 0,
    activeParameter: isBehindName
      ? activeArgument(module, context, ofCallee)
      : Math.min(context.index, context.instruction.operands.length - 1),
  };
}

function instructionSignature({ mnemonic, summary, operands }: Instruction): SignatureInformation {
  const parameters = operands.map(operand => ({
    label: showOperand(operand),
    documentation: OPERAND_KINDS[operand.kind].description,
  }));
  const label = [mnemonic, ...parameters.map(parameter => parameter.label)].join(' ');
  return { label, documentation: `${summary}.`, parameters };
}

function calleeSignature(snapshot: Snapshot, context: OperandPlace): SignatureInformation | undefined {
  if (context.instruction.operands[0].kind !== 'function') return undefined;
  const callee = functionOperand(snapshot.analysis.module, context);
  return callee === undefined
    ? builtInSignature(snapshot.analysis.module, context)
    : functionSignature(snapshot, callee);
}

function functionSignature(snapshot: Snapshot, { module, symbol, name }: KnownCallee): SignatureInformation {
  const { ownScope, definition } = module.symbols[symbol];
  const texts = parameterTexts(module.scopes[ownScope].parameters);
  const effect = codeBlock('text', callEffect(snapshot.analysis, module, ownScope));
  const comment = definition < 0 ? '' : docText(module.tree, definition);
  return {
    label: ['.func', name, ...texts].join(' '),
    documentation: markup(paragraphs([effect, comment]), snapshot.client.hasMarkdownSignatures),
    parameters: snapshot.client.hasLabelOffsets ? rangesOf(`.func ${name}`, texts) : texts.map(label => ({ label })),
  };
}

/** Where the parameters stand in the label: by place, because one text may be part of another. */
function rangesOf(prefix: string, texts: readonly string[]): ParameterInformation[] {
  let at = prefix.length + 1;
  return texts.map(text => {
    const start = at;
    at += text.length + 1;
    return { label: [start, start + text.length] };
  });
}

function builtInSignature({ tree }: Module, { statement }: OperandPlace): SignatureInformation | undefined {
  const token = tree.statementHeads[statement] + 1;
  const name = token < tree.statementEnds[statement] ? tokenName(tree, token) : '';
  if (!Object.hasOwn(BUILT_INS, name)) return undefined;
  const { signature, summary } = BUILT_INS[name as BuiltInName];
  return { label: signature, documentation: `${summary}.`, parameters: [] };
}

/** The parameter that the argument name at the cursor means; at the count the last one that so many arguments reach. */
function activeArgument(
  { tree }: Module,
  context: OperandPlace,
  { label, parameters = [] }: SignatureInformation,
): number {
  const token = tree.statementHeads[context.statement] + 1 + context.index;
  if (token >= tree.statementEnds[context.statement]) return 0;
  const text = tokenName(tree, token);
  if (context.index === context.instruction.countOperand) {
    const count = isIntLiteral(text) ? Number(intLiteralValue(text)) : 0;
    return Math.max(0, Math.min(count, parameters.length) - 1);
  }
  const found = parameters.findIndex(({ label: range }) => {
    const parameter = typeof range === 'string' ? range : label.slice(...range);
    return parameter.replace(/^\*+/, '').split('=')[0] === text;
  });
  return Math.max(0, found);
}
