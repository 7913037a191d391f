/** How built-ins take their arguments; the messages are CPython's, which differ with the way a built-in is written there. */
import { raise } from '../errors.ts';
import type { Value } from '../values/index.ts';

/** Arguments as a call gives them: by place, and behind those the ones by name. */
export interface Arguments {
  readonly values: readonly Value[];
  readonly names: readonly string[];
}

/** The only argument: `len() takes exactly one argument (2 given)`. */
export function onlyArgument(builtIn: string, { values, names }: Arguments): Value {
  if (names.length > 0) raise('TypeError', `${builtIn}() takes no keyword arguments`);
  if (values.length !== 1) raise('TypeError', `${builtIn}() takes exactly one argument (${values.length} given)`);
  return values[0];
}

/** Exactly `count` arguments by place: `setattr expected 3 arguments, got 2`. */
export function exactArguments(builtIn: string, { values, names }: Arguments, count: number): readonly Value[] {
  if (names.length > 0) raise('TypeError', `${builtIn}() takes no keyword arguments`);
  if (values.length === count) return values;
  raise('TypeError', `${builtIn} expected ${count} argument${count === 1 ? '' : 's'}, got ${values.length}`);
}

/** From `least` to `most` arguments by place: `range expected at most 3 arguments, got 4`. */
export function placedArguments(
  builtIn: string,
  { values, names }: Arguments,
  least: number,
  most: number,
): readonly Value[] {
  if (names.length > 0) raise('TypeError', `${builtIn}() takes no keyword arguments`);
  const count = values.length;
  if (count >= least && count <= most) return values;
  const bound = count < least ? least : most;
  const side = least === most ? '' : count < least ? 'at least ' : 'at most ';
  raise('TypeError', `${builtIn} expected ${side}${bound} argument${bound === 1 ? '' : 's'}, got ${count}`);
}

/**
 * Arguments by place or name, for parameters of which the first `required` have no default; in their order, `undefined` where
 * one is left out. A name that starts with `/` can only be given by place.
 */
export function namedArguments(
  builtIn: string,
  { values, names }: Arguments,
  parameters: readonly string[],
  required: number,
): readonly (Value | undefined)[] {
  const most = parameters.length;
  if (names.length === 0 && values.length >= required && values.length <= most) return values;
  if (values.length > most) {
    const kind = values.length === names.length ? 'keyword argument' : 'argument';
    raise('TypeError', `${builtIn}() takes at most ${most} ${kind}${most === 1 ? '' : 's'} (${values.length} given)`);
  }
  const positional = values.length - names.length;
  const bound: (Value | undefined)[] = parameters.map((_, index) => (index < positional ? values[index] : undefined));
  for (const [index, name] of names.entries()) {
    const place = parameters.indexOf(name);
    if (place >= positional) bound[place] = values[positional + index];
  }
  const missing = bound.findIndex((value, index) => value === undefined && index < required);
  if (missing >= 0)
    raise('TypeError', `${builtIn}() missing required argument '${parameters[missing]}' (pos ${missing + 1})`);
  refuseArgumentsTwice(builtIn, names, parameters.slice(0, positional));
  refuseOtherNames(builtIn, names, parameters);
  return bound;
}

/** The arguments by name of a built-in that takes any number of others: `'x' is an invalid keyword argument for print()`. */
export function keywordArguments(
  builtIn: string,
  { values, names }: Arguments,
  allowed: readonly string[],
): { positional: readonly Value[]; named: ReadonlyMap<string, Value> } {
  if (names.length === 0) return { positional: values, named: NO_NAMED };
  refuseOtherNames(builtIn, names, allowed);
  const first = values.length - names.length;
  return {
    positional: values.slice(0, first),
    named: new Map(names.map((name, index) => [name, values[first + index]])),
  };
}

const NO_NAMED: ReadonlyMap<string, Value> = new Map();

function refuseArgumentsTwice(builtIn: string, names: readonly string[], given: readonly string[]): void {
  const place = given.findIndex(name => names.includes(name));
  if (place < 0) return;
  raise('TypeError', `argument for ${builtIn}() given by name ('${given[place]}') and position (${place + 1})`);
}

function refuseOtherNames(builtIn: string, names: readonly string[], allowed: readonly string[]): void {
  const other = names.find(name => !allowed.includes(name));
  if (other !== undefined) raise('TypeError', `'${other}' is an invalid keyword argument for ${builtIn}()`);
}
