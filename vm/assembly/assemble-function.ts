import {
  operandUse,
  type Callee,
  type FunctionCode,
  type FunctionDebug,
  type FunctionIndex,
  type Site,
  type Variable,
} from '../bytecode/index.ts';
import { instructionOf, Op, type Instruction } from '../isa/index.ts';
import { TokenKind, intLiteralValue, tokenText } from '../syntax/index.ts';
import { Interned, constantKey } from './interned.ts';
import type { Module } from './module.ts';
import { sourceLinesOf, type SourceLines } from './source-lines.ts';
import { isLiteral, literalConstant, tokenName } from './tokens.ts';

/** Encodes the instructions of one scope; one with assembly errors keeps its names and loses its instructions. */
export function assembleFunction(
  module: Module,
  scopeIndex: number,
  sourceLines: SourceLines | null,
  indexOf: (module: Module, scope: number) => FunctionIndex,
): FunctionCode {
  return new FunctionAssembler(module, scopeIndex, indexOf).assemble(sourceLines);
}

class FunctionAssembler {
  private readonly module: Module;
  private readonly scopeIndex: number;
  private readonly indexOf: (module: Module, scope: number) => FunctionIndex;
  private readonly constants = new Interned(constantKey);
  private readonly variables = new Interned(
    (variable: Variable) => `${variable.scope} ${variable.slot} ${variable.name}`,
  );
  private readonly sites = new Interned(
    (site: Site) => `${calleeKey(site.callee)} ${site.count} ${site.names.join(' ')}`,
  );
  /** Where each variable of this function lives: symbol to local slot, and symbol to cell number. */
  private readonly slots = new Map<number, number>();
  private readonly cellNumbers = new Map<number, number>();

  constructor(module: Module, scopeIndex: number, indexOf: (module: Module, scope: number) => FunctionIndex) {
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
    const count = countToken < end ? Number(intLiteralValue(tokenText(tree, countToken))) : 0;
    const names: string[] = [];
    for (let token = countToken + 1; token < end; token++) names.push(tokenName(tree, token));
    return { callee: instruction.operands[0].kind === 'function' ? this.calleeAt(head + 1) : null, count, names };
  }

  private calleeAt(token: number): Callee {
    const { symbols, tokenSymbols } = this.module;
    const { kind, name, origin, ownScope } = symbols[tokenSymbols[token]];
    if (kind !== 'function') return { kind: 'built-in', name };
    const module = origin?.module ?? this.module;
    const scope = origin === undefined ? ownScope : module.symbols[origin.symbol].ownScope;
    const cells = module.scopes[scope].captures.map(symbol => this.cellNumbers.get(symbol) ?? -1);
    return { kind: 'function', index: this.indexOf(module, scope), cells };
  }
}

function calleeKey(callee: Callee | null): string {
  if (callee === null) return '-';
  return callee.kind === 'function' ? `f${callee.index}` : `b${callee.name}`;
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
