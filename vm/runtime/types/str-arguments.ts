import { namedArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Arguments } from '../objects/index.ts';
import type { Slot } from '../pending.ts';
import type { StrMethod } from '../values/index.ts';

/** The arguments of a method of `str` in their order, `undefined` where one is left out; raises where they do not fit. */
export function strMethodArguments(name: string, method: StrMethod, given: Arguments): readonly Slot[] {
  if (method.names.length > 0) return namedArguments(name, given, method.names, 0);
  if (given.names.length > 0) raise('TypeError', `str.${name}() takes no keyword arguments`);
  const count = given.values.length;
  if (count < method.least || count > method.most) raise('TypeError', wrongCount(name, method, count));
  return given.values;
}

function wrongCount(name: string, { counting, least, most }: StrMethod, count: number): string {
  const bound = count < least ? least : most;
  const plural = bound === 1 ? '' : 's';
  const side = count < least ? 'least' : 'most';
  switch (counting) {
    case 'exact':
      return `str.${name}() takes ${most === 0 ? 'no arguments' : 'exactly one argument'} (${count} given)`;
    case 'placed':
      return `${name} expected at ${side} ${bound} argument${plural}, got ${count}`;
    case 'parsed':
      return `${name}() takes at ${side} ${bound} argument${plural} (${count} given)`;
  }
}
