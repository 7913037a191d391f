import { tokenName, type Module } from '../vm/index.ts';
import { methodsMeant } from './method-lookup.ts';
import { instructionsNamingMember, type MethodPlace } from './method-names.ts';
import type { Programs } from './program-names.ts';
import { type CodePlace } from './value-flow.ts';

/** An instruction that names a method. */
export interface MethodUse extends CodePlace {
  readonly token: number;
  /** Whether only its name speaks for it: the class of the object cannot be told. */
  readonly isByName: boolean;
}

/** In so many places the class of the object is looked for; who counts more does not wait for it. */
const MAXIMUM_PLACES_SEEN = 500;

/** Every instruction of the programs that may mean a method: without those whose object is surely of a class with another. */
export function usesOfMethod(method: MethodPlace, programs: Programs): MethodUse[] {
  const { module, scope } = method;
  const name = tokenName(module.tree, definitionOfMethod(method));
  const uses = new Map<string, MethodUse>();
  let placesLeft = MAXIMUM_PLACES_SEEN;
  for (const program of programs()) {
    if (!program.modules.some(({ file }) => file === module.file)) continue;
    for (const place of instructionsNamingMember(program, name)) {
      const key = `${place.token} ${place.module.file}`;
      // In another program it may be known.
      if (uses.get(key)?.isByName === false) continue;
      const meant = placesLeft-- > 0 ? methodsMeant(program, place) : undefined;
      const isMeant = meant?.some(each => each.scope === scope && each.module.file === module.file);
      if (isMeant !== false) uses.set(key, { ...place, isByName: isMeant === undefined });
    }
  }
  return [...uses.values()];
}

/** The token behind `.func` that names a method. */
export function definitionOfMethod({ module, scope }: { readonly module: Module; readonly scope: number }): number {
  return module.symbols[module.scopes[scope].symbol].definition;
}
