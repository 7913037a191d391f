import { replacementFix } from '../diagnostics/index.ts';
import { putName, type Binding } from './binding.ts';
import { Role } from './module.ts';

/**
 * The binder's second pass: which variables each function has. A parameter and every name that the function stores or
 * deletes is local in the whole function, unless `.global` or `.nonlocal` says otherwise.
 */
export function declareVariables(binding: Binding): void {
  for (let scope = 1; scope < binding.scopes.length; scope++) {
    const { kind, stored, globals, nonlocals } = binding.scopes[scope];
    if (kind !== 'function') continue;
    for (const name of stored) {
      if (!binding.scopes[scope].variables.has(name) && !globals.has(name) && !nonlocals.has(name)) {
        putName(binding.scopes[scope], 'variables', name, binding.addSymbol('local', name, scope, -1));
      }
    }
    for (const [name, token] of globals) binding.name(token, binding.global(name), Role.Declaration);
    for (const [name, token] of nonlocals) declareNonlocal(binding, scope, name, token);
  }
}

/** The local variable, captured or not, that a name means inside a function; `undefined` for a global. */
export function localVariable(binding: Binding, scope: number, name: string): number | undefined {
  const { variables, nonlocals } = binding.scopes[scope];
  const own = scope === 0 ? undefined : variables.get(name);
  if (own !== undefined) return own;
  const declaration = nonlocals.get(name);
  const symbol = declaration === undefined ? -1 : binding.tokenSymbols[declaration];
  return symbol < 0 ? undefined : symbol;
}

function declareNonlocal(binding: Binding, scope: number, name: string, token: number): void {
  const candidates = new Set<string>();
  for (let at = binding.scopes[scope].parent; at > 0; at = binding.scopes[at].parent) {
    if (binding.scopes[at].kind !== 'function') continue;
    const symbol = binding.scopes[at].variables.get(name);
    if (symbol !== undefined) {
      binding.symbols[symbol].isCaptured = true;
      binding.name(token, symbol, Role.Declaration);
      return;
    }
    for (const candidate of binding.scopes[at].variables.keys()) candidates.add(candidate);
  }
  // It may be stored in a line that is wrong.
  binding.scopes[scope].isBroken = true;
  if (binding.faultyLines.names.has(name)) return;
  const suggestion = binding.suggestions.nearest(name, candidates);
  binding.error(
    'unknown-variable',
    scope,
    token,
    { name, suggestion },
    { fixes: replacementFix(binding.spanOf(token), suggestion) },
  );
}
