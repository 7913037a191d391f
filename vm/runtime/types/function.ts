import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  BoundMethod,
  NativeFunction,
  dictOfNames,
  newTuple,
  type Arguments,
  type FunctionLabels,
  type FunctionObject,
} from '../objects/index.ts';
import { NOT_IMPLEMENTED } from '../operations/not-implemented.ts';
import { callLater, type Outcome } from '../pending.ts';
import { classOf } from './registry.ts';
import { isSame, type Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import type { NativeComparison } from './native-comparison.ts';
import { raiseReadonly } from './readonly.ts';

const call = (_machine: Machine, self: Value, { values, names }: Arguments): Outcome => callLater(self, values, names);

/** Functions of the program. */
export const FUNCTION: TypeDefinition = {
  methods: {},

  operators: {
    __call__: call,

    __get__: (machine: Machine, self: FunctionObject, { values: [object] }: Arguments): Outcome =>
      object === null || object === undefined ? self : machine.allocate(new BoundMethod(object, self)),
  },

  getters: {
    __name__: (self: FunctionObject) => self.name,
    __qualname__: (self: FunctionObject) => self.qualifiedName,
    __doc__: (self: FunctionObject) => self.documentation,
    __module__: (self: FunctionObject) => self.module,

    __defaults__(self: FunctionObject, machine: Machine): Value {
      const values = [...defaultsOf(self, 'plain').values()];
      return values.length === 0 ? null : newTuple(machine.heap, values);
    },

    __kwdefaults__(self: FunctionObject, machine: Machine): Value {
      const values = defaultsOf(self, 'keyword-only');
      return values.size === 0 ? null : machine.allocate(dictOfNames(machine.heap, values));
    },
  },

  setters: {
    __name__: (machine: Machine, self: FunctionObject, name: Value | undefined) =>
      relabel(machine, self, { name: checkedName('__name__', name) }),
    __qualname__: (machine: Machine, self: FunctionObject, name: Value | undefined) =>
      relabel(machine, self, { qualifiedName: checkedName('__qualname__', name) }),
    __doc__: (machine: Machine, self: FunctionObject, text: Value | undefined) =>
      relabel(machine, self, { documentation: text ?? null }),
    __module__: (machine: Machine, self: FunctionObject, name: Value | undefined) =>
      relabel(machine, self, { module: name ?? null }),
  },
};

/** Methods are equal when their functions are, and their objects the same. */
const compareMethods: NativeComparison = (_machine, operator, left: BoundMethod, right) => {
  if ((operator !== 'EQ' && operator !== 'NE') || !(right instanceof BoundMethod)) return NOT_IMPLEMENTED;
  const areEqual = isSame(left.self, right.self) && left.function === right.function;
  return areEqual === (operator === 'EQ');
};

/** Functions with an object; what they do not know themselves their function does. */
export const METHOD: TypeDefinition = {
  methods: {},
  compare: compareMethods,
  operators: { __call__: call },
  getters: {
    __self__: (self: BoundMethod) => self.self,
    __func__: (self: BoundMethod) => self.function,
    __doc__: () => null,
  },
  setters: { __self__: raiseReadonly, __func__: raiseReadonly },
};

const compareNative: NativeComparison = (machine, operator, left: NativeFunction | BoundMethod, right, nesting) =>
  left instanceof BoundMethod ? compareMethods(machine, operator, left as never, right, nesting) : NOT_IMPLEMENTED;

/** Functions and methods of the machine itself, also with their object. */
export const BUILT_IN_FUNCTION: TypeDefinition = {
  methods: {},
  compare: compareNative,
  operators: { __call__: call },
  getters: {
    __name__: (self: NativeFunction | BoundMethod) => nativeOf(self).name,
    __doc__: () => null,
    __module__: (self: NativeFunction | BoundMethod) => (nativeOf(self).owner === null ? 'builtins' : null),
    __objclass__: (self: NativeFunction | BoundMethod, machine: Machine) => {
      const { owner } = nativeOf(self);
      return owner === null || self instanceof BoundMethod ? undefined : (machine.builtIn(owner) ?? undefined);
    },
    __qualname__: (self: NativeFunction | BoundMethod) => {
      const { name } = nativeOf(self);
      const owner = self instanceof BoundMethod ? classOf(self.self).name : self.owner;
      return owner === null ? name : `${owner}.${name}`;
    },
    __self__: (self: NativeFunction | BoundMethod) => (self instanceof BoundMethod ? self.self : undefined),
  },
};

function nativeOf(value: NativeFunction | BoundMethod): NativeFunction {
  return value instanceof NativeFunction ? value : (value.function as NativeFunction);
}

/** The defaults of the parameters of a kind, by name: those that the text gives, and those that `MAKE_FUNC` gave. */
function defaultsOf({ code, defaults }: FunctionObject, kind: 'plain' | 'keyword-only'): Map<string, Value> {
  const byName = new Map<string, Value>();
  for (const [slot, parameter] of code.code.parameters.entries()) {
    const value = defaults.has(slot) ? defaults.get(slot) : code.defaults.get(slot);
    if (parameter.kind === kind && value !== undefined) byName.set(parameter.name, value);
  }
  return byName;
}

function relabel({ heap }: Machine, self: FunctionObject, changed: Partial<FunctionLabels>): Outcome {
  self.relabel(heap, changed);
  return null;
}

function checkedName(attribute: string, name: Value | undefined): string {
  if (typeof name === 'string') return name;
  raise('TypeError', `${attribute} must be set to a string object`);
}
