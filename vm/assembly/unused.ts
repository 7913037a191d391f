import { isAssemblyError } from '../diagnostics/index.ts';
import { printable, tokenAt } from '../syntax/index.ts';
import type { Binding } from './binding.ts';
import { Role, type Module } from './module.ts';

/**
 * Names that are defined and never used: labels without a jump, functions that nothing but themselves names, local variables
 * that are never read, constants, and imports of which nothing is named. Names that begin with `_` are meant to be unused,
 * and names that are defined once more are a mistake of another kind.
 * In a file whose main is empty, which others import, functions, constants and global variables may be used elsewhere.
 * Answers the names of the global variables that are read, in this file or in one that it imports.
 */
export function reportUnusedNames(binding: Binding): ReadonlySet<string> {
  const isLibrary = binding.scopes[0].instructions.length === 0;
  const used = findUsed(binding);
  const globalsRead = findGlobalsRead(binding, used);
  const duplicates = findDuplicates(binding);
  for (const [index, { kind, name, definition, scope }] of binding.symbols.entries()) {
    if (used[index] === 1 || definition < 0 || duplicates.has(definition) || name.startsWith('_')) continue;
    const isMethod = binding.scopes[scope].kind === 'class';
    if (kind === 'label') binding.finding('unused-label', definition, { name });
    else if (kind === 'local') binding.finding('unused-variable', definition, { name });
    else if (isLibrary || isMethod) continue;
    else if (kind === 'global' && !globalsRead.has(name)) binding.finding('unused-variable', definition, { name });
    else if (kind === 'function') binding.finding('unused-function', definition, { name });
    else if (kind === 'constant') binding.finding('unused-constant', definition, { name });
  }
  reportUnusedImports(binding, used, duplicates);
  return globalsRead;
}

function reportUnusedImports(binding: Binding, used: Uint8Array, duplicates: ReadonlySet<number>): void {
  /** The modules of which nothing has to be said: those that something names, and those that have errors. */
  const settled = new Set<Module | null>([null]);
  for (const [index, { origin }] of binding.symbols.entries()) {
    if (origin !== undefined && used[index] === 1) settled.add(origin.module);
  }
  for (const { module, token, path } of binding.imports) {
    if (settled.has(module)) continue;
    if (module?.diagnostics.some(({ kind }) => isAssemblyError(kind)) === true) settled.add(module);
    else if (!duplicates.has(token)) binding.finding('unused-import', token, { path: printable(path) });
  }
}

/** The tokens that define a name once more: one mistake is enough to say of them. */
function findDuplicates(binding: Binding): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (const { kind, span } of binding.diagnostics) {
    if (kind.startsWith('duplicate-')) tokens.add(tokenAt(binding.tree, span.start));
  }
  return tokens;
}

/** The names of the global variables that this file reads, or that files which it imports do. */
function findGlobalsRead(binding: Binding, used: Uint8Array): Set<string> {
  const names = new Set<string>();
  for (const [name, symbol] of binding.scopes[0].variables) if (used[symbol] === 1) names.add(name);
  for (const { module } of binding.imports) for (const name of module?.globalsRead ?? []) names.add(name);
  return names;
}

/** 1 for each symbol that something other than its definition, its stores and its own body names. */
function findUsed(binding: Binding): Uint8Array {
  const { tree, symbols } = binding;
  const used = new Uint8Array(symbols.length);
  for (let token = 0; token < tree.tokenCount; token++) {
    const symbol = binding.tokenSymbols[token];
    const role = binding.tokenRoles[token];
    if (
      symbol < 0 ||
      role === Role.Definition ||
      role === Role.Write ||
      role === Role.Delete ||
      role === Role.Declaration
    )
      continue;
    if (role === Role.Call && isInside(binding, token, symbols[symbol].ownScope)) continue;
    used[symbol] = 1;
  }
  return used;
}

function isInside(binding: Binding, token: number, scope: number): boolean {
  if (scope <= 0) return false;
  const { open, close } = binding.tree.blocks[scope];
  const from = binding.tree.statementHeads[open];
  const to = close < binding.tree.statementCount ? binding.tree.statementHeads[close] : binding.tree.tokenCount;
  return token > from && token < to;
}
