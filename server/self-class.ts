import type { AbstractValue, Analysis, Module } from '../vm/index.ts';
import { stackBefore } from './function-facts.ts';
import { countOf, placeOf, type CodePlace } from './value-flow.ts';

/** The class whose method loads its first parameter as this value; -1 where it is something else. */
export function classOfSelf(module: Module, scope: number, { producers }: AbstractValue): number {
  const { parent, parameters } = module.scopes[scope];
  const maker = producers.length === 1 ? placeOf(module, scope, producers[0]) : undefined;
  if (maker === undefined || parent < 0 || module.scopes[parent].kind !== 'class') return -1;
  const token = module.tree.statementHeads[maker.statement] + 1;
  const symbol = module.symbols[module.tokenSymbols[token] ?? -1];
  const isSelf = symbol?.kind === 'parameter' && symbol.scope === scope && symbol.name === parameters[0]?.name;
  return isSelf ? parent : -1;
}

/** The object whose attribute an instruction names, as the verifier knows it: the deepest value that the instruction takes. */
export function objectOf(analysis: Analysis, place: CodePlace): AbstractValue | undefined {
  const { pops } = place.instruction.picture.next;
  return stackBefore(analysis, place)?.fromTop[pops.fixed + pops.perCount * countOf(place) - 1];
}
