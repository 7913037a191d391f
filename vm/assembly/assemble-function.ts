import {
  OperandTables,
  operandUse,
  type Callee,
  type ClassIndex,
  type FrameLayout,
  type FunctionCode,
  type FunctionDebug,
  type FunctionIndex,
  type Site,
  type Variable,
} from '../bytecode/index.ts';
import { instructionOf, Op, type Instruction } from '../isa/index.ts';
import { TokenKind } from '../syntax/index.ts';
import type { BoundUnit } from './bind-unit.ts';
import type { UnitSymbol } from './binding.ts';
import type { OutsideCallable } from './environment.ts';
import { countValue, isLiteral, literalConstant, tokenName } from './tokens.ts';

/** How code refers to functions and classes. */
export interface References {
  /** The number of a function or class of the same unit, by its scope. */
  idOf(scope: number): FunctionIndex | ClassIndex;
  /** How many cells each method captures of a class that another unit defines. */
  methodCellsOf(name: string): readonly number[];
}

/**
 * Encodes the instructions of one scope; a broken one keeps its names and loses its instructions. Lines count from the start of
 * the unit.
 */
export function assembleFunction(
  unit: BoundUnit,
  scopeIndex: number,
  isBroken: boolean,
  references: References,
): FunctionCode {
  return new FunctionAssembler(unit, scopeIndex, references).assemble(isBroken);
}

class FunctionAssembler {
  private readonly unit: BoundUnit;
  private readonly scopeIndex: number;
  private readonly references: References;
  private readonly tables = new OperandTables();
  private readonly frame: FrameLayout;

  constructor(unit: BoundUnit, scopeIndex: number, references: References) {
    this.unit = unit;
    this.scopeIndex = scopeIndex;
    this.references = references;
    this.frame = unit.scopes[scopeIndex].frame;
  }

  assemble(isBroken: boolean): FunctionCode {
    const { unit, scopeIndex } = this;
    const scope = unit.scopes[scopeIndex];
    const statements = isBroken ? NO_STATEMENTS : scope.instructions;
    const { length } = statements;
    // Parts of one buffer: there are many functions, and most are small.
    const buffer = new ArrayBuffer(BYTES_OF_NUMBER * (2 * length + 1) + length);
    const operands = new Int32Array(buffer, 0, length);
    const lines = new Int32Array(buffer, BYTES_OF_NUMBER * length, length + 1);
    const opcodes = new Uint8Array(buffer, BYTES_OF_NUMBER * (2 * length + 1), length);
    for (let at = 0; at < length; at++) {
      opcodes[at] = unit.tree.statementCodes[statements[at]];
      operands[at] = this.encodeOperand(statements[at]);
    }
    return {
      name: scope.shownName,
      qualifiedName: scope.qualifiedName,
      depth: scope.depth,
      parameters: scope.parameters.map(({ name, kind, defaultToken }) =>
        defaultToken < 0 ? { name, kind } : { name, kind, defaultValue: this.constantAt(defaultToken) },
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
    };
  }

  private encodeOperand(statement: number): number {
    const { tree } = this.unit;
    const instruction = instructionOf(tree.statementCodes[statement]) as Instruction;
    const operand = tree.statementHeads[statement] + 1;
    const isThere = operand < tree.statementEnds[statement];
    switch (operandUse(instruction.code)) {
      case 'none':
        return 0;
      case 'constant':
        return isThere ? this.tables.constants.add(this.constantAt(operand)) : -1;
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

  private constantAt(token: number): FunctionCode['constants'][number] {
    const { tree, constantValues, tokenSymbols } = this.unit;
    if (isLiteral(tree.tokenKinds[token])) return literalConstant(tree, token);
    return constantValues.get(tokenSymbols[token]) ?? { kind: 'none' };
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
