import { assembleFunction } from './assemble-function.ts';
import type { FileNames } from './file-names.ts';
import type { Unit } from './unit.ts';
import { hasUnknownVariables, unreadableScopes } from './unreadable.ts';
import type { Numbers } from './file-binder.ts';

/**
 * Encodes the functions of a unit. Functions and classes are called by numbers that stay the same while others come and go; what
 * wants a whole program numbers them in text order (`program.ts`).
 */
export function assembleUnit(unit: Unit, names: FileNames, numbers: Numbers): void {
  const { bound, isMain } = unit;
  const ids = new Int32Array(bound.scopes.length);
  ids[0] = isMain ? unit.host.mainId : -1;
  for (let scope = 1; scope < ids.length; scope++) {
    const { symbol, parent, name } = bound.scopes[scope];
    const id = parent === 0 && symbol >= 0 ? names.idOf(unit, symbol, name) : -1;
    ids[scope] = id >= 0 ? id : numbers.next();
  }
  unit.ids = ids;
  unit.unreadable = unreadableScopes(bound);
  const areVariablesUnknown = hasUnknownVariables(bound);
  unit.codes = bound.scopes.map(({ kind }, scope) => {
    if (kind === 'class' || (scope === 0 && !isMain)) return undefined;
    const readability = { isUnreadable: unit.unreadable.has(scope), hasUnknownVariables: areVariablesUnknown };
    return assembleFunction(bound, scope, readability, {
      idOf: own => unit.ids[own],
      methodCellsOf: name => names.methodCellsOf(name),
    });
  });
}
