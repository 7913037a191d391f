import { CodeActionKind } from 'vscode-languageserver';
import {
  Op,
  Role,
  StatementKind,
  TokenKind,
  blockOfLine,
  lineText,
  linesOfBlock,
  operandUse,
  statementsOfLine,
  tokenName,
  type AbstractStack,
  type Analysis,
  type FunctionFacts,
  type Module,
  type Span,
} from '../../../vm/index.ts';
import { verifiedFacts } from '../../function-facts.ts';
import { occurrencesIn, programName } from '../../program-names.ts';
import { stackBehind } from '../../stack-effect.ts';
import { deleteLines, indentOf, insertLines, type OffsetEdit } from '../../text-edits.ts';
import { placeOf, poppedCount, type CodePlace } from '../../value-flow.ts';
import { canHaltInFunctions } from './halting.ts';
import { isPlainLocal } from './plain-locals.ts';
import type { Proposal } from './proposal.ts';

/** The name of what is extracted; with a number behind it where it is taken. */
const NAME = 'extracted';

/**
 * Makes a function of the selected lines, and a call of it in their place. Only where the stack allows: the lines are entered at
 * their first instruction only and left at their last one only, they take a fixed number of values from below, which become
 * the arguments, and leave one value or none.
 *
 * In main the variables stay what they are, globals. In a function those that are only read become arguments as well; where
 * any is stored, the new function stands inside and shares them all.
 */
export function extractFunction(analysis: Analysis, span: Span): Proposal[] {
  const selection = selectedCode(analysis.module, span);
  const facts = selection && verifiedFacts(analysis, analysis.module, selection.scope);
  const shape = selection && facts && shapeOf(selection, facts);
  // What a line with a mistake needs of the frame nobody knows.
  if (selection === undefined || shape === undefined || analysis.module.scopes[selection.scope].isBroken) return [];
  if (selection.scope === 0 && canHaltInFunctions(analysis)) return [];
  const variables = variablesOf(analysis, selection);
  // There is one result: a value on the stack, or a variable.
  if (variables === undefined || (shape.left > 0 && variables.result !== undefined)) return [];
  return [
    {
      title: 'Extract into a function',
      kind: CodeActionKind.RefactorExtract,
      edits: editsFor(selection, shape, variables),
      keeps: 'meaning',
    },
  ];
}

/** Whole lines of one function with nothing on them but its labels, its instructions and comments. */
interface Selection {
  readonly module: Module;
  readonly scope: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly places: readonly CodePlace[];
}

function selectedCode(module: Module, { start, end }: Span): Selection | undefined {
  const { tree } = module;
  // A selection of whole lines ends at the start of the line behind them.
  const last = end.column === 0 && end.line > start.line ? end.line - 1 : end.line;
  if (last === start.line && start.column === end.column) return undefined;
  const scope = blockOfLine(tree, start.line);
  const { from } = statementsOfLine(tree, start.line);
  const { to } = statementsOfLine(tree, last);
  const { instructions, kind } = module.scopes[scope];
  const places: CodePlace[] = [];
  for (let statement = from; statement < to; statement++) {
    if (module.statementScopes[statement] !== scope) return undefined;
    if (tree.statementKinds[statement] === StatementKind.Label) continue;
    if (tree.statementKinds[statement] !== StatementKind.Instruction) return undefined;
    const index = places.length === 0 ? instructions.indexOf(statement) : (places.at(-1)?.index ?? 0) + 1;
    const place = placeOf(module, scope, index);
    if (place?.statement !== statement || STAYS.has(place.instruction.code)) return undefined;
    places.push(place);
  }
  const isWhole = places.length > 0 && kind !== 'class' && isEnteredAndLeftOnce(module, scope, places, from, to);
  return isWhole ? { module, scope, firstLine: start.line, lastLine: last, places } : undefined;
}

/** Instructions that mean this frame, its handlers or its caller. */
const STAYS: ReadonlySet<number> = new Set([
  Op.RETURN_VALUE,
  Op.YIELD,
  Op.TAIL_CALL_FUNC,
  Op.TAIL_CALL,
  Op.SETUP_TRY,
  Op.POP_TRY,
  Op.LOAD_SUPER,
  Op.LOAD_LOCAL,
  Op.DELETE_VAR,
  Op.HALT,
]);

