import { raise, raiseAttributeError } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ClassObject, NativeGetter, PropertyObject } from '../objects/index.ts';
import { callLater, type Outcome } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { classOf, specialMethod, typeNamed } from '../types/registry.ts';
import { typeName, type Value } from '../values/index.ts';
import { attributesOf, propertyHasNo, raiseMissing } from './attributes.ts';

/** `object.name = value`; answers with `None`. */
export function storeAttribute(machine: Machine, object: Value, name: string, value: Value): Outcome {
  const own = specialMethod(object, '__setattr__');
  return own === undefined
    ? storePlainAttribute(machine, object, name, value)
    : callMethod(own, [object, name, value]).thenDo(nothing);
}

/** `del object.name`; answers with `None`. */
export function deleteAttribute(machine: Machine, object: Value, name: string): Outcome {
  const own = specialMethod(object, '__delattr__');
  return own === undefined
    ? deletePlainAttribute(machine, object, name)
    : callMethod(own, [object, name]).thenDo(nothing);
}

/** What a `__setattr__` or `__delattr__` returns is of no interest. */
const nothing = { after: () => null };

/** `object.name = value` as `object` does it: a `__setattr__` of the class does not count. */
export function storePlainAttribute(machine: Machine, object: Value, name: string, value: Value): Outcome {
  const described = changeDescribed(machine, object, name, value);
  if (described !== undefined) return described;
  const attributes = attributesOf(object);
  if (attributes === undefined) return raiseFixed(object, name);
  attributes.set(machine.heap, name, value);
  if (object instanceof ClassObject && name === '__eq__') hideHash(machine, object);
  return null;
}

/** `del object.name` as `object` does it. */
export function deletePlainAttribute(machine: Machine, object: Value, name: string): Outcome {
  const described = changeDescribed(machine, object, name, undefined);
  if (described !== undefined) return described;
  const attributes = attributesOf(object);
  if (attributes === undefined) return raiseFixed(object, name);
  if (!attributes.delete(machine.heap, name)) return raiseMissing(object, name);
  return null;
}

/** Objects of a class that says when they are equal, and not how they are hashed, are unhashable. */
export function hideHash(machine: Machine, type: ClassObject): void {
  if (type.attributes.get('__hash__') === undefined) type.attributes.set(machine.heap, '__hash__', null);
}

/** Lets the class change an attribute that it computes; `undefined` is for deleting, and the answer where it has none. */
function changeDescribed(machine: Machine, object: Value, name: string, value: Value | undefined): Outcome | undefined {
  if (object instanceof ClassObject && object.isBuiltIn) {
    raise('TypeError', `cannot set '${name}' attribute of immutable type '${object.name}'`);
  }
  const type = object instanceof ClassObject ? typeNamed('type') : classOf(object);
  const onClass = type.lookUp(name);
  if (onClass instanceof PropertyObject) return changeProperty(onClass, object, name, value);
  if (!(onClass instanceof NativeGetter) || onClass.read(object, machine) === undefined) return undefined;
  if (onClass.write !== null) return onClass.write(machine, object, value);
  raiseAttributeError(`attribute '${name}' of '${onClass.owner}' objects is not writable`, object, name);
}

function changeProperty(property: PropertyObject, object: Value, name: string, value: Value | undefined): Outcome {
  const change = value === undefined ? property.deleter : property.setter;
  if (change !== null) return callLater(change, value === undefined ? [object] : [object, value]).thenDo(nothing);
  raiseAttributeError(propertyHasNo(value === undefined ? 'deleter' : 'setter', object, name), object, name);
}

/** The object has only what its type gives it. */
function raiseFixed(object: Value, name: string): never {
  if (classOf(object).lookUp(name) === undefined) return raiseMissing(object, name);
  raiseAttributeError(`'${typeName(object)}' object attribute '${name}' is read-only`, object, name);
}
