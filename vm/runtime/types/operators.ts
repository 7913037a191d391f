import { onlyArgument } from '../built-ins/arguments.ts';
import { raise, raiseWith } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { DictView, EXHAUSTED, type Arguments } from '../objects/index.ts';
import { toIndex } from '../operations/conversions.ts';
import { equals, notEquals } from '../operations/equality.ts';
import { hash } from '../operations/hashing.ts';
import { deleteIndex, loadIndex, storeIndex } from '../operations/indexing.ts';
import { advance, iterate } from '../operations/iteration.ts';
import { length } from '../operations/length.ts';
import { contains } from '../operations/membership.ts';
import { NOT_IMPLEMENTED } from '../operations/not-implemented.ts';
import { binary, binaryInPlace, unary } from '../operations/operators.ts';
import { order } from '../operations/order.ts';
import { repr, str } from '../operations/text.ts';
import { truth } from '../operations/truth.ts';
import { andThen, callLater, type Outcome, type Step } from '../pending.ts';
import { typeName, type BinaryOperator, type OrderOperator, type UnaryOperator, type Value } from '../values/index.ts';
import type { NativeMethods } from './definitions.ts';
import { oneOperand, operands } from './operands.ts';

type Operator = (machine: Machine, self: Value, given: Arguments) => Outcome;

/** What operators do with values of a built-in type, as methods of that type: `int.__add__`. */
export function operatorsOf(type: string): NativeMethods {
  const names = OPERATORS_OF[type]?.split(' ') ?? [];
  return Object.fromEntries(names.map(name => [name, OPERATORS[name]]));
}

/** The types that have such methods. */
export function typesWithOperators(): string[] {
  return Object.keys(OPERATORS_OF);
}

const EQUALITY = '__eq__ __ne__ __hash__';
const ORDERED = '__eq__ __ne__ __lt__ __le__ __gt__ __ge__';
const NUMBER =
  '__add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __rtruediv__ __floordiv__ __rfloordiv__ ' +
  '__mod__ __rmod__ __pow__ __rpow__ __divmod__ __rdivmod__ __neg__ __pos__ __abs__ __bool__ __int__ __float__ __round__';
const BITS = '__and__ __rand__ __or__ __ror__ __xor__ __rxor__';
const SEQUENCE = '__len__ __getitem__ __contains__ __iter__ __add__ __mul__ __rmul__';
const SET = `__len__ __contains__ __iter__ ${BITS} __sub__ __rsub__`;
const ITERATOR = '__iter__ __next__';

/** Which types have which, as CPython's have them. */
const OPERATORS_OF: Readonly<Record<string, string>> = {
  int: `__repr__ __hash__ ${ORDERED} ${NUMBER} ${BITS} __lshift__ __rlshift__ __rshift__ __rrshift__ __invert__ __index__ __format__`,
  bool: `__repr__ ${BITS}`,
  float: `__repr__ __hash__ ${ORDERED} ${NUMBER} __format__`,
  str: `__repr__ __str__ __hash__ ${ORDERED} ${SEQUENCE} __mod__ __rmod__ __format__`,
  list: `__repr__ ${ORDERED} ${SEQUENCE} __setitem__ __delitem__ __iadd__ __imul__ __reversed__`,
  tuple: `__repr__ __hash__ ${ORDERED} ${SEQUENCE}`,
  dict: `__repr__ ${ORDERED} __len__ __getitem__ __setitem__ __delitem__ __contains__ __iter__ __or__ __ror__ __ior__ __reversed__`,
  set: `__repr__ ${ORDERED} ${SET} __isub__ __iand__ __ixor__ __ior__`,
  frozenset: `__repr__ __hash__ ${ORDERED} ${SET}`,
  range: `__repr__ __hash__ ${ORDERED} __len__ __getitem__ __contains__ __iter__ __bool__ __reversed__`,
  slice: `__repr__ ${ORDERED}`,
  NoneType: '__repr__ __bool__',
  NotImplementedType: '__repr__',
  dict_keys: `__repr__ ${ORDERED} ${SET} __reversed__`,
  dict_values: '__repr__ __len__ __iter__ __reversed__',
  dict_items: `__repr__ ${ORDERED} ${SET} __reversed__`,
  type: '__repr__',
  function: '__repr__',
  method: `__repr__ ${EQUALITY}`,
  builtin_function_or_method: `__repr__ ${EQUALITY}`,
  'method-wrapper': `__repr__ ${EQUALITY}`,
  method_descriptor: '__repr__',
  wrapper_descriptor: '__repr__',
  staticmethod: '__repr__',
  classmethod: '__repr__',
  generator: `__repr__ ${ITERATOR}`,
  enumerate: ITERATOR,
  zip: ITERATOR,
  map: ITERATOR,
  filter: ITERATOR,
  reversed: ITERATOR,
  list_iterator: ITERATOR,
  list_reverseiterator: ITERATOR,
  tuple_iterator: ITERATOR,
  str_iterator: ITERATOR,
  str_ascii_iterator: ITERATOR,
  range_iterator: ITERATOR,
  longrange_iterator: ITERATOR,
  set_iterator: ITERATOR,
  dict_keyiterator: ITERATOR,
  dict_valueiterator: ITERATOR,
  dict_itemiterator: ITERATOR,
  dict_reversekeyiterator: ITERATOR,
  dict_reversevalueiterator: ITERATOR,
  dict_reverseitemiterator: ITERATOR,
  callable_iterator: ITERATOR,
  iterator: ITERATOR,
};

