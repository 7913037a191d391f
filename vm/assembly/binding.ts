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
import { lineSpan, type Span } from '../source/index.ts';
import { spanOfToken, spanOfTokens, type SyntaxTree } from '../syntax/index.ts';
import type { Environment, FilePlace, Outside, TopLevelCallable, TopLevelConstant } from './environment.ts';
import type { FaultyLines } from './faulty-lines.ts';
import { Role, type NameSymbol, type ScopeParameter, type SymbolKind } from './module.ts';

/** A unit while it is being bound: what the passes of the binder share and fill in. Places count from the start of the unit. */
export class Binding {
  readonly file: string;
  readonly tree: SyntaxTree;
  readonly scopes: OpenScope[] = [];
  readonly symbols: OpenSymbol[] = [];
  /** The symbols of functions and classes of the top level that are defined here, and of constants; in text order. */
  readonly topLevel: number[] = [];
  readonly constants: number[] = [];
  constantValues: ReadonlyMap<number, Constant> = NO_VALUES;
  readonly tokenSymbols: Int32Array;
  readonly tokenRoles: Uint8Array;
  /** The scope of each statement; that of `.func`, `.class` is the one that they stand in. */
  readonly statementScopes: Int32Array;
  readonly diagnostics: UnitDiagnostic[];
  /** The first token of each error of the binder. */
  faultyTokens: ReadonlySet<number> = NO_TOKENS;
  readonly suggestions = new Suggestions();
  faultyLines!: FaultyLines;
  /** See `isLabelWithoutColon`. */
  unknownWords: ReadonlyMap<string, number> | undefined;
  /** The unit that is bound, as others know it. */
  readonly unit: UnitIdentity;
  private readonly environment: Environment;
  /** Symbols of what is defined elsewhere, by kind and name. */
  private outside: Map<string, number> | undefined;

  /** The first pass needs no environment. */
  constructor(file: string, tree: SyntaxTree, unit: UnitIdentity, environment: Environment) {
    this.file = file;
    this.unit = unit;
    this.environment = environment;
    this.tree = tree;
    const { tokenCount, statementCount } = tree;
    // Parts of one buffer: there are many units, and most are small.
    const buffer = new ArrayBuffer(BYTES_OF_NUMBER * (tokenCount + statementCount) + tokenCount);
    this.tokenSymbols = new Int32Array(buffer, 0, tokenCount).fill(-1);
    this.statementScopes = new Int32Array(buffer, BYTES_OF_NUMBER * tokenCount, statementCount);
    this.tokenRoles = new Uint8Array(buffer, BYTES_OF_NUMBER * (tokenCount + statementCount), tokenCount);
    this.diagnostics = [...tree.diagnostics];
  }

  addSymbol(kind: SymbolKind, name: string, scope: number, definition: number): number {
    const symbol: OpenSymbol = {
      kind,
      name,
      scope,
      definition,
      ownScope: -1,
      instruction: -1,
      isCaptured: false,
      valueText: undefined,
      outside: undefined,
    };
    return this.symbols.push(symbol) - 1;
  }

  /** The function or class that a name means at the top level. */
  topLevelCallable(name: string): number | undefined {
    const found = this.environment.callable(name);
    return found && this.symbolOf(found);
  }

  /** The constant of a name, if it is not only defined behind a token. */
  constantNamed(name: string, token: number): { readonly symbol: number; readonly isLater: boolean } | undefined {
    const found = this.environment.constant(name, token);
    if (found === undefined) return undefined;
    const symbol = this.symbolOf(found);
    return { symbol, isLater: found.unit === this.unit ? this.symbols[symbol].definition > token : found.isLater };
  }

  /** The names that an operand may mean outside of this unit, for suggestions. */
  topLevelNames(kind: 'callable' | 'constant'): Iterable<string> {
    return kind === 'callable' ? this.environment.callableNames() : this.environment.constantNames();
  }

  /** The symbol of something of the top level, made on its first mention where another unit defines it. */
  private symbolOf(found: TopLevelCallable | TopLevelConstant): number {
    if (found.unit === this.unit) return found.symbol;
    const key = `${found.kind === 'constant' ? 'constant' : 'callable'} ${found.name}`;
    let symbol = this.outside?.get(key);
    if (symbol === undefined) {
      symbol = this.addSymbol(found.kind, found.name, 0, -1);
      this.symbols[symbol].outside = withoutOrigin(found);
      if (found.kind === 'constant') {
        this.symbols[symbol].valueText = found.valueText;
        if (found.value !== undefined) this.setConstant(symbol, found.value);
      }
      (this.outside ??= new Map()).set(key, symbol);
    }
    return symbol;
  }

