import type { BoundUnit } from './bind-unit.ts';
import type { UnitSymbol } from './binding.ts';

/** The symbols that are a unit's own: indices in its `symbols`; and for each of those its place among them, or -1. */
interface OwnSymbols {
  readonly indices: readonly number[];
  readonly ranks: Int32Array;
}

/** Whether a symbol is neither a global variable nor defined elsewhere. */
export function isOwn({ kind, outside }: UnitSymbol): boolean {
  return outside === undefined && kind !== 'global' && kind !== 'built-in';
}

/** Worked out when somebody asks for symbols of the file: nobody does to find out what is wrong in it. */
export function ownSymbolsOf(bound: BoundUnit): OwnSymbols {
  let own = knownSymbols.get(bound);
  if (own === undefined) knownSymbols.set(bound, (own = rankSymbols(bound.symbols)));
  return own;
}

const knownSymbols = new WeakMap<BoundUnit, OwnSymbols>();

function rankSymbols(symbols: readonly UnitSymbol[]): OwnSymbols {
  const ranks = new Int32Array(symbols.length).fill(-1);
  const indices: number[] = [];
  for (let symbol = 0; symbol < symbols.length; symbol++) {
    if (isOwn(symbols[symbol])) ranks[symbol] = indices.push(symbol) - 1;
  }
  return { indices, ranks };
}