/** Types whose values cannot be keys: their `__hash__` is `None`. */
export const UNHASHABLE_TYPES: readonly string[] = ['list', 'dict', 'set', 'slice', 'dict_keys', 'dict_items'];

/** What an operand has to be for a type to know it: the types that go together, by each of them. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  int: ['int', 'bool'],
  bool: ['int', 'bool'],
  float: ['float', 'int', 'bool'],
  set: ['set', 'frozenset'],
  frozenset: ['set', 'frozenset'],
  dict_keys: ['set', 'frozenset', 'dict_keys', 'dict_items'],
  dict_items: ['set', 'frozenset', 'dict_keys', 'dict_items'],
};

function knows(self: Value, other: Value): boolean {
  return (FAMILIES[typeName(self)] ?? [typeName(self)]).includes(typeName(other));
}

/** Views of keys and items go together with everything that can be iterated over. */
function isSetOfDict(self: Value): boolean {
  return self instanceof DictView && self.of !== 'values';
}

/** Sequences that raise errors of their own for operands that they do not know. */
const SEQUENCES: ReadonlySet<string> = new Set(['str', 'list', 'tuple']);

/** Types that can be compared for equality alone. */
const UNORDERED: ReadonlySet<string> = new Set(['dict', 'range']);

const MULTIPLICATION = operatorMethods('mul', 'MUL');

const OPERATORS: Readonly<Record<string, Operator>> = {
  __repr__: unaryMethod((machine, self) => repr(machine, self)),
  __str__: unaryMethod((machine, self) => str(machine, self)),
  __hash__: unaryMethod((machine, self) => hash(machine, self)),
  __bool__: unaryMethod((machine, self) => truth(machine, self)),
  __len__: unaryMethod((machine, self) => length(machine, self)),
  __iter__: unaryMethod((machine, self) => iterate(machine, self)),
  __next__: unaryMethod((machine, self) => andThen(machine, advance(machine, self), itemOrStop)),
  __neg__: unaryOperator('NEGATE'),
  __pos__: unaryOperator('POSITIVE'),
  __invert__: unaryOperator('BIT_NOT'),
  __abs__: builtInMethod('abs'),
  __int__: builtInMethod('int'),
  __index__: builtInMethod('int'),
  __float__: builtInMethod('float'),
  __reversed__: builtInMethod('reversed'),
  __round__: (machine, self, { values }) => callBuiltIn(machine, 'round', self, ...values),
  __format__(machine, self, given) {
    const spec = onlyArgument(`${typeName(self)}.__format__`, given);
    if (typeof spec === 'string') return callBuiltIn(machine, 'format', self, spec);
    raise('TypeError', `__format__() argument must be str, not ${spec === null ? 'None' : typeName(spec)}`);
  },
  __divmod__: binaryMethod((machine, left, right) => callBuiltIn(machine, 'divmod', left, right)),
  __rdivmod__: binaryMethod((machine, left, right) => callBuiltIn(machine, 'divmod', right, left)),

  __eq__: binaryMethod((machine, left, right) => equals(machine, left, right)),
  __ne__: binaryMethod((machine, left, right) => notEquals(machine, left, right)),
  __lt__: orderMethod('LT'),
  __le__: orderMethod('LE'),
  __gt__: orderMethod('GT'),
  __ge__: orderMethod('GE'),

  __contains__: (machine, self, given) => contains(machine, self, oneOperand(given)),
  __getitem__: (machine, self, given) => loadIndex(machine, self, oneOperand(given)),
  __delitem__: (machine, self, given) => deleteIndex(machine, self, oneOperand(given)),
  __setitem__(machine, self, given) {
    const [index, value] = operands(given, 2);
    return storeIndex(machine, self, index, value);
  },

  ...operatorMethods('add', 'ADD'),
  ...operatorMethods('sub', 'SUB'),
  ...MULTIPLICATION,
  __mul__: orRepeat(MULTIPLICATION['__mul__']),
  __rmul__: orRepeat(MULTIPLICATION['__rmul__']),
  ...operatorMethods('truediv', 'DIV'),
  ...operatorMethods('floordiv', 'FLOOR_DIV'),
  ...operatorMethods('mod', 'MOD'),
  ...operatorMethods('and', 'BIT_AND'),
  ...operatorMethods('or', 'BIT_OR'),
  ...operatorMethods('xor', 'BIT_XOR'),
  ...operatorMethods('lshift', 'SHIFT_LEFT'),
  ...operatorMethods('rshift', 'SHIFT_RIGHT'),
  ...operatorMethods('pow', 'POW'),

  __pow__(machine, self, given) {
    const [exponent, modulus] = given.values.length === 2 ? given.values : [oneOperand(given), null];
    if (!knows(self, exponent)) return NOT_IMPLEMENTED;
    if (modulus !== null) return callBuiltIn(machine, 'pow', self, exponent, modulus);
    return binary(machine, 'POW', self, exponent);
  },
};

