import type { Binding } from './binding.ts';
import { StatementKind } from '../syntax/index.ts';

/**
 * Which variables of enclosing functions each function is given the cells of: those that its `.nonlocal` names, the class
 * that `LOAD_SUPER` looks behind, and those that any function or class captures which it makes or calls, unless they are its
 * own; a class captures what its methods do. For each scope, indices of symbols.
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
  const { kind, nonlocals, classCell } = binding.scopes[scope];
  const symbols = [...nonlocals.values()].map(token => binding.tokenSymbols[token]);
  if (kind === 'function') symbols.push(classCell);
  return [...new Set(symbols.filter(symbol => symbol >= 0))];
}

/** For each function and class, the functions whose instructions name it; for a method also its class. */
function usersOf(binding: Binding): Map<number, Set<number>> {
  const { tree } = binding;
  const users = new Map<number, Set<number>>();
  for (const [scope, { parent }] of binding.scopes.entries()) {
    if (parent >= 0 && binding.scopes[parent].kind === 'class') users.set(scope, new Set([parent]));
  }
  for (let statement = 0; statement < tree.statementCount; statement++) {
    if (tree.statementKinds[statement] !== StatementKind.Instruction) continue;
    const operand = tree.statementHeads[statement] + 1;
    if (operand >= tree.statementEnds[statement]) continue;
    const symbol = binding.symbols[binding.tokenSymbols[operand]];
    if (symbol === undefined || symbol.ownScope < 0) continue;
    if (symbol.kind !== 'function' && symbol.kind !== 'class') continue;
    let set = users.get(symbol.ownScope);
    if (set === undefined) users.set(symbol.ownScope, (set = new Set()));
    set.add(binding.statementScopes[statement]);
  }
  return users;
}
