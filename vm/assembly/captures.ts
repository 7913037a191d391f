import type { Binding } from './binding.ts';
import { StatementKind } from '../syntax/index.ts';

/**
 * Which variables of enclosing functions each function is given the cells of: those that its `.nonlocal` names, and those
 * that any function captures which it makes or calls, unless they are its own. For each scope, indices of symbols.
 *
 * A fixpoint over 'uses': the lists only grow, and there are finitely many captured variables.
 */
export function findCaptures(binding: Binding): number[][] {
  const captures = binding.scopes.map((_, scope) => declaredCaptures(binding, scope));
  if (captures.every(list => list.length === 0)) return captures;
  const users = usersOf(binding);
  const pending = binding.scopes.map((_, scope) => scope).filter(scope => captures[scope].length > 0);
  for (let callee = pending.pop(); callee !== undefined; callee = pending.pop()) {
    for (const user of users.get(callee) ?? []) {
      const missing = captures[callee].filter(
        symbol => binding.symbols[symbol].scope !== user && !captures[user].includes(symbol),
      );
      if (missing.length === 0) continue;
      captures[user].push(...missing);
      pending.push(user);
    }
  }
  return captures;
}

function declaredCaptures(binding: Binding, scope: number): number[] {
  const symbols = [...binding.scopes[scope].nonlocals.values()].map(token => binding.tokenSymbols[token]);
  return [...new Set(symbols.filter(symbol => symbol >= 0))];
}

/** For each function, the functions whose instructions name it. */
function usersOf(binding: Binding): Map<number, Set<number>> {
  const { tree } = binding;
  const users = new Map<number, Set<number>>();
  for (let statement = 0; statement < tree.statementCount; statement++) {
    if (tree.statementKinds[statement] !== StatementKind.Instruction) continue;
    const operand = tree.statementHeads[statement] + 1;
    if (operand >= tree.statementEnds[statement]) continue;
    const symbol = binding.symbols[binding.tokenSymbols[operand]];
    if (symbol === undefined || symbol.kind !== 'function' || symbol.ownScope < 0) continue;
    let set = users.get(symbol.ownScope);
    if (set === undefined) users.set(symbol.ownScope, (set = new Set()));
    set.add(binding.statementScopes[statement]);
  }
  return users;
}
