import { raise } from '../errors.ts';
import { nextSharedNumber } from '../heap/shared-numbers.ts';
import type { Machine } from '../machine.ts';
import {
  ClassObject,
  MethodWrapper,
  NativeFunction,
  NativeGetter,
  type NativeWrite,
  type Arguments,
  type NativeCode,
  type NativeMethodCode,
} from '../objects/index.ts';
import type { Outcome } from '../pending.ts';
import { typeName, type Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { belowOnly, cannotCreate, registerType } from './registry.ts';

/** A method of a built-in type; `self` is of the type, the arguments are those behind it. */
export type NativeMethod = (machine: Machine, self: never, given: Arguments) => Outcome;

/** The methods of a type by their names. */
export type NativeMethods = Readonly<Record<string, NativeMethod>>;

/** Attributes of values of a type that are no methods, by their names. */
export type NativeGetters = Readonly<Record<string, (self: never, machine: Machine) => Value | undefined>>;

/** What setting those of them does that can be set; with `undefined`, deleting them. */
export type NativeSetters = Readonly<
  Record<string, (machine: Machine, self: never, value: Value | undefined) => Outcome>
>;

/** Functions in the name space of a type. */
export type NativeStatics = Readonly<Record<string, NativeCode>>;

/** Functions that get the class that they are called on. */
export type NativeClassMethods = Readonly<
  Record<string, (machine: Machine, type: ClassObject, given: Arguments) => Outcome>
>;

/** Makes a built-in type below `base`, and registers it. */
export function defineType(
  name: string,
  base: ClassObject | null,
  {
    methods,
    operators = {},
    attributes = {},
    getters = {},
    setters = {},
    statics = {},
    classMethods = {},
    compare,
    construct = cannotCreate,
  }: Omit<TypeDefinition, 'base'>,
): ClassObject {
  const above = base === null ? { bases: [], order: [] } : belowOnly(base);
  const type = new ClassObject({ name, qualifiedName: name }, above, construct, true);
  for (const [methodName, method] of Object.entries(methods)) {
    type.attributes.define(methodName, methodOf(type, methodName, method));
  }
  for (const [attribute, value] of Object.entries(attributes)) type.attributes.define(attribute, value);
  for (const [methodName, method] of Object.entries(operators)) {
    type.attributes.define(methodName, operatorOf(type, methodName, method));
  }
  for (const [getterName, read] of Object.entries(getters)) {
    const write = (setters[getterName] ?? null) as NativeWrite | null;
    type.attributes.define(getterName, new NativeGetter(getterName, name, read as NativeGetter['read'], write));
  }
  for (const [staticName, run] of Object.entries(statics)) {
    type.attributes.define(
      staticName,
      classMethodOf(type, staticName, (machine, _type, given) => run(machine, given)),
    );
  }
  for (const [methodName, run] of Object.entries(classMethods)) {
    type.attributes.define(methodName, classMethodOf(type, methodName, run));
  }
  registerType(type, compare);
  return type;
}

/** What a class binds to itself, whatever it is read through. */
function classMethodOf(type: ClassObject, name: string, run: NativeClassMethods[string]): MethodWrapper {
  const native = new NativeFunction(name, type.name, (machine, { values: [self, ...values], names }) =>
    run(machine, self as ClassObject, { values, names }),
  );
  const wrapper = new MethodWrapper('classmethod', native);
  wrapper.allocation = nextSharedNumber();
  return wrapper;
}

/** What an operator does, as a function whose first argument is the object. */
function operatorOf(type: ClassObject, name: string, method: NativeMethod): NativeFunction {
  const run = (machine: Machine, { values, names }: Arguments): Outcome => {
    if (values.length === names.length) {
      raise('TypeError', `descriptor '${name}' of '${type.name}' object needs an argument`);
    }
    const [self, ...rest] = values;
    if (!machine.classOf(self).isSubclassOf(type)) {
      const found = typeName(self);
      raise('TypeError', `descriptor '${name}' requires a '${type.name}' object but received a '${found}'`);
    }
    if (names.length > 0 && !TAKES_NAMES.has(name)) raise('TypeError', `wrapper ${name}() takes no keyword arguments`);
    return (method as NativeMethodCode)(machine, self, { values: rest, names });
  };
  return new NativeFunction(name, type.name, run, true);
}

/** What hands its arguments on. */
const TAKES_NAMES: ReadonlySet<string> = new Set(['__init__', '__call__']);

/** A method as a function whose first argument is the object. */
function methodOf(type: ClassObject, name: string, method: NativeMethod): NativeFunction {
  const run = (machine: Machine, { values, names }: Arguments): Outcome => {
    if (values.length === names.length) raise('TypeError', `unbound method ${type.name}.${name}() needs an argument`);
    const self = values[0];
    if (!machine.classOf(self).isSubclassOf(type)) {
      const found = typeName(self);
      raise('TypeError', `descriptor '${name}' for '${type.name}' objects doesn't apply to a '${found}' object`);
    }
    return (method as NativeMethodCode)(machine, self, { values: values.slice(1), names });
  };
  return new NativeFunction(name, type.name, run, false, method as NativeMethodCode);
}
