import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ClassObject, newList, type ListObject } from '../objects/index.ts';
import { classOf } from '../types/registry.ts';
import { typeName, type Value } from '../values/index.ts';
import { compareCodePoints } from '../values/code-points.ts';
import { attributesOf } from './attributes.ts';

/** The names of all attributes of an object, its class's included, sorted by code point: a new list. */
export function attributeNames(machine: Machine, object: Value): ListObject {
  const names = new Set<string>();
  const add = (holder: Value): void =>
    attributesOf(holder)
      ?.entries()
      .forEach(([name]) => names.add(name));
  if (object instanceof ClassObject) {
    object.order.forEach(add);
  } else {
    classOf(object).order.forEach(add);
    add(object);
    if (attributesOf(object) === undefined) names.delete('__dict__');
  }
  return sortedNames(machine, names);
}

/** Names as a new list, sorted by code point. */
export function sortedNames(machine: Machine, names: Iterable<string>): ListObject {
  return newList(machine.heap, [...names].toSorted(compareCodePoints));
}

/** The name that an attribute is asked for by, where it comes as a value. */
export function attributeName(name: Value): string {
  if (typeof name === 'string') return name;
  raise('TypeError', `attribute name must be string, not '${typeName(name)}'`);
}

/** The variables that the innermost frame has: its own, or in main the global ones. */
export function namesInScope(machine: Machine): Iterable<string> {
  if (machine.frameCount === 1) return machine.boundGlobals().keys();
  const { function: index, locals } = machine.frame(machine.frameCount - 1);
  return machine.program.functions[index].locals.filter((_, slot) => locals[slot] !== undefined);
}
