import {
  operandUse,
  type Callee,
  type ClassIndex,
  type FunctionCode,
  type FunctionDebug,
  type FunctionIndex,
  type Site,
  type Variable,
} from '../bytecode/index.ts';
import { instructionOf, Op, type Instruction } from '../isa/index.ts';
import { TokenKind, intLiteralValue, tokenText } from '../syntax/index.ts';
import { Interned, constantKey } from './interned.ts';
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
  private readonly constants = new Interned(constantKey);
  private readonly variables = new Interned(
    (variable: Variable) => `${variable.scope} ${variable.slot} ${variable.name}`,
  );
  private readonly sites = new Interned(
    (site: Site) => `${calleeKey(site.callee)} ${site.count} ${site.names.join(' ')}`,
  );
  private readonly names = new Interned((name: string) => name);
  /** Where each variable of this function lives: symbol to local slot, and symbol to cell number. */
  private readonly slots = new Map<number, number>();
  private readonly cellNumbers = new Map<number, number>();

  constructor(module: Module, scopeIndex: number, indexOf: IndexOf) {
    this.module = module;
    this.scopeIndex = scopeIndex;
    this.indexOf = indexOf;
  }

  assemble(sourceLines: SourceLines | null): FunctionCode {
    const { module, scopeIndex } = this;
    const scope = module.scopes[scopeIndex];
    const { locals, cells } = this.layOutFrame();
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
      parameters: scope.parameters.map(({ name, kind, defaultToken }) =>
        defaultToken < 0 ? { name, kind } : { name, kind, defaultValue: this.constantAt(defaultToken) },
      ),
      locals,
      cells,
      captures: scope.captures.map(symbol => module.symbols[symbol].name),
      constants: this.constants.items,
      variables: this.variables.items,
      sites: this.sites.items,
      names: this.names.items,
      opcodes,
      operands,
      debug: debugInformation(module, scopeIndex, statements, sourceLines),
    };
  }

  /** Gives every variable of the function its place: parameters first among the locals, own cells before captured ones. */
  private layOutFrame(): Pick<FunctionCode, 'locals' | 'cells'> {
    const { symbols, scopes } = this.module;
    const { kind, variables, captures } = scopes[this.scopeIndex];
    const locals: string[] = [];
    const cells: { name: string; parameter: number }[] = [];
    for (const [name, symbol] of kind === 'main' ? [] : variables) {
      const isParameter = symbols[symbol].kind === 'parameter';
      if (symbols[symbol].isCaptured) {
        this.cellNumbers.set(symbol, cells.length);
        cells.push({ name, parameter: isParameter ? locals.length : -1 });
      } else {
        this.slots.set(symbol, locals.length);
      }
      if (isParameter || !symbols[symbol].isCaptured) locals.push(name);
    }
    for (const [index, symbol] of captures.entries()) this.cellNumbers.set(symbol, cells.length + index);
    return { locals, cells };
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
        return isThere ? this.constants.add(this.constantAt(operand)) : -1;
      case 'variable':
        return this.variables.add(this.variableAt(instruction, operand));
      case 'target':
        return this.targetAt(operand);
      case 'site':
        return this.sites.add(this.siteOf(instruction, statement));
      case 'name':
        return this.names.add(tokenName(tree, operand));
      case 'count':
        return this.countAt(operand);
    }
  }

  private constantAt(token: number): FunctionCode['constants'][number] {
    const { tree, constantValues, tokenSymbols } = this.module;
    if (isLiteral(tree.tokenKinds[token])) return literalConstant(tree, token);
    return constantValues.get(tokenSymbols[token]) ?? { kind: 'none' };
  }

  private variableAt(instruction: Instruction, token: number): Variable {
    const name = tokenName(this.module.tree, token);
    const symbol = this.module.tokenSymbols[token];
    const cell = this.cellNumbers.get(symbol);
    if (cell !== undefined) return { name, scope: 'cell', slot: cell };
    const slot = this.slots.get(symbol);
    if (slot !== undefined) return { name, scope: 'local', slot };
    return instruction.code === Op.LOAD_LOCAL
      ? { name, scope: 'local', slot: -1 }
      : { name, scope: 'global', slot: -1 };
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
    return { kind: 'function', index: this.indexOf(module, scope), cells: this.cellsFor(module, scope) };
  }

  private classNamed(symbol: NameSymbol): Callee {
    const { module, scope } = this.homeOf(symbol);
    const methods = [...module.scopes[scope].callables.values()].map(method => module.symbols[method].ownScope);
    const cells = methods.map(method => this.cellsFor(module, method));
    return { kind: 'class', index: this.indexOf(module, scope), cells };
  }

  /** The scope of a function or class, in the file that defines it. */
  private homeOf({ origin, ownScope }: NameSymbol): { module: Module; scope: number } {
    if (origin === undefined) return { module: this.module, scope: ownScope };
    return { module: origin.module, scope: origin.module.symbols[origin.symbol].ownScope };
  }

  /** The cells in this function's frames that become the captured variables of another; -1 is that of a class being made. */
  private cellsFor(module: Module, scope: number): number[] {
    return module.scopes[scope].captures.map(symbol => this.cellNumbers.get(symbol) ?? -1);
  }
}

function calleeKey(callee: Callee | null): string {
  if (callee === null) return '-';
  return 'name' in callee ? `${callee.kind} ${callee.name}` : `${callee.kind} ${callee.index}`;
}

function debugInformation(
  module: Module,
  scopeIndex: number,
  statements: Int32Array,
  sourceLines: SourceLines | null,
): FunctionDebug {
  const { tree, scopes, symbols, file } = module;
  const block = tree.blocks[scopeIndex];
  const lines = new Int32Array(statements.length + 1);
  for (let at = 0; at < statements.length; at++) lines[at] = tree.statementLines[statements[at]];
  lines[statements.length] = block.close < tree.statementCount ? tree.statementLines[block.close] : tree.lineCount - 1;
  return {
    file,
    lines,
    labels: [...scopes[scopeIndex].labels].map(([name, symbol]) => ({ name, index: symbols[symbol].instruction })),
    definitionLine: block.open < 0 ? 0 : tree.statementLines[block.open],
    source: sourceLines === null ? null : sourceLinesOf(sourceLines, statements),
  };
}
