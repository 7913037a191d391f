import {
  OperandTables,
  operandUse,
  type Callee,
  type ClassIndex,
  type Constant,
  type FrameLayout,
  type FunctionDebug,
  type FunctionIndex,
  type Site,
  type Variable,
} from '../bytecode/index.ts';
import { instructionOf, Op, type Instruction, type Opcode } from '../isa/index.ts';
import { TokenKind } from '../syntax/index.ts';
import { Unknown, type FunctionDraft, type Placeholders } from '../verifier/index.ts';
import type { BoundUnit } from './bind-unit.ts';
import type { UnitSymbol } from './binding.ts';
import type { OutsideCallable } from './environment.ts';
import { readFaults, type Reading } from './placeholders.ts';
import { countValue, isLiteral, literalConstant, tokenName } from './tokens.ts';

/** How code refers to functions and classes. */
export interface References {
  /** The number of a function or class of the same unit, by its scope. */
  idOf(scope: number): FunctionIndex | ClassIndex;
  /** How many cells each method captures of a class that another unit defines. */
  methodCellsOf(name: string): readonly number[];
}

/** How a scope is assembled: one that is unreadable keeps its names and loses its instructions. */
export interface Readability {
  readonly isUnreadable: boolean;
  readonly hasUnknownVariables: boolean;
}

/**
 * Encodes the instructions of one scope, with placeholders where there are mistakes. Lines count from the start of the unit.
 */
export function assembleFunction(
  unit: BoundUnit,
  scopeIndex: number,
  readability: Readability,
  references: References,
): FunctionDraft {
  return new FunctionAssembler(unit, scopeIndex, references).assemble(readability);
}

class FunctionAssembler {
  private readonly unit: BoundUnit;
  private readonly scopeIndex: number;
  private readonly references: References;
  private readonly tables = new OperandTables();
  private readonly frame: FrameLayout;
  /** The instructions whose constant has no value, because of a mistake where it is defined. */
  private readonly valueless: number[] = [];

  constructor(unit: BoundUnit, scopeIndex: number, references: References) {
    this.unit = unit;
    this.scopeIndex = scopeIndex;
    this.references = references;
    this.frame = unit.scopes[scopeIndex].frame;
  }

  assemble({ isUnreadable, hasUnknownVariables }: Readability): FunctionDraft {
    const { unit, scopeIndex } = this;
    const scope = unit.scopes[scopeIndex];
    const statements = isUnreadable ? NO_STATEMENTS : scope.instructions;
    const reading = isUnreadable ? undefined : readFaults(unit, scopeIndex, hasUnknownVariables);
    const { length } = statements;
    // Parts of one buffer: there are many functions, and most are small.
    const buffer = new ArrayBuffer(BYTES_OF_NUMBER * (2 * length + 1) + length);
    const operands = new Int32Array(buffer, 0, length);
    const lines = new Int32Array(buffer, BYTES_OF_NUMBER * length, length + 1);
    const opcodes = new Uint8Array(buffer, BYTES_OF_NUMBER * (2 * length + 1), length);
    for (let at = 0; at < length; at++) {
      opcodes[at] = reading?.opcodes.get(at) ?? unit.tree.statementCodes[statements[at]];
      const isKnown = reading === undefined || reading.placeholders.unknown[at] === 0;
      operands[at] = isKnown ? this.encodeOperand(statements[at], at) : this.encodeFaulty(opcodes[at], at, reading);
    }
    return {
      name: scope.shownName,
      qualifiedName: scope.qualifiedName,
      depth: scope.depth,
      parameters: scope.parameters.map(({ name, kind, defaultToken }) =>
        defaultToken < 0 ? { name, kind } : { name, kind, defaultValue: this.constantAt(defaultToken) ?? NO_CONSTANT },
      ),
      locals: scope.frame.locals,
      cells: scope.frame.cells,
      captures: scope.frame.captures,
      constants: this.tables.constants.items,
      variables: this.tables.variables.items,
      sites: this.tables.sites.items,
      names: this.tables.names.items,
      opcodes,
      operands,
      debug: debugInformation(unit, scopeIndex, statements, lines),
      placeholders: withValueless(reading?.placeholders, this.valueless, length),
    };
  }

  /** What stands for the operand of a line with a mistake: as much of it as is known. */
  private encodeFaulty(opcode: Opcode, at: number, { placeholders, targets }: Reading): number {
    const { tree, scopes } = this.unit;
    const statement = scopes[this.scopeIndex].instructions[at];
    const instruction = instructionOf(opcode) as Instruction;
    const operand = tree.statementHeads[statement] + 1;
    const isNamed = operand < tree.statementEnds[statement] && tree.tokenKinds[operand] === TokenKind.Name;
    const countToken = operand + instruction.countOperand;
    const hasCount = countToken < tree.statementEnds[statement] && (placeholders.unknown[at] & Unknown.Stack) === 0;
    switch (operandUse(opcode)) {
      case 'none':
        return 0;
      case 'constant':
        return this.tables.constants.add(NO_CONSTANT);
      case 'variable':
        return this.tables.variables.add(isNamed ? this.variableAt(instruction, operand) : NO_VARIABLE);
      case 'target':
        return targets.get(at) ?? 0;
      case 'site':
        return this.tables.sites.add({ callee: null, count: hasCount ? this.countAt(countToken) : 0, names: [] });
      case 'name':
        return this.tables.names.add('');
      case 'count':
        return hasCount ? this.countAt(countToken) : 0;
    }
  }

