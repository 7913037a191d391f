import {
  Suggestions,
  diagnose,
  type Diagnostic,
  type DiagnosticKind,
  type Fix,
  type MessageParameters,
  type RelatedLocation,
} from '../diagnostics/index.ts';
import { BUILT_IN_NAMES } from '../isa/index.ts';
import type { Constant } from '../bytecode/index.ts';
import type { Span } from '../source/index.ts';
import { spanOfToken, spanOfTokens, type SyntaxTree } from '../syntax/index.ts';
import { Role, type Import, type NameSymbol, type ScopeParameter, type SymbolKind } from './module.ts';

/** A module while it is being bound: what the passes of the binder share and fill in. */
export class Binding {
  readonly file: string;
  readonly tree: SyntaxTree;
  readonly imports: readonly Import[];
  readonly scopes: OpenScope[] = [];
  readonly symbols: OpenSymbol[] = [];
  readonly constants = new Map<string, number>();
  readonly constantValues = new Map<number, Constant>();
  readonly tokenSymbols: Int32Array;
  readonly tokenRoles: Uint8Array;
  /** The scope of each statement; that of `.func`, `.class` is the one that they stand in. */
  readonly statementScopes: Int32Array;
  readonly diagnostics: Diagnostic[];
  readonly suggestions = new Suggestions();

  constructor(file: string, tree: SyntaxTree, imports: readonly Import[]) {
    this.file = file;
    this.tree = tree;
    this.imports = imports;
    this.tokenSymbols = new Int32Array(tree.tokenCount).fill(-1);
    this.tokenRoles = new Uint8Array(tree.tokenCount);
    this.statementScopes = new Int32Array(tree.statementCount);
    this.diagnostics = [...tree.diagnostics];
  }

  addSymbol(kind: SymbolKind, name: string, scope: number, definition: number): number {
    this.symbols.push({ kind, name, scope, definition, ownScope: -1, instruction: -1, isCaptured: false });
    return this.symbols.length - 1;
  }

  /** Says that a token names a symbol; the first token that gives it a value defines it. */
  name(token: number, symbol: number, role: Role): void {
    this.tokenSymbols[token] = symbol;
    this.tokenRoles[token] = role;
    if (role === Role.Write && this.symbols[symbol].definition < 0) this.symbols[symbol].definition = token;
  }

  /** The global variable of a name, made on its first mention. */
  global(name: string): number {
    const { variables } = this.scopes[0];
    let symbol = variables.get(name);
    if (symbol === undefined) {
      symbol = this.addSymbol(BUILT_IN_NAMES.has(name) ? 'built-in' : 'global', name, 0, -1);
      variables.set(name, symbol);
    }
    return symbol;
  }

  /** Reports an assembly error on tokens; it keeps `scope` from being assembled. */
  error<K extends DiagnosticKind>(
    kind: K,
    scope: number,
    first: number,
    parameters: MessageParameters<K>,
    more: { last?: number; related?: readonly RelatedLocation[]; fixes?: readonly Fix[] } = {},
  ): void {
    this.scopes[scope].isBroken = true;
    const span = spanOfTokens(this.tree, first, more.last ?? first);
    this.diagnostics.push(diagnose(kind, span, parameters, more));
  }

  /** Reports a finding; it keeps nothing from running. */
  finding<K extends DiagnosticKind>(kind: K, token: number, parameters: MessageParameters<K>): void {
    this.diagnostics.push(diagnose(kind, this.spanOf(token), parameters));
  }

  spanOf(token: number): Span {
    return spanOfToken(this.tree, token);
  }

  /** A scope in the words of a message. */
  where(scope: number): string {
    return scope === 0 ? 'main' : `${this.scopes[scope].kind} \`${this.scopes[scope].name}\``;
  }

  /** The place where a symbol is defined, in this file or in an imported one, to be shown beside a diagnostic. */
  definitionOf(symbol: number): RelatedLocation[] {
    const { definition, name, origin } = this.symbols[symbol];
    const message = `\`${name}\` is defined here`;
    if (origin !== undefined) {
      const { file, tree, symbols } = origin.module;
      return [{ file, span: spanOfToken(tree, symbols[origin.symbol].definition), message }];
    }
    return definition < 0 ? [] : [{ file: this.file, span: this.spanOf(definition), message }];
  }
}

export interface OpenScope {
  readonly kind: 'main' | 'function' | 'class';
  readonly name: string;
  readonly parent: number;
  readonly symbol: number;
  readonly labels: Map<string, number>;
  readonly callables: Map<string, number>;
  readonly variables: Map<string, number>;
  /** Statement indices. */
  readonly instructions: number[];
  readonly parameters: readonly ScopeParameter[];
  /** Names that `.global` and `.nonlocal` declare, with the token that does; and names that are stored or deleted. */
  readonly globals: Map<string, number>;
  readonly nonlocals: Map<string, number>;
  readonly stored: Set<string>;
  /** Whether there is a `LOAD_SUPER` in it. */
  usesSuper: boolean;
  /** How many scopes it stands in. */
  depth: number;
  /** What `.name` says, else `name`. */
  shownName: string;
  isBroken: boolean;
  /** Whether the `.func` line itself is wrong, so that calls cannot be checked against it. */
  hasFaultyHeader: boolean;
}

export type OpenSymbol = { -readonly [K in keyof NameSymbol]: NameSymbol[K] };
