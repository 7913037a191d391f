import { tokenName, type Module } from '../../../vm/index.ts';
import { programName, type ProgramName } from '../../program-names.ts';

/** A function of the program, in its home. */
export type KnownCallee = Pick<ProgramName, 'module' | 'symbol' | 'name'>;

/**
 * The function that an instruction of the text names, where it is one of the program. Found by its name: while a call is being typed it
 * has too few operands, and such an instruction has none bound.
 */
export function functionOperand(
  module: Module,
  { statement }: { readonly statement: number },
): KnownCallee | undefined {
  const token = module.tree.statementHeads[statement] + 1;
  if (token >= module.tree.statementEnds[statement]) return undefined;
  const name = tokenName(module.tree, token);
  for (let scope = module.statementScopes[statement]; scope >= 0; scope = module.scopes[scope].parent) {
    const symbol = module.scopes[scope].kind === 'class' ? undefined : module.scopes[scope].callables.get(name);
    if (symbol === undefined) continue;
    return module.symbols[symbol].kind === 'function' ? programName(module, symbol) : undefined;
  }
  return undefined;
}
