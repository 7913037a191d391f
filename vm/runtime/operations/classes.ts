import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  ClassObject,
  DictObject,
  NativeGetter,
  TupleObject,
  type ClassNames,
  type ClassOrder,
} from '../objects/index.ts';
import { belowOnly, typeNamed } from '../types/registry.ts';
import { typeName, type Value } from '../values/index.ts';
import { hideHash } from './attribute-changes.ts';

/** A new class below these; raises `TypeError` where they are no classes, or have no common order. */
export function makeClass(names: ClassNames, bases: readonly Value[]): ClassObject {
  const above = orderAbove(bases);
  return new ClassObject(names, above, leadingBase(above.bases).construct);
}

/** `type(name, bases, attributes)`: a new class that takes over what stands in a dict. */
export function makeClassOf(machine: Machine, name: Value, bases: Value, attributes: Value): ClassObject {
  if (typeof name !== 'string') raiseBadPart(1, 'str', name);
  if (!(bases instanceof TupleObject)) raiseBadPart(2, 'tuple', bases);
  if (!(attributes instanceof DictObject)) raiseBadPart(3, 'dict', attributes);
  const { table } = attributes;
  const values = table.values();
  const entries = new Map<Value, Value>(table.keys().map((key, index) => [key, values[index]]));
  const qualifiedName = entries.get('__qualname__') ?? name;
  if (typeof qualifiedName !== 'string') {
    raise('TypeError', `type __qualname__ must be a str, not ${typeName(qualifiedName)}`);
  }
  const type = machine.allocate(makeClass({ name, qualifiedName }, bases.items));
  for (const [key, value] of entries) {
    if (typeof key === 'string' && key !== '__qualname__') type.attributes.set(machine.heap, key, value);
  }
  if (!entries.has('__module__')) type.attributes.set(machine.heap, '__module__', '__main__');
  if (entries.has('__eq__')) hideHash(machine, type);
  return type;
}

function raiseBadPart(place: number, wanted: string, found: Value): never {
  raise('TypeError', `type.__new__() argument ${place} must be ${wanted}, not ${typeName(found)}`);
}

/** The base that says how instances are made and what they keep; raises `TypeError` where two of them say different things. */
function leadingBase(bases: readonly ClassObject[]): ClassObject {
  const [first, ...others] = bases.map(keeper);
  let leading = first;
  for (const each of others) {
    if (each.isSubclassOf(leading)) leading = each;
    else if (!leading.isSubclassOf(each)) raise('TypeError', 'multiple bases have instance lay-out conflict');
  }
  return leading;
}

/** The nearest built-in class that keeps something of its own in its instances: it reads that for the program. */
function keeper(type: ClassObject): ClassObject {
  return type.order.find(keepsOwn) ?? type;
}

function keepsOwn({ isBuiltIn, attributes }: ClassObject): boolean {
  return isBuiltIn && attributes.entries().some(([, value]) => value instanceof NativeGetter);
}

function orderAbove(bases: readonly Value[]): ClassOrder {
  const object = typeNamed('object');
  if (bases.length === 0) return belowOnly(object);
  const classes = bases.map(base => {
    if (!(base instanceof ClassObject)) raise('TypeError', `bases must be types, not '${typeName(base)}'`);
    const isAllowed = !base.isBuiltIn || base === object || base.order.some(each => each.name === 'BaseException');
    if (!isAllowed) raise('TypeError', `type '${base.name}' is not an acceptable base type`);
    return base;
  });
  const twice = classes.find((base, index) => classes.indexOf(base) < index);
  if (twice) raise('TypeError', `duplicate base class ${twice.name}`);
  return { bases: classes, order: merge([...classes.map(base => [...base.order]), [...classes]]) };
}

/** The C3 order: takes the first class that no other list has behind its head, as long as there is one. */
function merge(lists: ClassObject[][]): ClassObject[] {
  const merged: ClassObject[] = [];
  for (;;) {
    const left = lists.filter(list => list.length > 0);
    if (left.length === 0) return merged;
    const next = left.map(([head]) => head).find(head => left.every(list => !list.includes(head, 1)));
    if (next === undefined) {
      const names = [...new Set(left.map(([head]) => head.name))].join(', ');
      raise('TypeError', `Cannot create a consistent method resolution\norder (MRO) for bases ${names}`);
    }
    merged.push(next);
    for (const list of left) if (list[0] === next) list.shift();
  }
}
