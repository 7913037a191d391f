import type { ParameterInformation, Position, SignatureHelp, SignatureInformation } from 'vscode-languageserver';
import {
  BUILT_INS,
  BUILT_IN_MEMBERS,
  Op,
  OPERAND_KINDS,
  intLiteralValue,
  isIntLiteral,
  showOperand,
  tokenName,
  type BuiltInName,
  type Instruction,
  type Module,
} from '../../vm/index.ts';
import { typesWithMember } from '../built-in-members.ts';
import { docText } from '../doc-comment.ts';
import { codeBlock, markup, paragraphs } from '../markup.ts';
import { methodsRead } from '../method-lookup.ts';
import { methodsNamed } from '../method-names.ts';
import { objectOf } from '../self-class.ts';
import { callEffect, parameterTexts } from '../signature.ts';
import type { Snapshot } from '../snapshot.ts';
import { placeOfToken } from '../value-flow.ts';
import { functionOperand, type KnownCallee } from './completion/callee.ts';
import { completionContext, type CompletionContext } from './completion/context.ts';

type OperandPlace = Extract<CompletionContext, { kind: 'operand' }>;

/** The operands of the instruction that the cursor is in; behind a function's name, what that function takes. */
export function signatureHelp(snapshot: Snapshot, position: Position): SignatureHelp | null {
  const { module } = snapshot.analysis;
  const context = completionContext(module, snapshot.positions.toPlace(module.tree, position));
  if (context?.kind !== 'operand' || context.instruction.operands.length === 0) return null;
  const ofInstruction = instructionSignature(context.instruction);
  const ofCallees = calleeSignatures(snapshot, context);
  // While the function is being named, the operand matters; behind its name, what it takes.
  const isBehindName = ofCallees.length > 0 && context.index > 0;
  return {
    signatures: [ofInstruction, ...ofCallees],
    activeSignature: isBehindName ? 1 : 0,
    activeParameter: isBehindName
      ? activeArgument(module, context, ofCallees[0])
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

/** What is called: a function by its name; of methods all that may be meant, up to a few. */
function calleeSignatures(snapshot: Snapshot, context: OperandPlace): SignatureInformation[] {
  const { analysis } = snapshot;
  if (context.instruction.code === Op.CALL_METHOD) return methodSignatures(snapshot, context);
  if (context.instruction.operands[0].kind !== 'function') return [];
  const callee = functionOperand(analysis.module, context);
  const found = callee === undefined ? builtInSignature(analysis.module, context) : functionSignature(snapshot, callee);
  return found === undefined ? [] : [found];
}

const SHOWN_METHODS = 3;

function methodSignatures(snapshot: Snapshot, { statement }: OperandPlace): SignatureInformation[] {
  const { analysis } = snapshot;
  const { tree } = analysis.module;
  const token = tree.statementHeads[statement] + 1;
  if (token >= tree.statementEnds[statement]) return [];
  const name = tokenName(tree, token);
  const place = placeOfToken(analysis.module, token);
  const known = place && methodsRead(analysis, place);
  const types = typesWithMember(place && objectOf(analysis, place), name);
  const isOfType = known === undefined && types.isKnown && types.names.length > 0;
  const methods = isOfType ? [] : (known ?? methodsNamed(analysis, name));
  if (methods.length === 0) return types.names.slice(0, SHOWN_METHODS).map(type => memberSignature(type, name));
  return methods
    .slice(0, SHOWN_METHODS)
    .map(({ module, scope }) => functionSignature(snapshot, { module, symbol: module.scopes[scope].symbol, name }));
}

function memberSignature(type: string, name: string): SignatureInformation {
  const { signature, summary } = BUILT_IN_MEMBERS[type][name];
  return { label: `${type}.${signature}`, documentation: `${summary}.`, parameters: [] };
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
