import type { Diagnostic } from '../diagnostics/index.ts';
import type { Constant } from '../bytecode/index.ts';
import type { SyntaxTree } from '../syntax/index.ts';

/**
 * One file, bound: every name in it is resolved to a symbol. Built for broken text as for good: what could not be resolved has
 * a diagnostic and no symbol.
 */
export interface Module {
  /** The path as the program was given it; imports are resolved against it. */
  readonly file: string;
  readonly tree: SyntaxTree;
  /** Main first, then functions and classes in text order: scope i is block i of the tree. */
  readonly scopes: readonly Scope[];
  readonly symbols: readonly NameSymbol[];
  /** The constants of the file and of its imports, by name: indices in `symbols`; and the value of each that has one. */
  readonly constants: ReadonlyMap<string, number>;
  readonly constantValues: ReadonlyMap<number, Constant>;
  /** For each token the index in `symbols` of what it names, or -1. */
  readonly tokenSymbols: Int32Array;
  /** For each token how it names it: a `Role`, or 0. */
  readonly tokenRoles: Uint8Array;
  /** The scope that each statement stands in; for `.func` and `.class` the one around them. */
  readonly statementScopes: Int32Array;
  /** The names of the global variables that this file reads, or that files which it imports do. */
  readonly globalsRead: ReadonlySet<string>;
  /** In text order. */
  readonly imports: readonly Import[];
  /** Assembly errors of this file and unused names, in text order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Main, a function or a class. */
export interface Scope {
  readonly kind: 'main' | 'function' | 'class';
  /** `<main>`, or the name behind `.func` or `.class` (empty where it is missing). */
  readonly name: string;
  /** Index in `scopes`; -1 for main. */
  readonly parent: number;
  /** The symbol of the function or class itself; -1 for main or where the name is missing. */
  readonly symbol: number;
  /** Names of this scope to indices in `symbols`. */
  readonly labels: ReadonlyMap<string, number>;
  readonly callables: ReadonlyMap<string, number>;
  /** Locals of a function; in main the global variables of the whole file. */
  readonly variables: ReadonlyMap<string, number>;
  /** What `__name__` and tracebacks show (`.name`, else `name`), and the qualified form that messages show. */
  readonly shownName: string;
  readonly qualifiedName: string;
  /** How many scopes it stands in. */
  readonly depth: number;
  /** The variables of enclosing functions that its `.nonlocal` names. */
  readonly nonlocals: readonly string[];
  /** The statement of each instruction: instruction i of the function is statement `instructions[i]`. */
  readonly instructions: Int32Array;
  /** Parameters, for signatures. */
  readonly parameters: readonly ScopeParameter[];
  /** Whether an assembly error in it keeps this scope from being assembled. */
  readonly isBroken: boolean;
}

export interface ScopeParameter {
  readonly name: string;
  readonly kind: 'plain' | 'rest' | 'keyword-only' | 'named';
  /** The default as it is written, or `undefined`. */
  readonly defaultText?: string;
  readonly token: number;
  /** The token of the default, or -1. */
  readonly defaultToken: number;
}

export type SymbolKind = 'label' | 'function' | 'class' | 'constant' | 'parameter' | 'local' | 'global' | 'built-in';

export interface NameSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** The scope that it belongs to. For a function or class: the one that it stands in. */
  readonly scope: number;
  /** The token that defines it, in this module's tree: the first store for a variable; -1 where nothing here does. */
  readonly definition: number;
  /** For a function or class defined here: its own scope. Else -1. */
  readonly ownScope: number;
  /** Label: the index of the instruction that it stands before. Else -1. */
  readonly instruction: number;
  /** Constant: its value as it is written. */
  readonly valueText?: string;
  /** What an imported function, class or constant is in its own file. */
  readonly origin?: { readonly module: Module; readonly symbol: number };
  /** Whether functions inside the owner capture it. */
  readonly isCaptured: boolean;
}

/** How a token names a symbol. */
export const Role = {
  Definition: 1,
  Read: 2,
  Write: 3,
  Delete: 4,
  /** The target of a jump. */
  Jump: 5,
  /** The callee of a call, or what `MAKE_FUNC` makes a value of. */
  Call: 6,
  /** Named by `.global` or `.nonlocal`. */
  Declaration: 7,
} as const;
export type Role = (typeof Role)[keyof typeof Role];

export interface Import {
  /** As it is written between the quotes. */
  readonly path: string;
  /** The resolved path; what `SourceProvider.resolve` gave. */
  readonly file: string;
  /** The token of the path. */
  readonly token: number;
  /** `null` when it cannot be read or is cyclic; a `bad-import` tells why. */
  readonly module: Module | null;
}

/** The tokens of a file that name a symbol, in text order; includes its definition. */
export function tokensNaming(module: Module, symbol: number): number[] {
  const tokens: number[] = [];
  for (let token = 0; token < module.tree.tokenCount; token++) {
    if (module.tokenSymbols[token] === symbol) tokens.push(token);
  }
  return tokens;
}
