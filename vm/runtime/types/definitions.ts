import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ClassObject, NativeFunction, type Arguments, type Construct } from '../objects/index.ts';
import type { Outcome } from '../pending.ts';
import { typeName, type Value } from '../values/index.ts';
import { belowOnly, cannotCreate, registerType } from './registry.ts';

/** A method of a built-in type; `self` is of the type, the arguments are those behind it. */
export type NativeMethod = (machine: Machine, self: never, given: Arguments) => Outcome;

/** The methods of a type by their names. */
export type NativeMethods = Readonly<Record<string, NativeMethod>>;

/** Makes a built-in type, and registers it. */
export function defineType(
  name: string,
  base: ClassObject | null,
  methods: NativeMethods,
  construct: Construct = cannotCreate,
): ClassObject {
  const above = base === null ? { bases: [], order: [] } : belowOnly(base);
  const type = new ClassObject({ name, qualifiedName: name }, above, construct, true);
  for (const [methodName, method] of Object.entries(methods)) {
    type.attributes.define(methodName, methodOf(type, methodName, method));
  }
  registerType(type);
  return type;
}

/** A method as a function whose first argument is the object. */
function methodOf(type: ClassObject, name: string, method: NativeMethod): NativeFunction {
  return new NativeFunction(name, type.name, (machine, { values, names }) => {
    if (values.length === names.length) raise('TypeError', `unbound method ${type.name}.${name}() needs an argument`);
    const [self, ...rest] = values;
    if (!machine.classOf(self).isSubclassOf(type)) {
      const found = typeName(self);
      raise('TypeError', `descriptor '${name}' for '${type.name}' objects doesn't apply to a '${found}' object`);
    }
    const run = method as (machine: Machine, self: Value, given: Arguments) => Outcome;
    return run(machine, self, { values: rest, names });
  });
}
