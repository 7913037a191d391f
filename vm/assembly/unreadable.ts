import { DIRECTIVE_NAMES } from '../isa/index.ts';
import { StatementKind, TokenKind, statementOfToken, tokenAt } from '../syntax/index.ts';
import type { BoundUnit } from './bind-unit.ts';
import { isAboveFunction } from './declare.ts';

/**
 * The scopes of a unit of which nobody can tell what stands in them: because an `.end` is missing, a directive is unknown that may open
 * or close a function, or something stands where it may not. Of these nothing can be found.
 */
export function unreadableScopes(bound: BoundUnit): ReadonlySet<number> {
  const { tree, statementScopes, diagnostics, errorCount, scopes } = bound;
  if (errorCount === 0) return NONE;
  const unreadable = new Set<number>();
  for (let scope = 0; scope < scopes.length; scope++) if (!tree.blocks[scope].isClosed) unreadable.add(scope);
  for (const { kind, span } of diagnostics) {
    if (kind !== 'misplaced' && kind !== 'unknown-directive') continue;
    const statement = statementOfToken(tree, tokenAt(tree, span.start));
    if (kind === 'misplaced') unreadable.add(statementScopes[statement]);
    else if (isAboveFunction(bound, statementScopes[statement], statement)) continue;
    else if (tree.statementKinds[statement] === StatementKind.Unknown) return new Set(scopes.keys());
  }
  return unreadable;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Whether a mistake of a unit leaves open what its variables are: in a line with parameters, or in one that says where names live. The
 * functions of a unit share their variables.
 */
export function hasUnknownVariables({ tree, scopes, faultyTokens, tokenSymbols, errorCount }: BoundUnit): boolean {
  if (errorCount === 0) return false;
  if (scopes.some(({ hasFaultyHeader }) => hasFaultyHeader)) return true;
  for (let statement = 0; statement < tree.statementCount; statement++) {
    if (tree.statementKinds[statement] !== StatementKind.Directive) continue;
    const name = DIRECTIVE_NAMES[tree.statementCodes[statement]];
    if (name !== '.global' && name !== '.nonlocal') continue;
    if (tree.statementFaults[statement] === 1) return true;
    const end = tree.statementEnds[statement];
    for (let token = tree.statementHeads[statement]; token < end; token++) {
      const isUnresolved = tree.tokenKinds[token] === TokenKind.Name && tokenSymbols[token] < 0;
      if (isUnresolved || faultyTokens.has(token)) return true;
    }
  }
  return false;
}
