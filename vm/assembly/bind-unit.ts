import { MAXIMUM_NESTING, qualifiedName, type Constant, type FrameLayout } from '../bytecode/index.ts';
import { isAssemblyError } from '../diagnostics/index.ts';
import type { SyntaxTree } from '../syntax/index.ts';
import { Binding, type OpenScope, type UnitDiagnostic, type UnitIdentity, type UnitSymbol } from './binding.ts';
import { findFrames } from './captures.ts';
import { declare } from './declare.ts';
import type { Environment } from './environment.ts';
import type { Scope } from './module.ts';
import { findFaultyLines, type FaultyLines } from './faulty-lines.ts';
import { isOwn } from './own-symbols.ts';
import { resolveOperands } from './resolve.ts';
import { reportUnusedInside, type UnitDefinitions, type UnitUses } from './unused.ts';
import { declareVariables } from './variables.ts';

/**
 * A unit, bound: an outermost function or class, or main. Every name in it is resolved, built for broken text as for good. It
 * depends on its own text and on what it has asked of its environment, and on nothing else; its places count from its own start.
 */
export interface BoundUnit {
  readonly unit: UnitIdentity;
  readonly file: string;
  readonly tree: SyntaxTree;
  /** Main first, even where none of its statements are here; scope i is block i of the tree. */
  readonly scopes: readonly UnitScope[];
  readonly symbols: readonly UnitSymbol[];
  /** How many of them are its own: neither global variables nor defined elsewhere. */
  readonly ownSymbolCount: number;
  /** How many functions are among its scopes. */
  readonly functionCount: number;
  /** The functions and classes of the top level that are defined here, and the constants: indices in `symbols`. */
  readonly topLevel: readonly number[];
  readonly constants: readonly number[];
  readonly constantValues: ReadonlyMap<number, Constant>;
  readonly tokenSymbols: Int32Array;
  readonly tokenRoles: Uint8Array;
  readonly statementScopes: Int32Array;
  /** All but those about names that other units may use. */
  readonly diagnostics: readonly UnitDiagnostic[];
  readonly errorCount: number;
  readonly uses: UnitUses;
  readonly definitions: UnitDefinitions;
  readonly faultyLines: FaultyLines;
  /** The first token of each error that the binder has found. */
  readonly faultyTokens: ReadonlySet<number>;
  /** How many cells its calls hand over. */
  readonly handedOver: number;
}

/** A scope of a unit, with where its variables live at run time. */
export interface UnitScope extends Scope {
  readonly hasFaultyHeader: boolean;
  /** The names that instructions in it store or delete. */
  readonly stored: ReadonlySet<string>;
  readonly frame: FrameLayout;
}

/** The first pass: what a unit defines. Depends on its own text only. */
export function outlineUnit(file: string, tree: SyntaxTree, unit: UnitIdentity, environment: Environment): Binding {
  const binding = new Binding(file, tree, unit, environment);
  declare(binding);
  return binding;
}

/** The other passes; linear in the length of the unit. */
export function bindUnit(binding: Binding): BoundUnit {
  binding.faultyLines = findFaultyLines(binding.tree);
  declareVariables(binding);
  resolveOperands(binding);
  const { uses, definitions } = reportUnusedInside(binding);
  const { layouts, handedOver } = findFrames(binding);
  const names = qualifiedNames(binding.scopes);
  const { unit, file, tree, symbols, topLevel, constants, constantValues } = binding;
  const { tokenSymbols, tokenRoles, statementScopes, diagnostics, faultyTokens } = binding;
  return {
    unit,
    file,
    tree,
    symbols,
    topLevel,
    constants,
    constantValues,
    tokenSymbols,
    tokenRoles,
    statementScopes,
    diagnostics,
    faultyTokens,
    uses,
    definitions,
    handedOver,
    ownSymbolCount: countWhere(symbols, isOwn),
    functionCount: countWhere(binding.scopes, isFunction),
    scopes: binding.scopes.map((scope, index) => finishScope(scope, names[index], layouts[index])),
    errorCount: countWhere(diagnostics, isError),
    faultyLines: binding.faultyLines,
  };
}

/** There are many units, and most tables are empty: one stands for all of these. */
function keptMap<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return map.size === 0 ? (EMPTY_MAP as ReadonlyMap<K, V>) : map;
}

const NO_NAMES: readonly string[] = [];
const NO_INSTRUCTIONS = new Int32Array(0);
const EMPTY_MAP: ReadonlyMap<unknown, unknown> = new Map();

function countWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let count = 0;
  for (let index = 0; index < items.length; index++) if (holds(items[index])) count++;
  return count;
}

const isFunction = ({ kind }: OpenScope): boolean => kind === 'function';
const isError = ({ kind }: UnitDiagnostic): boolean => isAssemblyError(kind);

function finishScope(scope: OpenScope, name: string, frame: FrameLayout): UnitScope {
  const { kind, parent, symbol, labels, callables, variables, nonlocals, parameters, shownName, depth } = scope;
  return {
    kind,
    name: scope.name,
    parent,
    symbol,
    labels: keptMap(labels),
    callables: keptMap(callables),
    variables: keptMap(variables),
    parameters,
    shownName,
    depth,
    frame,
    qualifiedName: name,
    nonlocals: nonlocals.size === 0 ? NO_NAMES : [...nonlocals.keys()],
    isBroken: scope.isBroken,
    hasFaultyHeader: scope.hasFaultyHeader,
    stored: scope.stored,
    instructions: packed(scope.instructions),
  };
}

/** As the constructor does it, which takes a microsecond to find out how an array is to be walked through. */
function packed(numbers: readonly number[]): Int32Array {
  if (numbers.length === 0) return NO_INSTRUCTIONS;
  const array = new Int32Array(numbers.length);
  for (let index = 0; index < numbers.length; index++) array[index] = numbers[index];
  return array;
}

/** The qualified name of each scope. Those nested too deeply, which is an error, get short ones. */
function qualifiedNames(scopes: readonly OpenScope[]): string[] {
  const names: string[] = [];
  for (const { parent, shownName, depth } of scopes) {
    const isShort = parent < 0 || depth > MAXIMUM_NESTING;
    names.push(isShort ? shownName : qualifiedName(scopes[parent].kind, names[parent], shownName));
  }
  return names;
}
