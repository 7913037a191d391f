import type { Analysis, Module } from '../../../vm/index.ts';

/** The variables of a function that a name can mean in it: its own, and captured ones. Main has none. */
export function localNames(module: Module, scope: number): { name: string; kind: string }[] {
  const { kind, variables, nonlocals } = module.scopes[scope];
  if (kind !== 'function') return [];
  const own = [...variables].map(([name, symbol]) => ({ name, kind: module.symbols[symbol].kind }));
  return [...own, ...nonlocals.map(name => ({ name, kind: 'captured' }))];
}

/** The global variables of the program: those that any of its files stores or names. */
export function globalNames({ modules }: Analysis): string[] {
  const names = new Set<string>();
  for (const { scopes, symbols } of modules) {
    for (const [name, symbol] of scopes[0].variables) {
      if (symbols[symbol].kind === 'global') names.add(name);
    }
  }
  return [...names];
}

/** The variables that `.nonlocal` may name in a function: those of the functions around it. */
export function capturableNames(module: Module, scope: number): string[] {
  const names = new Set<string>();
  for (let at = module.scopes[scope].parent; at > 0; at = module.scopes[at].parent) {
    if (module.scopes[at].kind !== 'function') continue;
    for (const name of module.scopes[at].variables.keys()) names.add(name);
  }
  return [...names];
}
