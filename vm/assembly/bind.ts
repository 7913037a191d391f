import type { SyntaxTree } from '../syntax/index.ts';
import { comparePositions } from '../source/index.ts';
import { Binding, type OpenScope } from './binding.ts';
import { MAXIMUM_NESTING, qualifiedName, type FrameLayout } from '../bytecode/index.ts';
import { findFrames } from './captures.ts';
import { declare } from './declare.ts';
import type { Import, Module, Scope } from './module.ts';
import { resolveOperands } from './resolve.ts';
import { reportUnusedNames } from './unused.ts';
import { declareVariables } from './variables.ts';
import type { Diagnostic } from '../diagnostics/index.ts';

/**
 * Binds one file whose imports are bound already: every name in it gets its symbol, or a diagnostic. Linear in the length
 * of the file. `importDiagnostics` are those of the import lines, found while the imports were loaded.
 */
export function bind(
  file: string,
  tree: SyntaxTree,
  imports: readonly Import[],
  importDiagnostics: readonly Diagnostic[],
): Module {
  const binding = new Binding(file, tree, imports);
  binding.diagnostics.push(...importDiagnostics);
  declare(binding);
  declareVariables(binding);
  resolveOperands(binding);
  for (const symbol of binding.symbols) {
    if (symbol.kind === 'built-in' && symbol.definition >= 0) symbol.kind = 'global';
  }
  const globalsRead = reportUnusedNames(binding);
  const frames = findFrames(binding);
  const names = qualifiedNames(binding.scopes);
  return {
    file,
    tree,
    imports,
    scopes: binding.scopes.map((scope, index) => finishScope(scope, names[index], frames[index])),
    symbols: binding.symbols,
    constants: binding.constants,
    constantValues: binding.constantValues,
    tokenSymbols: binding.tokenSymbols,
    tokenRoles: binding.tokenRoles,
    statementScopes: binding.statementScopes,
    globalsRead,
    diagnostics: binding.diagnostics.toSorted((a, b) => comparePositions(a.span.start, b.span.start)),
  };
}

function finishScope(scope: OpenScope, qualifiedName: string, frame: FrameLayout): Scope {
  const {
    kind,
    name,
    parent,
    symbol,
    labels,
    callables,
    variables,
    nonlocals,
    parameters,
    shownName,
    depth,
    isBroken,
  } = scope;
  const instructions = Int32Array.from(scope.instructions);
  return {
    kind,
    name,
    parent,
    symbol,
    labels,
    callables,
    variables,
    parameters,
    shownName,
    qualifiedName,
    depth,
    nonlocals: [...nonlocals.keys()],
    frame,
    isBroken,
    instructions,
  };
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
