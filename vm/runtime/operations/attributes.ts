import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  BoundMethod,
  ClassObject,
  ExceptionObject,
  FunctionObject,
  InstanceObject,
  MethodWrapper,
  NativeFunction,
  NativeGetter,
  PropertyObject,
} from '../objects/index.ts';
import { callLater, type Outcome } from '../pending.ts';
import { classOf, specialMethod } from '../types/registry.ts';
import { typeName, type HeapObject, type Value } from '../values/index.ts';

/** `object.name` */
export function loadAttribute(machine: Machine, object: Value, name: string): Outcome {
  if (object instanceof ClassObject) return loadClassAttribute(machine, object, name);
  const type = classOf(object);
  const onClass = type.lookUp(name);
  if (onClass instanceof PropertyObject) return readProperty(onClass, object, name);
  if (onClass instanceof NativeGetter) return onClass.read(object, machine);
  const own = ownAttribute(machine, object, name);
  if (own !== undefined) return own;
  if (onClass !== undefined) return bind(machine, onClass, object, type);
  const fallback = specialMethod(object, '__getattr__');
  if (fallback !== undefined) return callLater(fallback, [object, name]);
  raise('AttributeError', `'${typeName(object)}' object has no attribute '${name}'`);
}

/** `object.name = value`; answers with `None`. */
export function storeAttribute(machine: Machine, object: Value, name: string, value: Value): Outcome {
  const own = specialMethod(object, '__setattr__');
  if (own !== undefined) return callLater(own, [object, name, value]);
  const onClass = classOf(object).lookUp(name);
  if (onClass instanceof PropertyObject && !(object instanceof ClassObject)) {
    if (onClass.setter !== null) return callLater(onClass.setter, [object, value]);
    raise('AttributeError', `property '${name}' of '${typeName(object)}' object has no setter`);
  }
  if (onClass instanceof NativeGetter) {
    raise('AttributeError', `attribute '${name}' of '${onClass.owner}' objects is not writable`);
  }
  if (object instanceof ClassObject && object.isBuiltIn) {
    raise('TypeError', `cannot set '${name}' attribute of immutable type '${object.name}'`);
  }
  const attributes = attributesOf(object);
  if (attributes === undefined) raise('AttributeError', `'${typeName(object)}' object has no attribute '${name}'`);
  attributes.set(machine.heap, object as HeapObject, name, value);
  return null;
}

/** `del object.name`; answers with `None`. */
export function deleteAttribute(machine: Machine, object: Value, name: string): Outcome {
  const own = specialMethod(object, '__delattr__');
  if (own !== undefined) return callLater(own, [object, name]);
  const attributes = attributesOf(object);
  if (attributes?.delete(machine.heap, object as HeapObject, name) === true) return null;
  raise('AttributeError', `'${typeName(object)}' object has no attribute '${name}'`);
}

/** `super().name` of a method that `holder` holds: looked up behind `holder` in the order of the object's class. */
export function loadSuper(machine: Machine, holder: ClassObject, object: Value, name: string): Outcome {
  const type = object instanceof ClassObject && object.isSubclassOf(holder) ? object : classOf(object);
  if (!type.isSubclassOf(holder)) raise('TypeError', 'super(type, obj): obj must be an instance or subtype of type');
  const behind = type.order.slice(type.order.indexOf(holder) + 1);
  for (const each of behind) {
    const found = each.attributes.get(name);
    if (found !== undefined) return bind(machine, found, object === type ? null : object, type);
  }
  raise('AttributeError', `'super' object has no attribute '${name}'`);
}

/** What an attribute of a class becomes when it is read through an object (`null`: through the class itself). */
export function bind(machine: Machine, attribute: Value, object: Value, type: ClassObject): Outcome {
  if (attribute instanceof MethodWrapper) {
    if (attribute.typeName === 'staticmethod') return attribute.function;
    return machine.allocate(new BoundMethod(type, attribute.function));
  }
  if (object === null && !(attribute instanceof NativeFunction && type.name === 'NoneType')) return attribute;
  if (attribute instanceof PropertyObject) return readProperty(attribute, object, '');
  if (attribute instanceof NativeGetter) return attribute.read(object, machine);
  const isMethod =
    attribute instanceof FunctionObject || (attribute instanceof NativeFunction && attribute.owner !== null);
  return isMethod ? machine.allocate(new BoundMethod(object, attribute)) : attribute;
}

function readProperty(property: PropertyObject, object: Value, name: string): Outcome {
  if (property.getter !== null) return callLater(property.getter, [object]);
  raise('AttributeError', `property '${name}' of '${typeName(object)}' object has no getter`);
}

function loadClassAttribute(machine: Machine, type: ClassObject, name: string): Outcome {
  const found = type.lookUp(name);
  if (found !== undefined) return bind(machine, found, null, type);
  switch (name) {
    case '__name__':
      return type.name;
    case '__qualname__':
      return type.qualifiedName;
  }
  raise('AttributeError', `type object '${type.name}' has no attribute '${name}'`);
}

function ownAttribute(machine: Machine, object: Value, name: string): Value | undefined {
  const attributes = attributesOf(object);
  const own = attributes?.get(name);
  if (own !== undefined) return own;
  switch (name) {
    case '__class__':
      return classOf(object);
    case '__dict__':
      return attributes?.asDict(machine.heap, object as HeapObject);
    case 'args':
      return object instanceof ExceptionObject ? object.args : undefined;
    case '__name__':
      return object instanceof FunctionObject ? object.code.code.name : undefined;
  }
  return undefined;
}

function attributesOf(object: Value): FunctionObject['attributes'] | undefined {
  const has =
    object instanceof InstanceObject ||
    object instanceof ClassObject ||
    object instanceof FunctionObject ||
    object instanceof ExceptionObject;
  return has ? object.attributes : undefined;
}
