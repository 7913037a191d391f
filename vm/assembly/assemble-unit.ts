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
  const ids = new Int32Array(bound.scopes.length);
  ids[0] = isMain ? unit.host.mainId : -1;
  for (let scope = 1; scope < ids.length; scope++) {
    const { symbol, parent, name } = bound.scopes[scope];
    const id = parent === 0 && symbol >= 0 ? names.idOf(unit, symbol, name) : -1;
    ids[scope] = id >= 0 ? id : numbers.next();
  }
  unit.ids = ids;
  unit.codes = bound.scopes.map(({ kind, isBroken }, scope) => {
    if (kind === 'class' || (scope === 0 && !isMain)) return undefined;
    return assembleFunction(bound, scope, isBroken || (scope === 0 && isMainBroken), {
      idOf: own => unit.ids[own],
      methodCellsOf: name => names.methodCellsOf(name),
    });
  });
}
