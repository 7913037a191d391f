import type { WorkspaceSymbol } from 'vscode-languageserver';
import type { Analysis } from '../../vm/index.ts';
import { locationOfToken } from '../locations.ts';
import type { Snapshot } from '../snapshot.ts';
import { symbolKindOf } from './document-symbols.ts';

/** More are never sent: who sees so many goes on typing. */
const MAXIMUM_SYMBOLS = 1_000;

/** The functions, classes and constants of all files whose names hold the letters of the query in that order. */
export function workspaceSymbols(
  snapshot: Pick<Snapshot, 'positions' | 'uriOf'>,
  query: string,
  programs: readonly Analysis[],
): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  const modules = new Map(programs.flatMap(({ modules }) => modules.map(module => [module.file, module])));
  for (const module of modules.values()) {
    for (const symbol of module.symbols) {
      if (symbol.kind !== 'function' && symbol.kind !== 'class' && symbol.kind !== 'constant') continue;
      const kind = symbolKindOf(module, symbol);
      if (kind === undefined || symbol.definition < 0 || !holdsLetters(symbol.name, query)) continue;
      const { kind: scopeKind, qualifiedName } = module.scopes[symbol.scope];
      found.push({
        name: symbol.name,
        kind,
        containerName: scopeKind === 'main' ? undefined : qualifiedName,
        location: locationOfToken(snapshot, module, symbol.definition),
      });
      if (found.length === MAXIMUM_SYMBOLS) return found;
    }
  }
  return found;
}

function holdsLetters(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase()) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
