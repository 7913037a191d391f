import type { BuiltInName } from '../../isa/index.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import type { Value } from '../values/index.ts';
import type { BuiltIn } from './built-in.ts';
import { iterationBuiltIns } from './iteration.ts';
import { numberBuiltIns } from './numbers.ts';
import { textBuiltIns } from './text.ts';

/** What the built-ins of the table do; a name without an implementation is undefined. */
const BUILT_INS: { readonly [N in BuiltInName]?: BuiltIn } = {
  ...numberBuiltIns,
  ...textBuiltIns,
  ...iterationBuiltIns,
};

/** The built-ins that are types in Python. */
export const BUILT_IN_TYPES: ReadonlySet<string> = new Set<BuiltInName>(['bool', 'float', 'int', 'range', 'str']);

/** Calls a built-in; `names` are those of the last of the values. Raises what the built-in raises. */
export function callBuiltIn(
  machine: Machine,
  name: BuiltInName,
  values: readonly Value[],
  names: readonly string[],
): Value {
  const builtIn = BUILT_INS[name] ?? raise('NameError', `name '${name}' is not defined`);
  return builtIn(machine, { values, names });
}
