/** How methods of built-in types take their arguments by place, with CPython's messages. */
import { raise } from '../errors.ts';
import type { Arguments } from '../objects/index.ts';
import type { Value } from '../values/index.ts';

/** None: `list.copy() takes no arguments (1 given)`. */
export function noArguments(method: string, { values, names }: Arguments): void {
  if (names.length > 0) raise('TypeError', `${method}() takes no keyword arguments`);
  if (values.length > 0) raise('TypeError', `${method}() takes no arguments (${values.length} given)`);
}

/** From `least` to `most`: `pop expected at most 1 argument, got 2`, where the method is `list.pop`. */
export function someArguments(
  method: string,
  { values, names }: Arguments,
  least: number,
  most: number,
): readonly (Value | undefined)[] {
  if (names.length > 0) raise('TypeError', `${method}() takes no keyword arguments`);
  if (values.length >= least && values.length <= most) return values;
  const bound = values.length < least ? least : most;
  const side = least === most ? '' : values.length < least ? 'at least ' : 'at most ';
  const name = method.slice(method.indexOf('.') + 1);
  raise('TypeError', `${name} expected ${side}${bound} argument${bound === 1 ? '' : 's'}, got ${values.length}`);
}

/** Any number: `set.union() takes no keyword arguments`. */
export function anyArguments(method: string, { values, names }: Arguments): readonly Value[] {
  return names.length === 0 ? values : raise('TypeError', `${method}() takes no keyword arguments`);
}
