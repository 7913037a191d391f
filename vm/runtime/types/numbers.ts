import { keywordArguments, onlyArgument, placedArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { newTuple, type Arguments, type Construct } from '../objects/index.ts';
import { toFloat, toIndex, toInteger } from '../operations/conversions.ts';
import { truth } from '../operations/truth.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import {
  Float,
  bitCount,
  bitLength,
  floatFromHex,
  floatToHex,
  ratioOfFloat,
  toIntWithBase,
  truncateToInt,
  type Int,
  type Value,
} from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import type { NativeMethods } from './definitions.ts';

const constructBool: Construct = (machine, _type, given) => {
  const [value] = placedArguments('bool', given, 0, 1);
  return value === undefined ? false : truth(machine, value);
};

const constructFloat: Construct = (machine, _type, given) => {
  const [value] = placedArguments('float', given, 0, 1);
  return value === undefined ? new Float(0) : toFloat(machine, value);
};

const constructInt: Construct = (machine, _type, given) => {
  if (given.values.length > 2) raise('TypeError', `int() takes at most 2 arguments (${given.values.length} given)`);
  const { positional, named } = keywordArguments('int', given, ['base']);
  const base = positional.length > 1 ? positional[1] : named.get('base');
  if (base === undefined) return positional.length === 0 ? 0 : toInteger(machine, positional[0]);
  if (positional.length === 0) raise('TypeError', 'int() missing string argument');
  return andThen(machine, toIndex(machine, base), withBase, positional[0]);
};

const withBase: Step<[text: Value]> = { after: (_machine, base, text) => toIntWithBase(text, base) };

/** Methods without arguments: what they make of the number. */
function ofNumberAlone(
  type: string,
  methods: Readonly<Record<string, (machine: Machine, self: never) => Value>>,
): NativeMethods {
  const rows = Object.entries(methods).map(([name, apply]): [string, NativeMethods[string]] => [
    name,
    (machine: Machine, self: never, given: Arguments): Outcome => {
      if (given.names.length > 0) raise('TypeError', `${type}.${name}() takes no keyword arguments`);
      const count = given.values.length;
      return count === 0
        ? apply(machine, self)
        : raise('TypeError', `${type}.${name}() takes no arguments (${count} given)`);
    },
  ]);
  return Object.fromEntries(rows);
}

/** A bool counts as 0 or 1. */
function int(self: Int | boolean): Int {
  return typeof self === 'boolean' ? Number(self) : self;
}

export const INT: TypeDefinition = {
  construct: constructInt,
  methods: ofNumberAlone('int', {
    bit_length: (_machine, self: Int | boolean) => bitLength(int(self)),
    bit_count: (_machine, self: Int | boolean) => bitCount(int(self)),
    conjugate: (_machine, self: Int | boolean) => int(self),
    __trunc__: (_machine, self: Int | boolean) => int(self),
    __floor__: (_machine, self: Int | boolean) => int(self),
    __ceil__: (_machine, self: Int | boolean) => int(self),
    as_integer_ratio: (machine, self: Int | boolean) => newTuple(machine.heap, [int(self), 1]),
  }),
  getters: {
    real: (self: Int | boolean) => int(self),
    imag: () => 0,
    numerator: (self: Int | boolean) => int(self),
    denominator: () => 1,
  },
};

export const BOOL: TypeDefinition = { base: 'int', methods: {}, construct: constructBool };

export const FLOAT: TypeDefinition = {
  construct: constructFloat,
  methods: ofNumberAlone('float', {
    is_integer: (_machine, self: Float) => Number.isInteger(self.value),
    hex: (_machine, self: Float) => floatToHex(self.value),
    as_integer_ratio: (machine, self: Float) => newTuple(machine.heap, ratioOfFloat(self.value)),
    conjugate: (_machine, self: Float) => self,
    __trunc__: (_machine, self: Float) => truncateToInt(self.value),
    __floor__: (_machine, self: Float) => truncateToInt(Math.floor(self.value)),
    __ceil__: (_machine, self: Float) => truncateToInt(Math.ceil(self.value)),
  }),
  getters: {
    real: (self: Float) => self,
    imag: () => new Float(0),
  },
  classMethods: {
    fromhex: (_machine, _type, given) => new Float(floatFromHex(onlyArgument('float.fromhex', given))),
  },
};
