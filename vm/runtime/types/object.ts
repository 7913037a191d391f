import { onlyArgument } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ClassObject, DictObject, InstanceObject, type Arguments, type Construct } from '../objects/index.ts';
import { deletePlainAttribute, storePlainAttribute } from '../operations/attribute-changes.ts';
import { attributesOf, loadPlainAttribute } from '../operations/attributes.ts';
import { attributeName, attributeNames } from '../operations/attribute-names.ts';
import { checkNoArguments, construct } from '../operations/construct.ts';
import { plainHash } from '../operations/hashing.ts';
import { NOT_IMPLEMENTED } from '../operations/not-implemented.ts';
import { unary } from '../operations/operators.ts';
import { instanceText } from '../operations/repr-layout.ts';
import { repr, str } from '../operations/text.ts';
import { type Outcome, type Step } from '../pending.ts';
import { callMethod } from '../operations/method-calls.ts';
import { isSame, typeName, type HeapObject, type Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import type { NativeMethods } from './definitions.ts';
import { oneOperand, operands } from './operands.ts';
import { classOf } from './registry.ts';

/** `object()`, and every class of the program that is no exception. */
export const constructObject: Construct = (machine, type, given) =>
  construct(machine, type, machine.allocate(new InstanceObject(type)), given);

const noOrder = (): Outcome => NOT_IMPLEMENTED;

/** How attributes are read and changed where no class of the program says otherwise. */
export const ATTRIBUTE_OPERATORS: NativeMethods = {
  __getattribute__(machine: Machine, self: Value, given: Arguments): Outcome {
    return loadPlainAttribute(machine, self, attributeName(oneOperand(given)));
  },

  __setattr__(machine: Machine, self: Value, given: Arguments): Outcome {
    const [name, value] = operands(given, 2);
    return storePlainAttribute(machine, self, attributeName(name), value);
  },

  __delattr__(machine: Machine, self: Value, given: Arguments): Outcome {
    return deletePlainAttribute(machine, self, attributeName(oneOperand(given)));
  },
};

/** What every object can do, as far as its class does not say otherwise; `super()` finds these last. */
export const OBJECT: Omit<TypeDefinition, 'base'> = {
  construct: constructObject,

  statics: {
    __new__(machine: Machine, { values: [type] }: Arguments): Outcome {
      if (type === undefined) raise('TypeError', 'object.__new__(): not enough arguments');
      if (!(type instanceof ClassObject)) {
        raise('TypeError', `object.__new__(X): X is not a type object (${typeName(type)})`);
      }
      if (type.construct === constructObject) return machine.allocate(new InstanceObject(type));
      raise('TypeError', `object.__new__(${type.name}) is not safe, use ${type.name}.__new__()`);
    },
  },

  methods: {
    __format__(machine: Machine, self: Value, given: Arguments): Outcome {
      const spec = onlyArgument('object.__format__', given);
      if (typeof spec !== 'string') raise('TypeError', `__format__() argument must be str, not ${typeName(spec)}`);
      if (spec === '') return str(machine, self);
      raise('TypeError', `unsupported format string passed to ${typeName(self)}.__format__`);
    },

    __dir__(machine: Machine, self: Value, { values }: Arguments): Outcome {
      if (values.length > 0) raise('TypeError', `object.__dir__() takes no arguments (${values.length} given)`);
      return attributeNames(machine, self);
    },

    __init_subclass__: (): Outcome => null,
  },

  operators: {
    __init__(_machine: Machine, self: HeapObject, given: Arguments): Outcome {
      checkNoArguments(classOf(self), given);
      return null;
    },

    __repr__: (_machine: Machine, self: Value): Outcome => instanceText(self),

    __str__: (machine: Machine, self: Value): Outcome => repr(machine, self),

    __hash__: (_machine: Machine, self: Value): Outcome => plainHash(self),

    __eq__(_machine: Machine, self: Value, given: Arguments): Outcome {
      return isSame(self, oneOperand(given)) ? true : NOT_IMPLEMENTED;
    },

    __ne__(_machine: Machine, self: Value, given: Arguments): Outcome {
      const other = oneOperand(given);
      return callMethod(classOf(self).lookUp('__eq__') ?? null, [self, other]).thenDo(opposite);
    },

    __lt__: noOrder,
    __le__: noOrder,
    __gt__: noOrder,
    __ge__: noOrder,

    ...ATTRIBUTE_OPERATORS,
  },

  attributes: { __doc__: null },

  getters: {
    __class__: (self: Value): Value => classOf(self),

    __dict__(self: Value, { heap }: Machine): Value | undefined {
      return attributesOf(self)?.asDict(heap);
    },
  },

  setters: {
    __class__(machine: Machine, self: Value, type: Value | undefined): Outcome {
      if (type === undefined) raise('TypeError', "can't delete __class__ attribute");
      if (!(type instanceof ClassObject)) {
        raise('TypeError', `__class__ must be set to a class, not '${typeName(type)}' object`);
      }
      const canChange = self instanceof InstanceObject && !self.class.isBuiltIn && !type.isBuiltIn;
      if (!canChange) {
        raise('TypeError', '__class__ assignment only supported for mutable types or ModuleType subclasses');
      }
      if (type.construct !== constructObject) {
        raise('TypeError', `__class__ assignment: '${type.name}' object layout differs from '${self.class.name}'`);
      }
      self.setClass(machine.heap, type);
      return null;
    },

    __dict__(machine: Machine, self: Value, dict: Value | undefined): Outcome {
      if (dict !== undefined && !(dict instanceof DictObject)) {
        raise('TypeError', `__dict__ must be set to a dictionary, not a '${typeName(dict)}'`);
      }
      const attributes = dict ?? machine.allocate(new DictObject());
      attributesOf(self)?.replace(machine.heap, attributes);
      return null;
    },
  },
};

const opposite: Step<[]> = {
  after: (machine, result) => (result === NOT_IMPLEMENTED ? result : unary(machine, 'NOT', result)),
};
