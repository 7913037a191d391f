import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { dictOfNames, newList, newTuple, type Arguments, type ClassObject, type Construct } from '../objects/index.ts';
import { makeClassOf } from '../operations/classes.ts';
import { callLater, type Outcome } from '../pending.ts';
import { typeName, type Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { raiseReadonly } from './readonly.ts';
import { classOf } from './registry.ts';

/** `type(value)`, or a new class. */
const constructType: Construct = (machine, _type, { values, names }) => {
  if (names.length > 0 && values.length - names.length === 1) raise('TypeError', 'type() takes no keyword arguments');
  if (values.length === 1 && names.length === 0) return classOf(values[0]);
  if (values.length !== 3 || names.length > 0) raise('TypeError', 'type() takes 1 or 3 arguments');
  const [name, bases, attributes] = values;
  return makeClassOf(machine, name, bases, attributes);
};

/** The type of classes. */
export const TYPE: TypeDefinition = {
  construct: constructType,

  methods: {
    mro(machine: Machine, self: ClassObject): Outcome {
      return newList(machine.heap, [...self.order]);
    },

    __instancecheck__: (_machine: Machine, self: ClassObject, { values }: Arguments): Outcome =>
      classOf(values[0]).isSubclassOf(self),
  },

  operators: {
    __call__: (_machine: Machine, self: ClassObject, { values, names }: Arguments): Outcome =>
      callLater(self, values, names),
  },

  getters: {
    __name__: (self: ClassObject) => self.name,
    __qualname__: (self: ClassObject) => self.qualifiedName,
    __module__: (self: ClassObject) => self.attributes.get('__module__') ?? (self.isBuiltIn ? 'builtins' : '__main__'),
    __base__: (self: ClassObject) => self.bases[0] ?? null,
    __bases__: (self: ClassObject, machine) => newTuple(machine.heap, self.bases),
    __mro__: (self: ClassObject, machine) => newTuple(machine.heap, self.order),

    __dict__(self: ClassObject, machine: Machine): Value {
      if (!self.isBuiltIn) return self.attributes.asDict(machine.heap);
      // All machines share it: what a program does to this one is its own affair.
      return machine.allocate(dictOfNames(machine.heap, new Map(self.attributes.entries())));
    },
  },

  setters: {
    __base__: raiseReadonly,
    __mro__: raiseReadonly,

    __name__: (machine: Machine, self: ClassObject, name: Value | undefined): Outcome => {
      self.rename(machine.heap, { name: checkedName(self, '__name__', name) });
      return null;
    },

    __qualname__: (machine: Machine, self: ClassObject, name: Value | undefined): Outcome => {
      self.rename(machine.heap, { qualifiedName: checkedName(self, '__qualname__', name) });
      return null;
    },

    __module__: (machine: Machine, self: ClassObject, name: Value | undefined): Outcome => {
      if (name === undefined) return raiseUndeletable(self, '__module__');
      self.attributes.set(machine.heap, '__module__', name);
      return null;
    },
  },
};

function checkedName(self: ClassObject, attribute: string, name: Value | undefined): string {
  if (typeof name === 'string') return name;
  if (name === undefined) return raiseUndeletable(self, attribute);
  raise('TypeError', `can only assign string to ${self.name}.${attribute}, not '${typeName(name)}'`);
}

function raiseUndeletable(self: ClassObject, attribute: string): never {
  raise('TypeError', `cannot delete '${attribute}' attribute of immutable type '${self.name}'`);
}
