import { BUILT_IN_NAMES, Role, type Analysis, type Module } from '../../../vm/index.ts';
import { occurrencesIn, programName } from '../../program-names.ts';

/**
 * Whether a local variable is no other one while it is unbound: `LOAD_VAR` goes on to the global of its name, and to the built-in.
 * Where there is none of that name the variable can be moved and renamed. A parameter is bound from the start, unless it is
 * deleted.
 */
export function isPlainLocal({ modules }: Analysis, module: Module, symbol: number): boolean {
  const { kind, name } = module.symbols[symbol];
  if (occurrencesIn(module, programName(module, symbol)).some(({ role }) => role === Role.Delete)) return false;
  if (kind === 'parameter') return true;
  return !BUILT_IN_NAMES.has(name) && !modules.some(({ scopes }) => scopes[0].variables.has(name));
}
