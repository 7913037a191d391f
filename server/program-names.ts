import {
  Role,
  statementOfToken,
  tokenName,
  type Analysis,
  type Module,
  type NameSymbol,
  type Position,
} from '../vm/index.ts';
import { operandOfToken, wordAt } from './cursor.ts';
import { tokensSaying } from './name-index.ts';

/**
 * A name as the whole program knows it: a symbol in the file that defines it, so that a function means the same in its own
 * file and in those that import it, and a global variable the same in all files of a program.
 */
export interface ProgramName {
  readonly module: Module;
  readonly symbol: number;
  /** As of its symbol; but a name that is called and is no function of the program is a built-in, whatever is stored in it. */
  readonly kind: NameSymbol['kind'];
  readonly name: string;
}

/** All programs that may share a name with a file; called only where that matters, for they may have to be read first. */
export type Programs = () => readonly Analysis[];

/** A token of some file that says a name, and how. */
export interface Occurrence {
  readonly module: Module;
  readonly token: number;
  readonly role: Role;
}

/** The name that a place is in or touches, and the token that says it there. */
export function nameAt(module: Module, place: Position): { name: ProgramName; token: number } | undefined {
  const token = wordAt(module.tree, place);
  const name = token < 0 ? undefined : nameOfToken(module, token);
  return name && { name, token };
}

/** What a token names; `undefined` when it names nothing that is known. */
export function nameOfToken(module: Module, token: number): ProgramName | undefined {
  // Behind the last token of a file there is none: an instruction there may miss its operand.
  const symbol = module.tokenSymbols[token] ?? -1;
  if (symbol < 0) return parameterOfArgumentName(module, token);
  const isCalled = module.tokenRoles[token] === Role.Call;
  return programName(module, symbol, isCalled);
}

/** The name that a symbol of a module is, in its home. */
export function programName(module: Module, symbol: number, isCalled = false): ProgramName {
  const { kind, name, origin } = module.symbols[symbol];
  if (origin !== undefined) return programName(origin.module, origin.symbol);
  return { module, symbol, kind: isCalled && kind === 'global' ? 'built-in' : kind, name };
}

function isSameName(a: ProgramName, b: ProgramName): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'global' || a.kind === 'built-in') return a.name === b.name;
  return a.module.file === b.module.file && a.symbol === b.symbol;
}

/** Where a name is said in the files of some programs, file by file, each in text order; its definition included. */
export function occurrencesOf(name: ProgramName, programs: Programs): Occurrence[] {
  return modulesSharing(name, programs).flatMap(module => occurrencesIn(module, name));
}

/** Where a name is said in one file. */
export function occurrencesIn(module: Module, name: ProgramName): Occurrence[] {
  const symbol = symbolIn(module, name);
  const found: Occurrence[] = [];
  if (symbol >= 0) {
    const isBuiltIn = name.kind === 'built-in';
    const isVariable = isBuiltIn || name.kind === 'global';
    const isStored = isVariable && module.symbols[symbol].kind === 'global';
    const { from, to } = tokensOfHome(module, name, symbol);
    for (const token of tokensSaying(module.tree, name.name, from, to)) {
      if (module.tokenSymbols[token] !== symbol) continue;
      const role = module.tokenRoles[token] as Role;
      // A call never means the variable: `CALL_FUNC list 1` calls the built-in even where a global `list` is stored.
      if (isStored && (role === Role.Call) !== isBuiltIn) continue;
      found.push({ module, token, role });
    }
  }
  if (name.kind !== 'parameter') return found;
  return [...found, ...argumentNames(module, name)].toSorted((a, b) => a.token - b.token);
}

/** The tokens among which a name can be said: for what belongs to a function those of the function, else all of the file. */
function tokensOfHome({ tree, symbols }: Module, { kind }: ProgramName, symbol: number): { from: number; to: number } {
  const all = { from: 0, to: tree.tokenCount };
  if (kind !== 'label' && kind !== 'local' && kind !== 'parameter') return all;
  const { open, close } = tree.blocks[symbols[symbol].scope];
  if (open < 0) return all;
  return {
    from: tree.statementHeads[open],
    to: close < tree.statementCount ? tree.statementEnds[close] : tree.tokenCount,
  };
}

