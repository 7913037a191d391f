import type { Module } from '../../../vm/index.ts';
import { nameOfToken, type ProgramName } from '../../program-names.ts';

/** A function of the program, in its home. */
export type KnownCallee = Pick<ProgramName, 'module' | 'symbol' | 'name'>;

/** The function that an instruction of the text calls, where it names one of the program. */
export function functionOperand(
  module: Module,
  { statement }: { readonly statement: number },
): KnownCallee | undefined {
  const token = module.tree.statementHeads[statement] + 1;
  if (token >= module.tree.statementEnds[statement]) return undefined;
  const name = nameOfToken(module, token);
  return name?.kind === 'function' ? name : undefined;
}
