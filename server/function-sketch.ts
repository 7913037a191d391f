import {
  KEYWORDS,
  MAXIMUM_COUNT,
  Op,
  OperandTables,
  StatementKind,
  TokenKind,
  instructionOf,
  intLiteralValue,
  operandUse,
  tokenName,
  tokenText,
  verifyFunction,
  type Analysis,
  type Callee,
  type Constant,
  type FunctionCode,
  type FunctionFacts,
  type Instruction,
  type Module,
} from '../vm/index.ts';
import { programName } from './program-names.ts';

/** What the verifier says of a function, whether or not it has errors. */
export interface FunctionKnowledge {
  readonly facts: FunctionFacts;
  /** The lines of what is not understood, ascending: behind them nothing is sure. None in a function without errors. */
  readonly unknownLines: readonly number[];
}

/**
 * What is known of a function, also while it is being typed. One with an error is not assembled, and so the verifier has nothing to
 * say of it; but whoever completes the next line wants to know what is on the stack. So it is sketched: every instruction that
 * is whole stands in the sketch at its own index, every other one does nothing there.
 */
export function knowledgeOf(analysis: Analysis, module: Module, scope: number): FunctionKnowledge | undefined {
  const index = analysis.functionOfScope(module, scope);
  if (index < 0 || module.scopes[scope].kind === 'class') return undefined;
  if (!module.scopes[scope].isBroken) return { facts: analysis.verification.functions[index], unknownLines: [] };
  let sketches = sketchesOfModules.get(module);
  if (sketches === undefined) sketchesOfModules.set(module, (sketches = new Map()));
  let known = sketches.get(scope);
  if (known === undefined) sketches.set(scope, (known = sketch(analysis, module, scope, index)));
  return known;
}

/** A module never changes, so that a function of it is sketched once. */
const sketchesOfModules = new WeakMap<Module, Map<number, FunctionKnowledge>>();

function sketch(analysis: Analysis, module: Module, scope: number, index: number): FunctionKnowledge {
  const { tree } = module;
  const { instructions, shownName, qualifiedName, depth } = module.scopes[scope];
  const tables = new OperandTables();
  const opcodes = new Uint8Array(instructions.length);
  const operands = new Int32Array(instructions.length);
  const unknown = new Set(unknownWords(module, scope));
  for (const [at, statement] of instructions.entries()) {
    const operand = encodeOperand({ module, scope, tables }, statement);
    if (operand === undefined) unknown.add(tree.statementLines[statement]);
    opcodes[at] = operand === undefined ? Op.NOP : tree.statementCodes[statement];
    operands[at] = operand ?? 0;
  }
  const code: FunctionCode = {
    name: shownName,
    qualifiedName,
    depth,
    // Where variables live says nothing about the stack.
    parameters: [],
    locals: [],
    cells: [],
    captures: [],
    constants: tables.constants.items,
    variables: tables.variables.items,
    sites: tables.sites.items,
    names: tables.names.items,
    opcodes,
    operands,
    debug: null,
  };
  const { facts } = verifyFunction(code, index, analysis.verification.surroundings);
  return { facts, unknownLines: [...unknown].toSorted((a, b) => a - b) };
}

/** The lines of a function with words that are no instructions. */
function unknownWords({ tree, statementScopes }: Module, scope: number): number[] {
  const { open, close } = tree.blocks[scope];
  const lines: number[] = [];
  for (let statement = open + 1; statement < Math.min(close, tree.statementCount); statement++) {
    const isUnknown = tree.statementKinds[statement] === StatementKind.Unknown;
    if (isUnknown && statementScopes[statement] === scope) lines.push(tree.statementLines[statement]);
  }
  return lines;
}

interface Sketching {
  readonly module: Module;
  readonly scope: number;
  readonly tables: OperandTables;
}

