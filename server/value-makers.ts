import { MAXIMUM_PRODUCERS, type AbstractValue, type Analysis } from '../vm/index.ts';
import { stackBefore } from './function-facts.ts';
import type { ProgramName } from './program-names.ts';
import { isLoad, placeOf, storesOf, variableOf, type CodePlace } from './value-flow.ts';

/** A value that so many instructions may have made is not followed to its end. */
const MAXIMUM_MAKERS = 64;

/**
 * All instructions that may have made a value, behind the variables that it went through: what loads a built-in counts as making it.
 * `undefined` where not all can be told, as of a parameter.
 */
export function allMakersOf(analysis: Analysis, at: CodePlace, value: AbstractValue): CodePlace[] | undefined {
  const found = new Map<string, CodePlace>();
  const pending = producersOfValue(at, value);
  if (pending === undefined) return undefined;
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const key = `${place.statement} ${place.module.file}`;
    if (found.has(key)) continue;
    found.set(key, place);
    const stored = isLoad(place) ? storedValues(analysis, place) : [];
    if (stored === undefined || found.size + pending.length + stored.length > MAXIMUM_MAKERS) return undefined;
    pending.push(...stored);
  }
  return [...found.values()].filter(place => !isLoad(place) || isBuiltIn(place));
}

/** What made each value that is stored in the variable of a load. */
function storedValues(analysis: Analysis, load: CodePlace): CodePlace[] | undefined {
  if (isBuiltIn(load)) return [];
  const name = variableOf(load);
  if (name?.kind !== 'local' && name?.kind !== 'global') return undefined;
  const known = knownOf(analysis);
  const key = name.kind === 'global' ? name.name : `${name.symbol} ${name.module.file}`;
  if (!known.has(key)) known.set(key, valuesOfVariable(analysis, name));
  return known.get(key);
}

/** By variable, of each analysis: every load of a variable asks for the same. */
const knownOfAnalyses = new WeakMap<Analysis, Map<string, CodePlace[] | undefined>>();

function knownOf(analysis: Analysis): Map<string, CodePlace[] | undefined> {
  let known = knownOfAnalyses.get(analysis);
  if (known === undefined) knownOfAnalyses.set(analysis, (known = new Map()));
  return known;
}

function valuesOfVariable(analysis: Analysis, name: ProgramName): CodePlace[] | undefined {
  const stores = storesOf(name, () => [analysis]);
  const makers = stores.map(store => {
    const value = stackBefore(analysis, store)?.fromTop[0];
    return value && producersOfValue(store, value);
  });
  const isWhole = makers.length > 0 && makers.every(each => each !== undefined);
  return isWhole ? makers.flat() : undefined;
}

function producersOfValue({ module, scope }: CodePlace, { producers }: AbstractValue): CodePlace[] | undefined {
  if (producers.length === 0 || producers.length >= MAXIMUM_PRODUCERS) return undefined;
  const places = producers.map(producer => placeOf(module, scope, producer)).filter(place => place !== undefined);
  return places.length === producers.length ? places : undefined;
}

function isBuiltIn(load: CodePlace): boolean {
  return variableOf(load)?.kind === 'built-in';
}