/** The token that defines a name, looked for in the other files of the program where its own has none. */
export function definitionOf(name: ProgramName, analysis: Analysis): Occurrence | undefined {
  if (name.kind === 'built-in') return undefined;
  for (const module of [name.module, ...analysis.modules]) {
    const symbol = symbolIn(module, name);
    const token = symbol < 0 ? -1 : module.symbols[symbol].definition;
    if (token >= 0) return { module, token, role: module.tokenRoles[token] as Role };
  }
  return undefined;
}

/** The files that may say a name: all of the programs, or for a global those of programs that share it. */
export function modulesSharing(name: ProgramName, programs: Programs): Module[] {
  if (isOfOneFile(name)) return [name.module];
  const modules = new Map([[name.module.file, name.module]]);
  if (name.kind !== 'global') {
    for (const module of programs().flatMap(program => program.modules)) {
      if (!modules.has(module.file)) modules.set(module.file, module);
    }
    return [...modules.values()];
  }
  const left = new Set(programs());
  for (let hasGrown = true; hasGrown;) {
    hasGrown = false;
    for (const program of left) {
      if (!program.modules.some(module => modules.has(module.file))) continue;
      left.delete(program);
      for (const module of program.modules) {
        if (modules.has(module.file) || symbolIn(module, name) < 0) continue;
        modules.set(module.file, module);
        hasGrown = true;
      }
    }
  }
  return [...modules.values()];
}

/** Whether other files cannot say a name. */
export function isOfOneFile({ kind }: ProgramName): boolean {
  return kind === 'label' || kind === 'local';
}

/** The symbol that a name has in a file; -1 when the file does not know it. */
function symbolIn(module: Module, name: ProgramName): number {
  if (name.kind === 'global' || name.kind === 'built-in') return module.scopes[0].variables.get(name.name) ?? -1;
  if (module.file === name.module.file) return name.symbol;
  if (name.kind !== 'function' && name.kind !== 'class' && name.kind !== 'constant') return -1;
  const table = name.kind === 'constant' ? module.constants : module.scopes[0].callables;
  const symbol = table.get(name.name);
  const origin = symbol === undefined ? undefined : module.symbols[symbol].origin;
  const isMeant = origin !== undefined && isSameName(programName(origin.module, origin.symbol), name);
  return isMeant ? (symbol as number) : -1;
}

/** The parameter that an argument name of a call means, where the function that is called is known. */
function parameterOfArgumentName(module: Module, token: number): ProgramName | undefined {
  const operand = operandOfToken(module, token);
  if (operand?.kind !== 'argument-name' || operand.place.instruction.operands[0].kind !== 'function') return undefined;
  const callee = nameOfToken(module, module.tree.statementHeads[operand.place.statement] + 1);
  return callee && parameterOf(callee, tokenName(module.tree, token));
}

/** The parameter of a function that a call may pass by its name. */
function parameterOf(callee: ProgramName, name: string): ProgramName | undefined {
  const scope = callee.module.scopes[callee.module.symbols[callee.symbol].ownScope];
  const isPassable = scope?.parameters.some(
    each => each.name === name && (each.kind === 'plain' || each.kind === 'keyword-only'),
  );
  const symbol = isPassable === true ? scope.variables.get(name) : undefined;
  return symbol === undefined ? undefined : { module: callee.module, symbol, kind: 'parameter', name };
}

/** The argument names of calls in a file that mean a parameter. */
function argumentNames(module: Module, parameter: ProgramName): Occurrence[] {
  const owner = parameter.module.scopes[parameter.module.symbols[parameter.symbol].scope];
  if (owner.symbol < 0) return [];
  const callee = symbolIn(module, programName(parameter.module, owner.symbol));
  if (callee < 0) return [];
  const found: Occurrence[] = [];
  for (const token of tokensSaying(module.tree, module.symbols[callee].name)) {
    if (module.tokenSymbols[token] !== callee || module.tokenRoles[token] !== Role.Call) continue;
    const end = module.tree.statementEnds[statementOfToken(module.tree, token)];
    for (let argument = token + 1; argument < end; argument++) {
      const meant = module.tokenSymbols[argument] < 0 ? parameterOfArgumentName(module, argument) : undefined;
      if (meant !== undefined && isSameName(meant, parameter)) found.push({ module, token: argument, role: Role.Read });
    }
  }
  return found;
}
