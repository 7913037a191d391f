import { raise, raiseAttributeError } from '../errors.ts';
import { nextSharedNumber } from '../heap/shared-numbers.ts';
import type { Machine } from '../machine.ts';
import {
  BoundMethod,
  ClassObject,
  ExceptionObject,
  FunctionObject,
  InstanceObject,
  ListObject,
  MethodWrapper,
  NativeFunction,
  NativeGetter,
  PropertyObject,
  type OwnAttributes,
} from '../objects/index.ts';
import { Pending, callLater, later, type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { classOf, specialMethod, typeNamed } from '../types/registry.ts';
import { typeName, type Value } from '../values/index.ts';

/** `object.name` */
export function loadAttribute(machine: Machine, object: Value, name: string): Outcome {
  const outcome = attributeIfAny(machine, object, name);
  return outcome === undefined ? raiseMissing(object, name) : outcome;
}

/** The same, and `otherwise` where there is no such attribute. */
export function loadAttributeOr(machine: Machine, object: Value, name: string, otherwise: Value): Outcome {
  const outcome = attributeIfAny(machine, object, name);
  if (outcome === undefined) return otherwise;
  return outcome instanceof Pending ? outcome.thenDo(orOtherwise, otherwise) : outcome;
}

/** Stands for an attribute that is not there; no program has it. */
export const NO_ATTRIBUTE = new ListObject([]);
NO_ATTRIBUTE.allocation = nextSharedNumber();

/** `object.name` as `object` has it: what a `__getattr__` of the class would give does not count. */
export function loadPlainAttribute(machine: Machine, object: Value, name: string): Outcome {
  const outcome = plainAttribute(machine, object, name);
  return outcome === undefined ? raiseMissing(object, name) : outcome;
}

/** `super().name` of a method that `holder` holds: looked up behind `holder` in the order of the object's class. */
export function loadSuper(machine: Machine, holder: ClassObject, object: Value, name: string): Outcome {
  const type = object instanceof ClassObject && object.isSubclassOf(holder) ? object : classOf(object);
  const { order } = type;
  const place = order.indexOf(holder);
  if (place < 0) raise('TypeError', 'super(type, obj): obj must be an instance or subtype of type');
  for (let behind = place + 1; behind < order.length; behind++) {
    const found = order[behind].attributes.get(name);
    if (found !== undefined) return bind(machine, found, object === type ? null : { self: object }, type);
  }
  raiseAttributeError(`'super' object has no attribute '${name}'`, object, name);
}

/** The attributes of an object that can have any; `undefined` for what has only those of its type. */
export function attributesOf(object: Value): OwnAttributes | undefined {
  if (object instanceof InstanceObject) return object.class.isBuiltIn ? undefined : object.attributes;
  const has =
    object instanceof ClassObject ||
    object instanceof FunctionObject ||
    object instanceof ExceptionObject ||
    (object instanceof MethodWrapper && !isShared(object));
  return has ? object.attributes : undefined;
}

/** Whether all machines have the same one, so that nothing in it may change. */
function isShared(object: MethodWrapper): boolean {
  return object.allocation < 0;
}

/** What `object.name` is; `undefined` where there is no such attribute. */
function attributeIfAny(machine: Machine, object: Value, name: string): Outcome | undefined {
  const outcome = plainAttribute(machine, object, name);
  if (outcome !== undefined && !(outcome instanceof Pending)) return outcome;
  const fallback = specialMethod(object, '__getattr__');
  if (fallback === undefined) return outcome;
  if (outcome !== undefined) return outcome.thenDo(orFallback, fallback, object, name);
  return callMethod(fallback, [object, name]);
}

/** A property comes before what the object itself has, anything else of its class after that. */
function plainAttribute(machine: Machine, object: Value, name: string): Outcome | undefined {
  if (object instanceof ClassObject) return classAttribute(machine, object, name);
  const type = classOf(object);
  const onClass = type.lookUp(name);
  if (onClass instanceof PropertyObject) return readProperty(onClass, object, name);
  if (onClass instanceof NativeGetter) return onClass.read(object, machine);
  const own = attributesOf(object)?.get(name);
  if (own !== undefined) return own;
  if (onClass !== undefined) return bind(machine, onClass, { self: object }, type);
  if (object instanceof MethodWrapper && COPIED_LABELS.has(name)) return attributeIfAny(machine, object.function, name);
  const isOfProgram = object instanceof BoundMethod && !(object.function instanceof NativeFunction);
  return isOfProgram ? loadAttribute(machine, object.function, name) : undefined;
}

/** What `staticmethod` and `classmethod` take over from their function. */
const COPIED_LABELS: ReadonlySet<string> = new Set(['__module__', '__name__', '__qualname__']);

function classAttribute(machine: Machine, type: ClassObject, name: string): Outcome | undefined {
  const typeOfTypes = typeNamed('type');
  const onType = typeOfTypes.lookUp(name);
  if (onType instanceof NativeGetter) {
    const value = onType.read(type, machine);
    if (value !== undefined) return value;
  }
  const found = type.lookUp(name);
  if (found !== undefined) return bind(machine, found, null, type);
  return onType === undefined ? undefined : bind(machine, onType, { self: type }, typeOfTypes);
}

/** What an attribute of a class becomes when it is read through an object, or (`null`) through the class itself. */
function bind(
  machine: Machine,
  attribute: Value,
  through: { readonly self: Value } | null,
  type: ClassObject,
): Outcome {
  if (attribute instanceof MethodWrapper) {
    if (attribute.typeName === 'staticmethod') return attribute.function;
    return machine.allocate(new BoundMethod(type, attribute.function));
  }
  if (through === null) return attribute;
  const { self } = through;
  if (attribute instanceof PropertyObject) return readProperty(attribute, self, '');
  if (attribute instanceof NativeGetter) {
    const value = attribute.read(self, machine);
    return value === undefined ? attribute : value;
  }
  const isMethod =
    attribute instanceof FunctionObject || (attribute instanceof NativeFunction && attribute.owner !== null);
  return isMethod ? machine.allocate(new BoundMethod(self, attribute)) : attribute;
}

function readProperty(property: PropertyObject, object: Value, name: string): Outcome {
  if (property.getter !== null) return callLater(property.getter, [object]);
  // Raised where somebody waits for it, such as a `__getattr__`.
  return later(null).thenDo(raiseNoGetter, object, name);
}

const raiseNoGetter: Step<[object: Value, name: string]> = {
  after: (_machine, _nothing, object, name) => raiseAttributeError(propertyHasNo('getter', object, name), object, name),
};

const orOtherwise: Step<[otherwise: Value]> = {
  after: (_machine, value) => value,
  rescues: ['AttributeError'],
  rescue: (_machine, _error, otherwise) => otherwise,
};

const orFallback: Step<[fallback: Value, object: Value, name: string]> = {
  after: (_machine, value) => value,
  rescues: ['AttributeError'],
  rescue: (_machine, _error, fallback, object, name) => callMethod(fallback, [object, name]),
};

/** What messages say of a property that lacks a function: `property 'x' of 'C' object has no setter`. */
export function propertyHasNo(what: 'getter' | 'setter' | 'deleter', object: Value, name: string): string {
  return `property${name === '' ? '' : ` '${name}'`} of '${classOf(object).qualifiedName}' object has no ${what}`;
}

/** Raises the error of an attribute that is not there. */
export function raiseMissing(object: Value, name: string): never {
  const owner = object instanceof ClassObject ? `type object '${object.name}'` : `'${typeName(object)}' object`;
  raiseAttributeError(`${owner} has no attribute '${name}'`, object, name);
}