/** The operand of an instruction as bytecode has it; `undefined` when the instruction is not whole. */
function encodeOperand(sketching: Sketching, statement: number): number | undefined {
  const { module, scope, tables } = sketching;
  const { tree } = module;
  const instruction = instructionOf(tree.statementCodes[statement]) as Instruction;
  const token = tree.statementHeads[statement] + 1;
  const count = tree.statementEnds[statement] - token;
  const isWhole = count >= instruction.minimumOperands && count <= instruction.maximumOperands;
  if (!isWhole || tree.statementFaults[statement] === 1) return undefined;
  switch (operandUse(instruction.code)) {
    case 'none':
      return 0;
    case 'constant': {
      const constant = count === 0 ? undefined : constantAt(module, token);
      return count === 0 ? -1 : constant && tables.constants.add(constant);
    }
    case 'variable':
      return tables.variables.add({ name: tokenName(tree, token), scope: 'global', slot: -1 });
    case 'target':
      return targetAt(module, scope, token);
    case 'name':
      return tables.names.add(tokenName(tree, token));
    case 'count':
      return countAt(module, token);
    case 'site':
      return siteAt(sketching, instruction, token, count);
  }
}

/** A constant of the right kind; of literals the value does not matter. */
function constantAt({ tree, tokenSymbols, constantValues }: Module, token: number): Constant | undefined {
  switch (tree.tokenKinds[token]) {
    case TokenKind.Int:
      return { kind: 'int', value: 1n };
    case TokenKind.Float:
      return { kind: 'float', value: 1 };
    case TokenKind.String:
      return { kind: 'str', value: '' };
    case TokenKind.Keyword:
      return KEYWORD_CONSTANTS.get(tokenText(tree, token)) ?? { kind: 'float', value: 1 };
    default:
      return constantValues.get(tokenSymbols[token]);
  }
}

const KEYWORD_CONSTANTS: ReadonlyMap<string, Constant> = new Map(
  [...KEYWORDS]
    .filter(word => word === 'None' || word === 'True' || word === 'False')
    .map(word => [word, word === 'None' ? { kind: 'none' } : { kind: 'bool', value: word === 'True' }]),
);

function targetAt({ tree, scopes, symbols, tokenSymbols }: Module, scope: number, token: number): number | undefined {
  const target =
    tree.tokenKinds[token] === TokenKind.Int
      ? Number(intLiteralValue(tokenText(tree, token)))
      : (symbols[tokenSymbols[token]]?.instruction ?? -1);
  return target >= 0 && target <= scopes[scope].instructions.length ? target : undefined;
}

function countAt({ tree }: Module, token: number): number | undefined {
  if (tree.tokenKinds[token] !== TokenKind.Int) return undefined;
  const count = Number(intLiteralValue(tokenText(tree, token)));
  return count >= 0 && count <= MAXIMUM_COUNT ? count : undefined;
}

function siteAt(
  sketching: Sketching,
  instruction: Instruction,
  token: number,
  operandCount: number,
): number | undefined {
  const hasCount = operandCount > instruction.countOperand;
  const count = hasCount ? countAt(sketching.module, token + instruction.countOperand) : 0;
  const callee = calleeAt(sketching, instruction, token);
  return count === undefined || callee === undefined
    ? undefined
    : sketching.tables.sites.add({ callee, count, names: [] });
}

/** What a function of the program returns is left open in a sketch: `undefined` is a name that means nothing. */
function calleeAt({ module }: Sketching, instruction: Instruction, token: number): Callee | null | undefined {
  const { kind } = instruction.operands[0];
  if (kind === 'attribute') return { kind: 'method', name: tokenName(module.tree, token) };
  if (kind !== 'function' && kind !== 'class') return null;
  const symbol = module.tokenSymbols[token];
  if (symbol < 0) return undefined;
  const home = programName(module, symbol, true);
  if (home.kind === 'built-in') return { kind: 'built-in', name: home.name };
  return home.kind === kind ? null : undefined;
}