/** No jump leads into the selection or out of it, and none in the function goes by number: numbers would change. */
function isEnteredAndLeftOnce(
  module: Module,
  scope: number,
  places: readonly CodePlace[],
  from: number,
  to: number,
): boolean {
  const { tree, scopes, symbols, tokenSymbols } = module;
  const inside = new Set(places.map(({ statement }) => statement));
  for (const statement of scopes[scope].instructions) {
    if (operandUse(tree.statementCodes[statement]) !== 'target') continue;
    const token = tree.statementHeads[statement] + 1;
    if (tree.tokenKinds[token] === TokenKind.Int) return false;
    const label = symbols[tokenSymbols[token]];
    if (label === undefined) return false;
    const isLabelInside = label.definition >= tree.statementHeads[from] && label.definition < endOf(module, to);
    if (isLabelInside !== inside.has(statement)) return false;
  }
  // The last instruction goes on behind the selection.
  const last = places[places.length - 1].instruction;
  return last.flow === 'next' || last.flow === 'branch';
}

function endOf({ tree }: Module, statement: number): number {
  return statement < tree.statementCount ? tree.statementHeads[statement] : tree.tokenCount;
}

/** How many values the selection takes from below, and how many it leaves. */
interface Shape {
  readonly taken: number;
  readonly left: number;
}

function shapeOf({ places }: Selection, facts: FunctionFacts): Shape | undefined {
  let lowest = Infinity;
  for (const place of places) {
    const before = facts.stackBefore(place.index);
    if (before === undefined || !isExact(before)) return undefined;
    lowest = Math.min(lowest, before.minimumHeight - poppedCount(place));
  }
  const first = facts.stackBefore(places[0].index);
  const last = places[places.length - 1];
  const before = facts.stackBefore(last.index);
  if (first === undefined || before === undefined || lowest < 0) return undefined;
  const floor = Math.min(lowest, first.minimumHeight);
  const left = stackBehind(facts, last, before, 'next').minimumHeight - floor;
  return left > 1 ? undefined : { taken: first.minimumHeight - floor, left };
}

function isExact({ minimumHeight, maximumHeight }: AbstractStack): boolean {
  return minimumHeight === maximumHeight;
}

interface UsedVariables {
  /** Local variables of the function that the selection reads and does not store. */
  readonly read: readonly string[];
  /** Those that it stores, and others do as well: they have to be shared. */
  readonly shared: readonly string[];
  /** The one that nobody else stores, and that is read behind the selection: it comes back as the result. */
  readonly result: string | undefined;
  /** Globals that it stores. */
  readonly globals: readonly string[];
  /** Whether it names what only functions inside this one can: its own functions, and variables that those share. */
  readonly needsScope: boolean;
}

/** `undefined` where a variable is captured already, or may be another one, or where two would have to come back. */
function variablesOf(analysis: Analysis, selection: Selection): UsedVariables | undefined {
  const { module, scope, places } = selection;
  const { tree, symbols, tokenSymbols } = module;
  const read = new Set<string>();
  const stored = new Set<string>();
  const globals = new Set<string>();
  let needsScope = false;
  for (const { instruction, statement } of places) {
    const token = tree.statementHeads[statement] + 1;
    const symbol = token < tree.statementEnds[statement] ? symbols[tokenSymbols[token]] : undefined;
    if (symbol?.kind === 'function' || symbol?.kind === 'class') needsScope ||= symbol.scope !== 0;
    if (operandUse(instruction.code) !== 'variable') continue;
    if (symbol === undefined) return undefined;
    const name = tokenName(tree, token);
    const isStore = instruction.code === Op.STORE_VAR;
    const isOwn = symbol.kind === 'local' || symbol.kind === 'parameter';
    if (isOwn && (symbol.scope !== scope || !isPlainLocal(analysis, module, tokenSymbols[token]))) return undefined;
    needsScope ||= symbol.isCaptured;
    if (isOwn) (isStore ? stored : read).add(name);
    else if (isStore) globals.add(name);
  }
  const shared = [...stored].filter(name => usesOutside(selection, name).isStored);
  const results = [...stored].filter(name => !shared.includes(name) && usesOutside(selection, name).isRead);
  if (results.length > 1) return undefined;
  return {
    read: [...read].filter(name => !stored.has(name)),
    shared,
    result: results.at(0),
    globals: [...globals],
    needsScope: needsScope || shared.length > 0,
  };
}