  setConstant(symbol: number, value: Constant): void {
    if (this.constantValues === NO_VALUES) this.constantValues = new Map();
    (this.constantValues as Map<number, Constant>).set(symbol, value);
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
      putName(this.scopes[0], 'variables', name, symbol);
    }
    return symbol;
  }

  /** Reports an assembly error on tokens; it keeps `scope` from being assembled. */
  error<K extends DiagnosticKind>(
    kind: K,
    scope: number,
    first: number,
    parameters: MessageParameters<K>,
    more: { last?: number; related?: readonly UnitRelated[]; fixes?: readonly Fix[]; suggest?: Suggest } = {},
  ): void {
    this.scopes[scope].isBroken = true;
    if (this.faultyTokens === NO_TOKENS) this.faultyTokens = new Set();
    (this.faultyTokens as Set<number>).add(first);
    const span = spanOfTokens(this.tree, first, more.last ?? first);
    const found = diagnose(kind, span, parameters, more);
    this.diagnostics.push(more.suggest === undefined ? found : { ...found, suggest: more.suggest });
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

  /** The place where a symbol is defined, in this unit or elsewhere, to be shown beside a diagnostic. */
  definitionOf(symbol: number): UnitRelated[] {
    const { definition, name, outside } = this.symbols[symbol];
    const message = `\`${name}\` is defined here`;
    if (outside !== undefined) return [{ file: this.file, span: NOWHERE, message, elsewhere: outside.place }];
    return definition < 0 ? [] : [{ file: this.file, span: this.spanOf(definition), message }];
  }
}

/** What a unit is to its binder. */
export interface UnitIdentity {
  readonly isMain: boolean;
}

/** A diagnostic of a unit: its lines count from the start of the unit. */
export interface UnitDiagnostic extends Diagnostic {
  readonly related: readonly UnitRelated[];
  /** Where a similar name of the whole file is to be offered: those that may be meant, and the diagnostic that offers one. */
  readonly suggest?: Suggest;
  /** Whether it holds only where no mistake may be a store of any variable. */
  readonly needsKnownStores?: boolean;
}

export interface Suggest {
  readonly word: string;
  readonly candidates: () => Iterable<string>;
  readonly withSuggestion: (suggestion: string) => Diagnostic;
}

/** A place in the unit; or in `file`, wherever that may have moved since. */
export interface UnitRelated extends RelatedLocation {
  readonly elsewhere?: () => FilePlace;
}

/** A symbol may outlive the unit that it was found in. */
function withoutOrigin(found: TopLevelCallable | TopLevelConstant): Outside {
  if (found.kind === 'constant') {
    const { kind, name, valueText, value, isLater, place } = found;
    return { kind, name, valueText, value, isLater, place };
  }
  const { kind, name, id, shownName, parameters, hasFaultyHeader, place } = found;
  return { kind, name, id, shownName, parameters, hasFaultyHeader, place };
}

const BYTES_OF_NUMBER = 4;

const NOWHERE: Span = lineSpan(0, 0, 0);

/** Tables are made with their first entry: there are many units, and most of their tables stay empty. */
const NO_VALUES: ReadonlyMap<number, Constant> = new Map();
const NO_TOKENS: ReadonlySet<number> = new Set();

export interface OpenScope {
  readonly kind: 'main' | 'function' | 'class';
  readonly name: string;
  readonly parent: number;
  readonly symbol: number;
  labels: NameTable;
  callables: NameTable;
  variables: NameTable;
  /** Statement indices. */
  readonly instructions: number[];
  readonly parameters: readonly ScopeParameter[];
  /** Names that `.global` and `.nonlocal` declare, with the token that does; and names that are stored or deleted. */
  globals: NameTable;
  nonlocals: NameTable;
  stored: ReadonlySet<string>;
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

/** Changed by `putName` alone. */
type NameTable = ReadonlyMap<string, number>;

/** Tables are made with their first entry: there are many scopes, and most of their tables stay empty. */
export function putName(
  scope: OpenScope,
  table: 'labels' | 'callables' | 'variables' | 'globals' | 'nonlocals',
  name: string,
  value: number,
): void {
  if (scope[table] === NO_NAMES) scope[table] = new Map();
  (scope[table] as Map<string, number>).set(name, value);
}

export function putStored(scope: OpenScope, name: string): void {
  if (scope.stored === NOTHING_STORED) scope.stored = new Set();
  (scope.stored as Set<string>).add(name);
}

export const NO_NAMES: NameTable = new Map();
export const NOTHING_STORED: ReadonlySet<string> = new Set();

/** A symbol of a unit. One that another unit or file defines says what it is there. */
export type UnitSymbol = Omit<NameSymbol, 'origin'> & { readonly outside?: Outside };

export type OpenSymbol = { -readonly [K in keyof UnitSymbol]: UnitSymbol[K] };