  private encodeOperand(statement: number, at: number): number {
    const { tree } = this.unit;
    const instruction = instructionOf(tree.statementCodes[statement]) as Instruction;
    const operand = tree.statementHeads[statement] + 1;
    const isThere = operand < tree.statementEnds[statement];
    switch (operandUse(instruction.code)) {
      case 'none':
        return 0;
      case 'constant':
        return isThere ? this.tables.constants.add(this.constantAt(operand) ?? this.withoutValue(at)) : -1;
      case 'variable':
        return this.tables.variables.add(this.variableAt(instruction, operand));
      case 'target':
        return this.targetAt(operand);
      case 'site':
        return this.tables.sites.add(this.siteOf(instruction, statement));
      case 'name':
        return this.tables.names.add(tokenName(tree, operand));
      case 'count':
        return this.countAt(operand);
    }
  }

  private constantAt(token: number): Constant | undefined {
    const { tree, constantValues, tokenSymbols } = this.unit;
    if (isLiteral(tree.tokenKinds[token])) return literalConstant(tree, token);
    return constantValues.get(tokenSymbols[token]);
  }

  private withoutValue(at: number): Constant {
    this.valueless.push(at);
    return NO_CONSTANT;
  }

  private variableAt({ code }: Instruction, token: number): Variable {
    const { tree, symbols, tokenSymbols } = this.unit;
    const name = tokenSymbols[token] < 0 ? tokenName(tree, token) : symbols[tokenSymbols[token]].name;
    const isGlobalOnly = code === Op.LOAD_GLOBAL || code === Op.STORE_GLOBAL;
    const own = isGlobalOnly ? undefined : this.frame.variable(name);
    return own ?? { name, scope: code === Op.LOAD_LOCAL ? 'local' : 'global', slot: -1 };
  }

  private targetAt(token: number): number {
    const { tree, symbols, tokenSymbols } = this.unit;
    if (tree.tokenKinds[token] === TokenKind.Int) return countValue(tree, token);
    return symbols[tokenSymbols[token]].instruction;
  }

  private siteOf(instruction: Instruction, statement: number): Site {
    const { tree } = this.unit;
    const head = tree.statementHeads[statement];
    const end = tree.statementEnds[statement];
    const countToken = head + 1 + instruction.countOperand;
    const names: string[] = [];
    for (let token = countToken + 1; token < end; token++) names.push(tokenName(tree, token));
    return {
      callee: this.calleeAt(instruction, head + 1),
      count: countToken < end ? this.countAt(countToken) : 0,
      names,
    };
  }

  private countAt(token: number): number {
    return countValue(this.unit.tree, token);
  }

  private calleeAt(instruction: Instruction, token: number): Callee | null {
    switch (instruction.operands[0].kind) {
      case 'function':
        return this.functionNamed(this.unit.symbols[this.unit.tokenSymbols[token]]);
      case 'class':
        return this.classNamed(this.unit.symbols[this.unit.tokenSymbols[token]]);
      case 'attribute':
        return { kind: 'method', name: tokenName(this.unit.tree, token) };
      default:
        return null;
    }
  }

  private functionNamed({ kind, name, outside, ownScope }: UnitSymbol): Callee {
    if (kind !== 'function') return { kind: 'built-in', name };
    // What another unit defines stands at the top level, where nothing can be captured.
    if (outside !== undefined) return { kind: 'function', index: (outside as OutsideCallable).id, cells: [] };
    return { kind: 'function', index: this.references.idOf(ownScope), cells: this.frame.cellsFor(ownScope) };
  }

  private classNamed({ name, outside, ownScope }: UnitSymbol): Callee {
    if (outside !== undefined) {
      // The methods of a class of another unit capture that class and nothing else.
      const cells = this.references.methodCellsOf(name).map(count => new Array<number>(count).fill(-1));
      return { kind: 'class', index: (outside as OutsideCallable).id, cells };
    }
    const { scopes, symbols } = this.unit;
    const methods = [...scopes[ownScope].callables.values()].map(method => symbols[method].ownScope);
    const cells = this.frame.cellsForMethods(ownScope, methods);
    return { kind: 'class', index: this.references.idOf(ownScope), cells };
  }
}

/** What stands for operands that are not known. No name of a program is empty. */
const NO_CONSTANT: Constant = { kind: 'none' };
const NO_VARIABLE: Variable = { name: '', scope: 'global', slot: -1 };

function withValueless(
  placeholders: Placeholders | undefined,
  valueless: readonly number[],
  length: number,
): Placeholders | undefined {
  if (valueless.length === 0) return placeholders;
  const unknown = placeholders?.unknown ?? new Uint8Array(length);
  for (const at of valueless) unknown[at] |= Unknown.Values;
  return { entries: [], reachesAll: false, hasUnknownVariables: false, mayStore: NO_NAMES, ...placeholders, unknown };
}

const NO_NAMES: ReadonlySet<string> = new Set();
const BYTES_OF_NUMBER = 4;
const NO_STATEMENTS = new Int32Array(0);

/** Without what `.source` and `.line` say, which the text above the unit decides. */
function debugInformation(
  { tree, scopes, symbols, file }: BoundUnit,
  scopeIndex: number,
  statements: Int32Array,
  lines: Int32Array,
): FunctionDebug {
  const { open, close } = tree.blocks[scopeIndex];
  for (let at = 0; at < statements.length; at++) lines[at] = tree.statementLines[statements[at]];
  lines[statements.length] = close < tree.statementCount ? tree.statementLines[close] : tree.lineCount - 1;
  const labels: { name: string; index: number }[] = [];
  scopes[scopeIndex].labels.forEach((symbol, name) => labels.push({ name, index: symbols[symbol].instruction }));
  return {
    file,
    lines,
    labels,
    definitionLine: open < 0 ? 0 : tree.statementLines[open],
    source: null,
  };
}
