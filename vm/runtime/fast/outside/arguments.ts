import { NO_DEFAULTS, type Callable } from '../../calls.ts';
import type { LinkedFunction } from '../../link.ts';
import { dictOfNames, newTuple } from '../../objects/index.ts';
import type { Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { DEFAULTS, limits } from '../registers.ts';
import { TAGS, Tag, push, putReference, putValue, unbind, valueAt } from '../slots.ts';
import { valuesFrom } from './natives.ts';

/**
 * Makes the `given` arguments in the slots from `first` on, of which the last ones have names, those of the parameters: as
 * `frameOf` binds them. False, with nothing changed, where they do not fit, or there is no room to sort them. May raise `MemoryError`.
 */
export function fitArguments(callee: Callable, first: number, given: number, names: readonly string[]): boolean {
  const { plainParameters, code } = callee.code;
  const arePlain = names.length === 0 && plainParameters === code.parameters.length;
  if (arePlain) return given === plainParameters || fillUp(callee, first, given);
  return sortArguments(callee, first, given, names);
}

export const NO_NAMES: readonly string[] = [];

/** Gives the parameters behind those that are given their defaults. False where one has none, or there are too many arguments. */
function fillUp(callee: Callable, first: number, given: number): boolean {
  const { plainParameters } = callee.code;
  for (let slot = given; slot < plainParameters; slot++) if (!putDefault(callee, slot, first + slot)) return false;
  return given <= plainParameters;
}

/** Puts the default of a plain parameter into a slot, if there is one. */
function putDefault({ code: { index }, defaults }: Callable, parameter: number, slot: number): boolean {
  const own = defaults === NO_DEFAULTS ? undefined : defaults.get(parameter);
  const from = DEFAULTS[index] + parameter;
  if (own !== undefined) putValue(slot, own);
  else if (TAGS[from] === Tag.Unbound) return false;
  else push(slot, from);
  return true;
}

/** Sorts the arguments above all of them, so that nothing has changed until everything fits. */
function sortArguments(callee: Callable, first: number, given: number, names: readonly string[]): boolean {
  const { code, plainParameters, restSlot, namedSlot } = callee.code;
  const { length } = code.parameters;
  const placed = given - names.length;
  const sorted = first + Math.max(given, length);
  if (sorted + length > limits.slots || (placed > plainParameters && restSlot < 0)) return false;
  unbind(sorted, sorted + length);
  for (let slot = 0; slot < placed && slot < plainParameters; slot++) push(sorted + slot, first + slot);
  const others = putByName(callee.code, sorted, first + placed, names);
  if (others === null || !putMissing(callee, sorted)) return false;
  const { heap } = running().machine;
  if (namedSlot >= 0) putReference(sorted + namedSlot, heap.allocate(dictOfNames(heap, others)));
  if (restSlot >= 0) {
    const values = valuesFrom(first + Math.min(plainParameters, placed), first + placed);
    putReference(sorted + restSlot, newTuple(heap, values));
  }
  for (let slot = 0; slot < length; slot++) push(first + slot, sorted + slot);
  return true;
}

/** Puts the arguments from `from` on under the parameters of their names; answers with the others. `null` where that is an error. */
function putByName(
  { code: { parameters }, namedSlot }: LinkedFunction,
  sorted: number,
  from: number,
  names: readonly string[],
): ReadonlyMap<string, Value> | null {
  let others: Map<string, Value> | null = null;
  for (let each = 0; each < names.length; each++) {
    let slot = 0;
    while (slot < parameters.length && (parameters[slot].name !== names[each] || isCollecting(parameters[slot])))
      slot++;
    if (slot < parameters.length) {
      if (TAGS[sorted + slot] !== Tag.Unbound) return null;
      push(sorted + slot, from + each);
    } else {
      if (namedSlot < 0) return null;
      others ??= new Map();
      others.set(names[each], valueAt(from + each) as Value);
    }
  }
  return others ?? NO_OTHERS;
}

const NO_OTHERS: ReadonlyMap<string, Value> = new Map();

/** Whether a parameter takes what is over: arguments cannot name it. */
function isCollecting({ kind }: LinkedFunction['code']['parameters'][number]): boolean {
  return kind === 'rest' || kind === 'named';
}

/** Gives the parameters that have got nothing their defaults. False where one has none. */
function putMissing(callee: Callable, sorted: number): boolean {
  const { code, plainParameters, defaults } = callee.code;
  for (let slot = 0; slot < code.parameters.length; slot++) {
    if (TAGS[sorted + slot] !== Tag.Unbound || isCollecting(code.parameters[slot])) continue;
    if (slot < plainParameters) {
      if (!putDefault(callee, slot, sorted + slot)) return false;
    } else {
      const value = callee.defaults.get(slot) ?? defaults.get(slot);
      if (value === undefined) return false;
      putValue(sorted + slot, value);
    }
  }
  return true;
}
