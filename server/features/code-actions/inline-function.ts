import { CodeActionKind } from 'vscode-languageserver';
import {
  Op,
  Role,
  StatementKind,
  TokenKind,
  lineText,
  operandUse,
  tokenName,
  tokenText,
  type Analysis,
  type Module,
  type Span,
} from '../../../vm/index.ts';
import { wordAt } from '../../cursor.ts';
import { verifiedFacts } from '../../function-facts.ts';
import { nameOfToken } from '../../program-names.ts';
import { deleteLines, indentOf, lineEndOf, type OffsetEdit } from '../../text-edits.ts';
import { countOf, placeOfToken, type CodePlace } from '../../value-flow.ts';
import { canHaltInFunctions } from './halting.ts';
import { isPlainLocal } from './plain-locals.ts';
import type { Proposal } from './proposal.ts';

/** A longer function is not what anyone wants in place of a call. */
const MAXIMUM_INSTRUCTIONS = 100;

/**
 * Puts the instructions of a function in the place of a call of it. Only where they mean the same there: the function takes its
 * arguments by place, ends in its last instruction and nowhere else, leaves nothing on its stack but its result, and has no
 * handlers, captures or functions of its own.
 */
export function inlineFunction(analysis: Analysis, { start }: Span): Proposal[] {
  const call = callAt(analysis.module, start);
  const callee = call && calleeOf(call);
  if (call === undefined || callee === undefined || !isInlinable(analysis, call, callee)) return [];
  const edit = editFor(call, callee);
  if (edit === undefined) return [];
  const title = `Inline \`${callee.module.scopes[callee.scope].name}\``;
  return [{ title, kind: CodeActionKind.RefactorInline, edits: [edit], keeps: 'meaning', removes: true }];
}

interface Callee {
  readonly module: Module;
  readonly scope: number;
}

/** The call by name that a place is on: on its mnemonic, or on the name of the function. */
function callAt(module: Module, place: Span['start']): CodePlace | undefined {
  const token = wordAt(module.tree, place);
  const call = token < 0 ? undefined : placeOfToken(module, token);
  const isOn = call !== undefined && token <= module.tree.statementHeads[call.statement] + 1;
  return isOn && call.instruction.code === Op.CALL_FUNC ? call : undefined;
}

function calleeOf({ module, statement }: CodePlace): Callee | undefined {
  const name = nameOfToken(module, module.tree.statementHeads[statement] + 1);
  // What stands in another file uses the names of that one.
  if (name?.kind !== 'function' || name.module !== module) return undefined;
  const scope = module.symbols[name.symbol].ownScope;
  return scope < 0 ? undefined : { module, scope };
}

function isInlinable(analysis: Analysis, call: CodePlace, { module, scope }: Callee): boolean {
  const { parameters, instructions, callables, nonlocals, isBroken } = module.scopes[scope];
  const isCalledByPlace =
    parameters.every(({ kind }) => kind === 'plain') &&
    countOf(call) === parameters.length &&
    module.tree.statementEnds[call.statement] === module.tree.statementHeads[call.statement] + 3;
  const isPlain = callables.size === 0 && nonlocals.length === 0 && canDoWithoutFrame(module, scope);
  const isSmall = instructions.length > 0 && instructions.length <= MAXIMUM_INSTRUCTIONS;
  if (isBroken || !isCalledByPlace || !isSmall || !isPlain || scope === call.scope) return false;
  if (call.scope === 0 && canHaltInFunctions(analysis)) return false;
  const facts = verifiedFacts(analysis, module, scope);
  const end = facts?.stackBefore(instructions.length - 1);
  const leavesResultOnly = end?.minimumHeight === 1 && end.maximumHeight === 1;
  return leavesResultOnly && !hasNumericJumps(module, call.scope) && meansTheSame(analysis, call.scope, scope);
}

/** Whether a function returns at its end and nowhere else, and does nothing that only a frame of its own allows. */
function canDoWithoutFrame(module: Module, scope: number): boolean {
  const { instructions } = module.scopes[scope];
  const isPlain = instructions.every((statement, index) => {
    const code = module.tree.statementCodes[statement];
    return index === instructions.length - 1 ? code === Op.RETURN_VALUE : !NEEDS_FRAME.has(code);
  });
  return isPlain && !hasNumericJumps(module, scope);
}

const NEEDS_FRAME: ReadonlySet<number> = new Set([
  Op.RETURN_VALUE,
  Op.YIELD,
  Op.TAIL_CALL,
  Op.TAIL_CALL_FUNC,
  Op.SETUP_TRY,
  Op.POP_TRY,
  Op.LOAD_SUPER,
  Op.LOAD_LOCAL,
  Op.DELETE_VAR,
]);

function hasNumericJumps({ tree, scopes }: Module, scope: number): boolean {
  return scopes[scope].instructions.some(
    statement =>
      operandUse(tree.statementCodes[statement]) === 'target' &&
      tree.tokenKinds[tree.statementHeads[statement] + 1] === TokenKind.Int,
  );
}

