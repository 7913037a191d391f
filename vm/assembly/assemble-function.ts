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
import { TokenKind, intLiteralValue, tokenText } from '../syntax/index.ts';
import type { Module, NameSymbol } from './module.ts';
import { sourceLinesOf, type SourceLines } from './source-lines.ts';
import { isLiteral, literalConstant, tokenName } from './tokens.ts';

/** Where a scope went in the program: the index of its function or class. */
export type IndexOf = (module: Module, scope: number) => FunctionIndex | ClassIndex;

/** Encodes the instructions of one scope; one with assembly errors keeps its names and loses its instructions. */
export function assembleFunction(
  module: Module,
  scopeIndex: number,
  sourceLines: SourceLines | null,
  indexOf: IndexOf,
): FunctionCode {
  return new FunctionAssembler(module, scopeIndex, indexOf).assemble(sourceLines);
}

class FunctionAssembler {
  private readonly module: Module;
  private readonly scopeIndex: number;
  private readonly indexOf: IndexOf;
  private readonly tables = new OperandTables();
  private readonly frame: FrameLayout;

  constructor(module: Module, scopeIndex: number, indexOf: IndexOf) {
    this.module = module;
    this.scopeIndex = scopeIndex;
    this.indexOf = indexOf;
    this.frame = module.scopes[scopeIndex].frame;
  }

  assemble(sourceLines: SourceLines | null): FunctionCode {
    const { module, scopeIndex } = this;
    const scope = module.scopes[scopeIndex];
    const statements = scope.isBroken ? new Int32Array(0) : scope.instructions;
    const opcodes = new Uint8Array(statements.length);
    const operands = new Int32Array(statements.length);
    for (let at = 0; at < statements.length; at++) {
      opcodes[at] = module.tree.statementCodes[statements[at]];
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
      debug: debugInformation(module, scopeIndex, statements, sourceLines),
    };
  }

  private encodeOperand(statement: number): number {
    const { tree } = this.module;
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
    const { tree, constantValues, tokenSymbols } = this.module;
    if (isLiteral(tree.tokenKinds[token])) return literalConstant(tree, token);
    return constantValues.get(tokenSymbols[token]) ?? { kind: 'none' };
  }

  private variableAt({ code }: Instruction, token: number): Variable {
    const name = tokenName(this.module.tree, token);
    const isGlobalOnly = code === Op.LOAD_GLOBAL || code === Op.STORE_GLOBAL;
    const own = isGlobalOnly ? undefined : this.frame.variable(name);
    return own ?? { name, scope: code === Op.LOAD_LOCAL ? 'local' : 'global', slot: -1 };
  }

  private targetAt(token: number): number {
    const { tree, symbols, tokenSymbols } = this.module;
    if (tree.tokenKinds[token] === TokenKind.Int) return Number(intLiteralValue(tokenText(tree, token)));
    return symbols[tokenSymbols[token]].instruction;
  }

  private siteOf(instruction: Instruction, statement: number): Site {
    const { tree } = this.module;
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
    return Number(intLiteralValue(tokenText(this.module.tree, token)));
  }

  private calleeAt(instruction: Instruction, token: number): Callee | null {
    switch (instruction.operands[0].kind) {
      case 'function':
        return this.functionNamed(this.module.symbols[this.module.tokenSymbols[token]]);
      case 'class':
        return this.classNamed(this.module.symbols[this.module.tokenSymbols[token]]);
      case 'attribute':
        return { kind: 'method', name: tokenName(this.module.tree, token) };
      default:
        return null;
    }
  }

  private functionNamed(symbol: NameSymbol): Callee {
    if (symbol.kind !== 'function') return { kind: 'built-in', name: symbol.name };
    const { module, scope } = this.homeOf(symbol);
    // What comes from another file stands at its top level, where nothing can be captured.
    const cells = module === this.module ? this.frame.cellsFor(scope) : [];
    return { kind: 'function', index: this.indexOf(module, scope), cells };
  }

  private classNamed(symbol: NameSymbol): Callee {
    const { module, scope } = this.homeOf(symbol);
    const methods = [...module.scopes[scope].callables.values()].map(method => module.symbols[method].ownScope);
    // The methods of a class from another file capture that class and nothing else.
    const frame = module === this.module ? this.frame : module.scopes[0].frame;
    return { kind: 'class', index: this.indexOf(module, scope), cells: frame.cellsForMethods(scope, methods) };
  }

  /** The scope of a function or class, in the file that defines it. */
  private homeOf({ origin, ownScope }: NameSymbol): { module: Module; scope: number } {
    if (origin === undefined) return { module: this.module, scope: ownScope };
    return { module: origin.module, scope: origin.module.symbols[origin.symbol].ownScope };
  }
}

function debugInformation(
  module: Module,
  scopeIndex: number,
  statements: Int32Array,
  sourceLines: SourceLines | null,
): FunctionDebug {
  const { tree, scopes, symbols, file } = module;
  const { open, close } = tree.blocks[scopeIndex];
  const lines = new Int32Array(statements.length + 1);
  for (let at = 0; at < statements.length; at++) lines[at] = tree.statementLines[statements[at]];
  lines[statements.length] = close < tree.statementCount ? tree.statementLines[close] : tree.lineCount - 1;
  return {
    file,
    lines,
    labels: [...scopes[scopeIndex].labels].map(([name, symbol]) => ({ name, index: symbols[symbol].instruction })),
    definitionLine: open < 0 ? 0 : tree.statementLines[open],
    source: sourceLines === null ? null : sourceLinesOf(sourceLines, statements, open, close),
  };
}
