import { exactArguments, namedArguments, onlyArgument } from '../built-ins/arguments.ts';
import type { Machine } from '../machine.ts';
import { MethodWrapper, PropertyObject, type Arguments, type Construct } from '../objects/index.ts';
import { callLater, type Outcome } from '../pending.ts';
import type { Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { raiseReadonly } from './readonly.ts';

const constructProperty: Construct = (machine, _type, given) => {
  const [getter, setter, deleter, documentation] = namedArguments(
    'property',
    given,
    ['fget', 'fset', 'fdel', 'doc'],
    0,
  );
  return machine.allocate(new PropertyObject(getter ?? null, setter ?? null, deleter ?? null, documentation ?? null));
};

export const PROPERTY: TypeDefinition = {
  construct: constructProperty,

  methods: {
    getter(machine: Machine, self: PropertyObject, given: Arguments): Outcome {
      return changed(machine, self, { getter: onlyArgument('property.getter', given) });
    },

    setter(machine: Machine, self: PropertyObject, given: Arguments): Outcome {
      return changed(machine, self, { setter: onlyArgument('property.setter', given) });
    },

    deleter(machine: Machine, self: PropertyObject, given: Arguments): Outcome {
      return changed(machine, self, { deleter: onlyArgument('property.deleter', given) });
    },
  },

  getters: {
    fget: (self: PropertyObject) => self.getter,
    fset: (self: PropertyObject) => self.setter,
    fdel: (self: PropertyObject) => self.deleter,
    __doc__: (self: PropertyObject) => self.documentation,
  },

  setters: { fget: raiseReadonly, fset: raiseReadonly, fdel: raiseReadonly },
};

type Functions = Partial<Record<'getter' | 'setter' | 'deleter', Value>>;

/** A new property with a function changed; `None` changes nothing. */
function changed(machine: Machine, property: PropertyObject, { getter, setter, deleter }: Functions): PropertyObject {
  return machine.allocate(
    new PropertyObject(
      getter ?? property.getter,
      setter ?? property.setter,
      deleter ?? property.deleter,
      property.documentation,
    ),
  );
}

export const STATIC_METHOD: TypeDefinition = {
  ...wrapperOf('staticmethod'),
  operators: {
    __call__: (_machine: Machine, self: MethodWrapper, { values, names }: Arguments): Outcome =>
      callLater(self.function, values, names),
  },
};

export const CLASS_METHOD: TypeDefinition = wrapperOf('classmethod');

function wrapperOf(kind: MethodWrapper['typeName']): TypeDefinition {
  return {
    methods: {},
    construct: (machine, _type, given) => machine.allocate(new MethodWrapper(kind, exactArguments(kind, given, 1)[0])),
    getters: {
      __func__: (self: MethodWrapper) => self.function,
      __wrapped__: (self: MethodWrapper) => self.function,
    },
    setters: { __func__: raiseReadonly, __wrapped__: raiseReadonly },
  };
}
