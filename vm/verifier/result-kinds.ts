import type { Mnemonic } from '../isa/index.ts';
import { INSTRUCTIONS } from '../isa/index.ts';
import { ANY_KIND, KIND_BITS } from './abstract-stack.ts';
import {
  append,
  buildDict,
  buildSet,
  contains,
  deleteIndex,
  itemOf,
  iteratorOver,
  lengthOf,
  loadIndex,
  slicing,
  storeIndex,
  unpack,
} from './collection-kinds.ts';
import {
  add,
  addInPlace,
  bitwise,
  divide,
  equality,
  invert,
  modulo,
  multiply,
  number,
  ordering,
  power,
  shift,
  sign,
  subtract,
  unite,
  uniteInPlace,
} from './operator-kinds.ts';
import { CALLABLE, always, binary, demanding, unary, type InstructionContext, type ResultRule } from './result-rule.ts';

const { NoneType, bool, str, list, tuple, dict, function: func, class: klass, exception } = KIND_BITS;

const ADDED = 'two numbers, strings, lists or tuples';
const ADDED_IN_PLACE = 'two numbers, strings or tuples, or a list and an iterable';
const MULTIPLIED = 'two numbers, or a sequence and an int';
const SUBTRACTED = 'two numbers or two sets';
const FORMATTED = 'two numbers, or a string on the left';
const MASKED = 'two ints or two sets';
const UNITED = 'two ints, sets or dicts';
const ORDERED = 'two numbers, strings, lists, tuples or sets';

/** For each instruction the kinds of its result; `null` where it makes no value. A forgotten instruction does not compile. */
const RULES: Readonly<Record<Mnemonic, ResultRule | null>> = {
  LOAD_CONST: always(constantKinds),
  LOAD_VAR: always(ANY_KIND),
  STORE_VAR: null,
  DELETE_VAR: null,
  LOAD_LOCAL: always(ANY_KIND),
  LOAD_GLOBAL: always(ANY_KIND),
  STORE_GLOBAL: null,

  POP_TOP: null,
  DUP_TOP: null,
  SWAP: null,
  DUP_TWO: null,
  ROT_THREE: null,
  NOP: null,

  ADD: binary(ADDED, add),
  SUB: binary(SUBTRACTED, subtract),
  MUL: binary(MULTIPLIED, multiply),
  DIV: binary('two numbers', divide),
  FLOOR_DIV: binary('two numbers', number),
  MOD: binary(FORMATTED, modulo),
  POW: binary('two numbers', power),
  BIT_AND: binary(MASKED, bitwise),
  BIT_OR: binary(UNITED, unite),
  BIT_XOR: binary(MASKED, bitwise),
  SHIFT_LEFT: binary('two ints', shift),
  SHIFT_RIGHT: binary('two ints', shift),
  INPLACE_ADD: binary(ADDED_IN_PLACE, addInPlace),
  INPLACE_SUB: binary(SUBTRACTED, subtract),
  INPLACE_MUL: binary(MULTIPLIED, multiply),
  INPLACE_DIV: binary('two numbers', divide),
  INPLACE_FLOOR_DIV: binary('two numbers', number),
  INPLACE_MOD: binary(FORMATTED, modulo),
  INPLACE_POW: binary('two numbers', power),
  INPLACE_BIT_AND: binary(MASKED, bitwise),
  INPLACE_BIT_OR: binary(UNITED, uniteInPlace),
  INPLACE_BIT_XOR: binary(MASKED, bitwise),
  INPLACE_SHIFT_LEFT: binary('two ints', shift),
  INPLACE_SHIFT_RIGHT: binary('two ints', shift),
  NEGATE: unary('a number', sign),
  POSITIVE: unary('a number', sign),
  BIT_NOT: unary('an int', invert),
  NOT: always(bool),

  EQ: always(equality),
  NE: always(equality),
  LT: binary(ORDERED, ordering),
  LE: binary(ORDERED, ordering),
  GT: binary(ORDERED, ordering),
  GE: binary(ORDERED, ordering),
  IS: always(bool),
  CONTAINS: contains,

  JUMP: null,
  JUMP_IF_TRUE: null,
  JUMP_IF_FALSE: null,
  JUMP_IF_TRUE_OR_POP: null,
  JUMP_IF_FALSE_OR_POP: null,
  GET_ITER: unary('an iterable', iteratorOver),
  FOR_ITER: unary('an iterator', itemOf),
  HALT: null,

  CALL_FUNC: always(resultOfCallee),
  CALL: { kinds: resultOfValue, expects: 'something callable', depths: calleeDepth },
  CALL_SPREAD: demanding(
    'something callable, a list or tuple, and a dict',
    [
      [2, CALLABLE],
      [1, list | tuple],
      [0, dict],
    ],
    ANY_KIND,
  ),
  TAIL_CALL_FUNC: always(resultOfCallee),
  TAIL_CALL: { kinds: resultOfValue, expects: 'something callable', depths: calleeDepth },
  MAKE_FUNC: always(func),
  RETURN_VALUE: always(context => context.kindsAt(0)),
  YIELD: always(ANY_KIND),

  BUILD_LIST: always(list),
  BUILD_TUPLE: always(tuple),
  BUILD_SET: buildSet,
  BUILD_STRING: always(str),
  BUILD_DICT: buildDict,
  UNPACK: unpack,
  LOAD_INDEX: loadIndex,
  STORE_INDEX: storeIndex,
  DELETE_INDEX: deleteIndex,
  SLICE: slicing,
  APPEND: append,
  LEN: unary('a container', lengthOf),

  MAKE_CLASS: always(klass),
  LOAD_ATTR: always(ANY_KIND),
  STORE_ATTR: null,
  DELETE_ATTR: null,
  CALL_METHOD: always(ANY_KIND),
  LOAD_SUPER: always(ANY_KIND),

  SETUP_TRY: always(exception),
  POP_TRY: null,
  RAISE: demanding('an exception or an exception class', [[0, exception | klass]], ANY_KIND),
  EXC_MATCH: demanding('a class or a tuple of classes', [[0, klass | tuple]], bool),

  PRINT: null,
  INPUT: always(str),
  ASSERT: null,
  BREAKPOINT: null,
};

/** The rules by opcode. */
export const RESULT_RULES: readonly (ResultRule | null)[] = (() => {
  const rules: (ResultRule | null)[] = new Array<ResultRule | null>(256).fill(null);
  for (const { code, mnemonic } of INSTRUCTIONS) rules[code] = RULES[mnemonic];
  return rules;
})();

function constantKinds({ code, at }: InstructionContext): number {
  const { kind } = code.constants[code.operands[at]];
  return kind === 'none' ? NoneType : KIND_BITS[kind];
}

function resultOfCallee({ code, at, resultOf }: InstructionContext): number {
  const { callee } = code.sites[code.operands[at]];
  return callee === null ? ANY_KIND : resultOf(callee);
}

function resultOfValue(context: InstructionContext): number {
  const [depth] = calleeDepth(context);
  return context.kindsAt(depth) & CALLABLE ? ANY_KIND : 0;
}

function calleeDepth({ code, at }: InstructionContext): readonly number[] {
  return [code.sites[code.operands[at]].count];
}
