import { assembleFunction } from './assemble-function.ts';
import type { FileNames } from './file-names.ts';
import type { Unit } from './unit.ts';
import type { Numbers } from './file-binder.ts';

/**
 * Encodes the functions of a unit. Functions and classes are called by numbers that stay the same while others come and go; what
 * wants a whole program numbers them in text order (`program.ts`).
 */
export function assembleUnit(unit: Unit, names: FileNames, numbers: Numbers, isMainBroken: boolean): void {
  const { bound, isMain } = unit;
  unit.ids = Int32Array.from(bound.scopes, ({ symbol, parent }, scope) => {
    if (scope === 0) return isMain ? unit.host.mainId : -1;
    const { name } = bound.scopes[scope];
    const id = parent === 0 && symbol >= 0 ? names.idOf(unit, symbol, name) : -1;
    return id >= 0 ? id : numbers.next();
  });
  unit.codes = bound.scopes.map(({ kind, isBroken }, scope) => {
    if (kind === 'class' || (scope === 0 && !isMain)) return undefined;
    return assembleFunction(bound, scope, isBroken || (scope === 0 && isMainBroken), {
      idOf: own => unit.ids[own],
      methodCellsOf: name => names.methodCellsOf(name),
    });
  });
}
