import { raise } from './errors.ts';
import { Frame } from './frame.ts';
import type { LinkedFunction } from './link.ts';
import type { Machine } from './machine.ts';
import { Cell, dictOfNames, newTuple, type FunctionObject } from './objects/index.ts';
import type { Value } from './values/value.ts';

/** What can be called of the program: code with its cells and defaults. */
export type Callable = Pick<FunctionObject, 'code' | 'cells' | 'defaults' | 'qualifiedName'>;

/** Those of most functions. */
export const NO_DEFAULTS: ReadonlyMap<number, Value> = new Map();

/** A callee that is known at assembly: `CALL_FUNC` needs no function value. */
export function directCallable(code: LinkedFunction, cells: readonly Cell[]): Callable {
  return { code, cells, defaults: NO_DEFAULTS, qualifiedName: code.code.qualifiedName };
}

/**
 * The frame of a call: binds arguments to parameters as CPython does, and makes the cells of the call. `values` holds the
 * arguments by place and behind them those by name, `names` the names of the latter.
 * Raises `TypeError`, with CPython's words, when they do not fit.
 */
export function frameOf(
  machine: Machine,
  callable: Callable,
  values: readonly Value[],
  names: readonly string[],
): Frame {
  const { code, plainParameters } = callable.code;
  const locals: (Value | undefined)[] = [];
  for (let slot = 0; slot < code.locals.length; slot++) locals.push(undefined);
  const isSimple =
    names.length === 0 && plainParameters === code.parameters.length && values.length === plainParameters;
  if (isSimple) for (let slot = 0; slot < values.length; slot++) locals[slot] = values[slot];
  else bindArguments(machine, callable, locals, values, names);
  if (code.cells.length === 0) return new Frame(callable.code, locals, callable.cells);
  const cells = code.cells.map(({ parameter }) =>
    machine.allocate(new Cell(parameter < 0 ? undefined : locals[parameter])),
  );
  return new Frame(callable.code, locals, [...cells, ...callable.cells]);
}

function bindArguments(
  machine: Machine,
  callable: Callable,
  locals: (Value | undefined)[],
  values: readonly Value[],
  names: readonly string[],
): void {
  const { code, plainParameters, restSlot } = callable.code;
  const positional = values.length - names.length;
  for (let slot = 0; slot < Math.min(positional, plainParameters); slot++) locals[slot] = values[slot];
  bindNames(machine, callable, locals, values.slice(positional), names);
  if (restSlot >= 0)
    locals[restSlot] = newTuple(machine.heap, values.slice(plainParameters, Math.max(plainParameters, positional)));
  else if (positional > plainParameters) raise('TypeError', tooManyArguments(callable, positional, locals));
  if (code.parameters.length > 0) {
    fillDefaults(callable, locals, 'plain');
    fillDefaults(callable, locals, 'keyword-only');
  }
}

/** Binds the arguments by name; those that no parameter has go into the dict of `**named`. */
function bindNames(
  machine: Machine,
  callable: Callable,
  locals: (Value | undefined)[],
  values: readonly Value[],
  names: readonly string[],
): void {
  const { code, namedSlot } = callable.code;
  if (names.length === 0 && namedSlot < 0) return;
  const others = new Map<string, Value>();
  for (const [index, name] of names.entries()) {
    const slot = code.parameters.findIndex(
      each => each.name === name && (each.kind === 'plain' || each.kind === 'keyword-only'),
    );
    if (slot < 0 && namedSlot < 0)
      raise('TypeError', `${callable.qualifiedName}() got an unexpected keyword argument '${name}'`);
    if (slot < 0) {
      others.set(name, values[index]);
    } else {
      if (locals[slot] !== undefined)
        raise('TypeError', `${callable.qualifiedName}() got multiple values for argument '${name}'`);
      locals[slot] = values[index];
    }
  }
  if (namedSlot >= 0) locals[namedSlot] = machine.allocate(dictOfNames(machine.heap, others));
}

/** Gives the parameters of a kind that have no value yet their defaults; raises where there is none. */
function fillDefaults(callable: Callable, locals: (Value | undefined)[], kind: 'plain' | 'keyword-only'): void {
  const { code, defaults } = callable.code;
  const missing: string[] = [];
  for (const [slot, parameter] of code.parameters.entries()) {
    if (parameter.kind !== kind || locals[slot] !== undefined) continue;
    const value = callable.defaults.has(slot) ? callable.defaults.get(slot) : defaults.get(slot);
    if (value === undefined) missing.push(`'${parameter.name}'`);
    locals[slot] = value;
  }
  if (missing.length === 0) return;
  const what = `required ${kind === 'plain' ? 'positional' : 'keyword-only'} ${missing.length === 1 ? 'argument' : 'arguments'}`;
  raise('TypeError', `${callable.qualifiedName}() missing ${missing.length} ${what}: ${listNames(missing)}`);
}

function tooManyArguments(callable: Callable, positional: number, locals: readonly (Value | undefined)[]): string {
  const { code, plainParameters, defaults } = callable.code;
  const plain = code.parameters.slice(0, plainParameters);
  const required = plain.filter((_, slot) => !defaults.has(slot) && !callable.defaults.has(slot)).length;
  const takes = required < plainParameters ? `from ${required} to ${plainParameters}` : `${plainParameters}`;
  const plural = plainParameters === 1 && required === plainParameters ? '' : 's';
  const byName = code.parameters.filter(
    (each, slot) => each.kind === 'keyword-only' && locals[slot] !== undefined,
  ).length;
  const given =
    byName === 0
      ? `${positional}`
      : `${positional} positional argument${positional === 1 ? '' : 's'} (and ${byName} keyword-only argument${byName === 1 ? '' : 's'})`;
  return `${callable.qualifiedName}() takes ${takes} positional argument${plural} but ${given} ${positional === 1 && byName === 0 ? 'was' : 'were'} given`;
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
function listNames(names: readonly string[]): string {
  if (names.length <= 2) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1) as string}`;
}