/** Whether every name in the function, but for its own variables and labels, means the same where the call stands. */
function meansTheSame(analysis: Analysis, callScope: number, scope: number): boolean {
  const { module } = analysis;
  const { tree, symbols, tokenSymbols, scopes } = module;
  return scopes[scope].instructions.every(statement => {
    const token = tree.statementHeads[statement] + 1;
    const symbol = token < tree.statementEnds[statement] ? symbols[tokenSymbols[token]] : undefined;
    if (symbol === undefined) return true;
    if (symbol.kind === 'function' || symbol.kind === 'class') {
      return visibleCallable(module, callScope, symbol.name) === tokenSymbols[token] && symbol.ownScope !== scope;
    }
    if (symbol.kind === 'local' || symbol.kind === 'parameter')
      return symbol.scope === scope && !symbol.isCaptured && isPlainLocal(analysis, module, tokenSymbols[token]);
    const isVariable = symbol.kind === 'global' || symbol.kind === 'built-in';
    return !isVariable || callScope === 0 || !scopes[callScope].variables.has(symbol.name);
  });
}

function visibleCallable({ scopes }: Module, scope: number, name: string): number | undefined {
  for (let at = scope; at >= 0; at = scopes[at].parent) {
    const symbol = scopes[at].kind === 'class' ? undefined : scopes[at].callables.get(name);
    if (symbol !== undefined) return symbol;
  }
  return undefined;
}

/** The line of the call, without its labels, which stay. */
function editFor(call: CodePlace, callee: Callee): OffsetEdit | undefined {
  const { module, statement } = call;
  const { tree } = module;
  const line = tree.statementLines[statement];
  const head = tree.statementHeads[statement];
  const isAlone = tree.lineTokens[line] === head;
  const labels = isAlone
    ? ''
    : lineText(tree, line)
        .slice(0, tree.tokenStarts[head] - tree.lineStarts[line])
        .trimEnd();
  const lines = [...(labels === '' ? [] : [labels]), ...inlinedLines(call, callee)];
  const { start, end } = deleteLines(tree, line, line);
  const lineEnd = lineEndOf(tree);
  // The last line of a text may have no end.
  const text = lines.join(lineEnd);
  return { start, end, newText: lineEndsAt(tree.text, end) ? text + lineEnd : text };
}

function lineEndsAt(text: string, end: number): boolean {
  return text[end - 1] === '\n';
}

function inlinedLines(call: CodePlace, { module, scope }: Callee): string[] {
  const { tree, scopes, symbols } = module;
  const indent = indentOf(module, call.scope);
  const names = newNames(call, { module, scope });
  const { parameters, instructions } = scopes[scope];
  // The arguments lie on the stack, the last one on top.
  const stores = parameters.toReversed().map(({ name }) => `${indent}STORE_VAR ${names.variables.get(name) ?? name}`);
  const lines = [...stores];
  const labelsAt = new Map<number, string[]>();
  for (const [label, symbol] of scopes[scope].labels) {
    const at = symbols[symbol].instruction;
    labelsAt.set(at, [...(labelsAt.get(at) ?? []), names.labels.get(label) ?? label]);
  }
  for (const [index, statement] of instructions.entries()) {
    for (const label of labelsAt.get(index) ?? []) lines.push(`${label}:`);
    if (index === instructions.length - 1) break;
    lines.push(indent + instructionText(module, statement, names, scope));
  }
  if (lines.at(-1)?.endsWith(':') === true && tree.statementKinds[call.statement] === StatementKind.Instruction) {
    // What a jump to the end led to was the return; here it is whatever follows the call.
    lines.push(`${indent}NOP`);
  }
  return lines;
}

/** The new names of the variables and labels of a function, none of which the function of the call has. */
interface NewNames {
  readonly variables: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
}

function newNames(call: CodePlace, { module, scope }: Callee): NewNames {
  const from = module.scopes[scope];
  const to = module.scopes[call.scope];
  const main = module.scopes[0];
  const rename = (names: Iterable<string>, isTaken: (name: string) => boolean): Map<string, string> => {
    const given = new Map<string, string>();
    for (const name of names) {
      let wanted = `${from.name}_${name}`;
      while (isTaken(wanted)) wanted += '_';
      given.set(name, wanted);
    }
    return given;
  };
  return {
    variables: rename(from.variables.keys(), name => to.variables.has(name) || main.variables.has(name)),
    labels: rename(from.labels.keys(), name => to.labels.has(name)),
  };
}

/** An instruction with its comment left out: in place of a variable that `.global` declares a global one is stored. */
function instructionText(module: Module, statement: number, names: NewNames, scope: number): string {
  const { tree, symbols, tokenSymbols, tokenRoles } = module;
  const head = tree.statementHeads[statement];
  const words = [tokenText(tree, head)];
  for (let token = head + 1; token < tree.statementEnds[statement]; token++) {
    const symbol = symbols[tokenSymbols[token]];
    const name = tokenName(tree, token);
    const isOwn = symbol !== undefined && symbol.scope === scope;
    const renamed =
      isOwn && tokenRoles[token] === Role.Jump
        ? names.labels.get(name)
        : isOwn && (symbol.kind === 'local' || symbol.kind === 'parameter')
          ? names.variables.get(name)
          : undefined;
    words.push(renamed ?? tokenText(tree, token));
  }
  const isGlobalStore =
    tree.statementCodes[statement] === Op.STORE_VAR && symbols[tokenSymbols[head + 1]]?.kind === 'global';
  return (isGlobalStore ? ['STORE_GLOBAL', ...words.slice(1)] : words).join(' ');
}