/** The plain method of an operator, the reflected one and the one in place. */
function operatorMethods(name: string, operator: BinaryOperator): Record<string, Operator> {
  return {
    [`__${name}__`]: (machine, self, given) => {
      const other = oneOperand(given);
      const isAnswered = knows(self, other) || SEQUENCES.has(typeName(self)) || isSetOfDict(self);
      return isAnswered ? binary(machine, operator, self, other) : NOT_IMPLEMENTED;
    },
    [`__r${name}__`]: (machine, self, given) => {
      const other = oneOperand(given);
      const isAnswered = knows(self, other) || isSetOfDict(self);
      return isAnswered ? binary(machine, operator, other, self) : NOT_IMPLEMENTED;
    },
    [`__i${name}__`]: (machine, self, given) => {
      const other = oneOperand(given);
      const isAnswered = knows(self, other) || !typeName(self).endsWith('set');
      return isAnswered ? binaryInPlace(machine, operator, self, other) : NOT_IMPLEMENTED;
    },
  };
}

/** Sequences are repeated whatever stands for a count. */
function orRepeat(multiply: Operator): Operator {
  return (machine, self, given) =>
    SEQUENCES.has(typeName(self))
      ? andThen(machine, toIndex(machine, oneOperand(given)), repeated, self)
      : multiply(machine, self, given);
}

const repeated: Step<[sequence: Value]> = {
  after: (machine, count, sequence) => binary(machine, 'MUL', sequence, count),
};

function unaryMethod(operation: (machine: Machine, self: Value) => Outcome): Operator {
  return (machine, self, given) => {
    operands(given, 0);
    return operation(machine, self);
  };
}

function unaryOperator(operator: UnaryOperator): Operator {
  return unaryMethod((machine, self) => unary(machine, operator, self));
}

/** A method that leaves operands to the other side that its type does not know. */
function binaryMethod(operation: (machine: Machine, left: Value, right: Value) => Outcome): Operator {
  return (machine, self, given) => {
    const other = oneOperand(given);
    return knows(self, other) ? operation(machine, self, other) : NOT_IMPLEMENTED;
  };
}

function orderMethod(operator: OrderOperator): Operator {
  const ordered = binaryMethod((machine, left, right) => order(machine, operator, left, right));
  return (machine, self, given) => (UNORDERED.has(typeName(self)) ? notOrdered(given) : ordered(machine, self, given));
}

function notOrdered(given: Arguments): Outcome {
  oneOperand(given);
  return NOT_IMPLEMENTED;
}

function builtInMethod(name: string): Operator {
  return unaryMethod((machine, self) => callBuiltIn(machine, name, self));
}

function callBuiltIn(machine: Machine, name: string, ...values: Value[]): Outcome {
  return callLater(machine.builtIn(name) ?? null, values);
}

/** Methods say by an error that there are no more items. */
const itemOrStop: Step<[]> = {
  after: (_machine, item) => (item === EXHAUSTED ? raiseWith('StopIteration') : item),
};
