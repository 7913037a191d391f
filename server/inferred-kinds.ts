import { Role, type Analysis } from '../vm/index.ts';
import { occurrencesOf, type ProgramName } from './program-names.ts';
import { verifiedFacts } from './function-facts.ts';
import { placeOfToken } from './value-flow.ts';

/** A variable that is stored in more places is left open: who reads a hover does not wait for thousands of them. */
const MAXIMUM_STORES = 200;

/**
 * The kinds of value that the stores of a variable put into it, as a set of bits of `KIND_BITS`; `undefined` where that is not
 * known: for parameters, which calls bind, and where a store stands in a function with an error.
 */
export function kindsStored(analysis: Analysis, name: ProgramName): number | undefined {
  if (name.kind === 'parameter') return undefined;
  const stores = occurrencesOf(name, () => [analysis]).filter(({ role }) => role === Role.Write);
  if (stores.length === 0 || stores.length > MAXIMUM_STORES) return undefined;
  let kinds = 0;
  for (const { module, token } of stores) {
    const place = placeOfToken(module, token);
    const facts = place && verifiedFacts(analysis, module, place.scope);
    if (place === undefined || facts === undefined) return undefined;
    const stack = facts.stackBefore(place.index);
    // A store that no path leads to stores nothing.
    if (stack === undefined) continue;
    const value = stack.fromTop.at(0);
    if (value === undefined) return undefined;
    kinds |= value.kinds;
  }
  return kinds;
}