/** What the rest of the file does with a local variable. */
function usesOutside({ module, scope, places }: Selection, name: string): { isStored: boolean; isRead: boolean } {
  const symbol = module.scopes[scope].variables.get(name);
  const inside = new Set(places.map(({ statement }) => module.tree.statementHeads[statement] + 1));
  const outside =
    symbol === undefined
      ? []
      : occurrencesIn(module, programName(module, symbol)).filter(({ token }) => !inside.has(token));
  const isRead = outside.some(({ role }) => role === Role.Read);
  return { isStored: outside.some(({ role }) => role !== Role.Read), isRead };
}

function editsFor(selection: Selection, { taken, left }: Shape, variables: UsedVariables): OffsetEdit[] {
  const { module, scope, firstLine, lastLine } = selection;
  const { tree } = module;
  const name = freeName(module, scope);
  const isInside = variables.needsScope && scope > 0;
  const passed = isInside ? [] : variables.read;
  const shared = isInside ? [...variables.read, ...variables.shared] : [];
  const values = Array.from({ length: taken }, (_, index) => freeVariable(selection, `a${index + 1}`));
  const indent = indentOf(module, scope);
  const body = INDENT_OF_BODY;
  const lines = [
    [`.func ${name}`, ...values, ...passed].join(' '),
    ...declarations('.nonlocal', shared),
    ...declarations('.global', variables.globals),
    ...values.map(value => `${body}LOAD_VAR ${value}`),
    ...linesOf(selection, indent),
    ...(left > 0
      ? []
      : [`${body}${variables.result === undefined ? 'LOAD_CONST None' : `LOAD_VAR ${variables.result}`}`]),
    `${body}RETURN_VALUE`,
    '.end',
  ];
  const call = [
    ...passed.map(variable => `LOAD_VAR ${variable}`),
    `CALL_FUNC ${name} ${taken + passed.length}`,
    ...(left > 0 ? [] : [variables.result === undefined ? 'POP_TOP' : `STORE_VAR ${variables.result}`]),
  ];
  const { start, end } = deleteLines(tree, firstLine, lastLine);
  const newText = insertLines(
    tree,
    firstLine,
    call.map(each => indent + each),
  ).newText;
  return [
    { start, end, newText },
    insertLines(tree, lineFor(module, scope, isInside), isInside ? lines : ['', ...lines]),
  ];
}

const INDENT_OF_BODY = '        ';

function declarations(directive: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [[directive, ...names].join(' ')];
}

/** The lines as they are, but for the indent of those without a label. */
function linesOf({ module: { tree }, firstLine, lastLine }: Selection, indent: string): string[] {
  return Array.from({ length: lastLine - firstLine + 1 }, (_, index) => {
    const line = firstLine + index;
    const text = lineText(tree, line);
    const begins =
      tree.lineTokens[line] < tree.lineTokens[line + 1] ? tree.tokenKinds[tree.lineTokens[line]] : undefined;
    const isIndented = begins !== undefined && begins !== TokenKind.Label && text.startsWith(indent);
    return isIndented ? INDENT_OF_BODY + text.slice(indent.length) : text;
  });
}

/** Inside before the `.end`; else behind the outermost function or class; for main at the end of the file. */
function lineFor({ tree }: Module, scope: number, isInside: boolean): number {
  if (isInside) return linesOfBlock(tree, scope).to;
  let block = scope;
  while (block > 0 && tree.blocks[block].parent > 0) block = tree.blocks[block].parent;
  return block > 0 ? linesOfBlock(tree, block).to + 1 : tree.lineCount;
}

/** A name that no function or class has that may be seen from here. */
function freeName({ scopes }: Module, scope: number): string {
  const isTaken = (name: string): boolean => {
    for (let at = scope; at >= 0; at = scopes[at].parent) if (scopes[at].callables.has(name)) return true;
    return false;
  };
  if (!isTaken(NAME)) return NAME;
  let number = 2;
  while (isTaken(`${NAME}_${number}`)) number++;
  return `${NAME}_${number}`;
}

/** A parameter that is no variable which the lines name. */
function freeVariable({ module, scope }: Selection, wanted: string): string {
  let name = wanted;
  while (module.scopes[scope].variables.has(name) || module.scopes[0].variables.has(name)) name += '_';
  return name;
}
