import type { Callee, FunctionCode } from '../bytecode/index.ts';
import type { Mnemonic } from '../isa/index.ts';
import { INSTRUCTIONS } from '../isa/index.ts';
import { ANY_KIND, KIND_BITS } from './abstract-stack.ts';

/** An instruction with the stack before it, as far as the kinds of its result depend on them. */
export interface InstructionContext {
  readonly code: FunctionCode;
  /** Its index. */
  readonly at: number;
  /** The kinds of the value at a depth below the top, which is at 0; any kind where the slot is unknown. */
  kindsAt(depth: number): number;
  /** The kinds of what a call of a function known at assembly returns; none when it never returns. */
  resultOf(callee: Callee): number;
}

/** What kinds of value an instruction makes out of what kinds of operands. */
export interface ResultRule {
  /**
   * The kinds that the value which the instruction makes may have; where it ends the frame, those of the value that the
   * frame returns. None (0) means that there never is a value: the instruction fails for the kinds of its operands, or one
   * of them never comes to be.
   */
  readonly kinds: (context: InstructionContext) => number;
  /** What the instruction takes, in the words of a message; left out where it never fails for the kinds of its operands. */
  readonly expects?: string;
  /** How deep the operands lie that this depends on, in the order of messages. */
  readonly depths: (context: InstructionContext) => readonly number[];
}

const { NoneType, bool, int, float, str, function: func, iterator, object } = KIND_BITS;
/** Kinds that count as an int in arithmetic. */
const INTEGRAL = bool | int;
const NUMERIC = INTEGRAL | float;
/** `object` stands for every kind that is not told apart: with it nothing is sure, because it may define the operation. */
const OPAQUE = object;

/** For each instruction the kinds of its result; `null` where it makes no value. A forgotten instruction does not compile. */
const RULES: Readonly<Record<Mnemonic, ResultRule | null>> = {
  LOAD_CONST: always(constantKinds),
  LOAD_VAR: always(() => ANY_KIND),
  STORE_VAR: null,
  DELETE_VAR: null,
  LOAD_LOCAL: always(() => ANY_KIND),
  LOAD_GLOBAL: always(() => ANY_KIND),
  STORE_GLOBAL: null,

  POP_TOP: null,
  DUP_TOP: null,
  SWAP: null,
  DUP_TWO: null,
  ROT_THREE: null,
  NOP: null,

  ADD: binary('two numbers or two strings', add),
  SUB: binary('two numbers', number),
  MUL: binary('two numbers, or a string and an int', multiply),
  DIV: binary('two numbers', divide),
  FLOOR_DIV: binary('two numbers', number),
  MOD: binary('two numbers, or a string on the left', modulo),
  POW: binary('two numbers', power),
  BIT_AND: binary('two ints', bitwise),
  BIT_OR: binary('two ints', bitwise),
  BIT_XOR: binary('two ints', bitwise),
  SHIFT_LEFT: binary('two ints', shift),
  SHIFT_RIGHT: binary('two ints', shift),
  INPLACE_ADD: binary('two numbers or two strings', add),
  INPLACE_SUB: binary('two numbers', number),
  INPLACE_MUL: binary('two numbers, or a string and an int', multiply),
  INPLACE_DIV: binary('two numbers', divide),
  INPLACE_FLOOR_DIV: binary('two numbers', number),
  INPLACE_MOD: binary('two numbers, or a string on the left', modulo),
  INPLACE_POW: binary('two numbers', power),
  INPLACE_BIT_AND: binary('two ints', bitwise),
  INPLACE_BIT_OR: binary('two ints', bitwise),
  INPLACE_BIT_XOR: binary('two ints', bitwise),
  INPLACE_SHIFT_LEFT: binary('two ints', shift),
  INPLACE_SHIFT_RIGHT: binary('two ints', shift),
  NEGATE: unary('a number', sign),
  POSITIVE: unary('a number', sign),
  BIT_NOT: unary('an int', invert),
  NOT: always(() => bool),

  EQ: always(equality),
  NE: always(equality),
  LT: binary('two numbers or two strings', ordering),
  LE: binary('two numbers or two strings', ordering),
  GT: binary('two numbers or two strings', ordering),
  GE: binary('two numbers or two strings', ordering),
  IS: always(() => bool),
  CONTAINS: {
    kinds: membership,
    expects: 'an item and a container (a string holds strings only)',
    depths: () => [1, 0],
  },

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
  TAIL_CALL_FUNC: always(resultOfCallee),
  TAIL_CALL: { kinds: resultOfValue, expects: 'something callable', depths: calleeDepth },
  MAKE_FUNC: always(() => func),
  CALL_SPREAD: always(() => ANY_KIND),
  RETURN_VALUE: always(({ kindsAt }) => kindsAt(0)),
  YIELD: always(() => ANY_KIND),

  BUILD_LIST: always(() => object),
  BUILD_TUPLE: always(() => object),
  BUILD_SET: always(() => object),
  BUILD_STRING: always(() => str),
  BUILD_DICT: always(() => object),
  UNPACK: always(() => ANY_KIND),
  LOAD_INDEX: always(() => ANY_KIND),
  STORE_INDEX: null,
  DELETE_INDEX: null,
  SLICE: always(() => ANY_KIND),
  APPEND: always(({ kindsAt }) => kindsAt(1)),
  LEN: always(() => int),

  MAKE_CLASS: always(() => object),
  LOAD_ATTR: always(() => ANY_KIND),
  STORE_ATTR: null,
  DELETE_ATTR: null,
  CALL_METHOD: always(() => ANY_KIND),
  LOAD_SUPER: always(() => ANY_KIND),

  SETUP_TRY: always(() => object),
  POP_TRY: null,
  RAISE: null,
  EXC_MATCH: always(() => bool),

  PRINT: null,
  INPUT: always(() => str),
  ASSERT: null,
  BREAKPOINT: null,
};

/** The rules by opcode. */
export const RESULT_RULES: readonly (ResultRule | null)[] = (() => {
  const rules: (ResultRule | null)[] = new Array<ResultRule | null>(256).fill(null);
  for (const { code, mnemonic } of INSTRUCTIONS) rules[code] = RULES[mnemonic];
  return rules;
})();

function always(kinds: (context: InstructionContext) => number): ResultRule {
  return { kinds, depths: () => [] };
}

function unary(expects: string, result: (operand: number) => number): ResultRule {
  const kinds = ({ kindsAt }: InstructionContext) => {
    const operand = kindsAt(0);
    return operand & OPAQUE ? ANY_KIND : result(operand);
  };
  return { kinds, expects, depths: () => [0] };
}

/** Where either side may define the operation itself, the result may be anything; where either never comes to be, it doesn't. */
function binary(expects: string, result: (left: number, right: number) => number): ResultRule {
  const kinds = ({ kindsAt }: InstructionContext) => {
    const left = kindsAt(1);
    const right = kindsAt(0);
    if (left === 0 || right === 0) return 0;
    return (left | right) & OPAQUE ? ANY_KIND : result(left, right);
  };
  return { kinds, expects, depths: () => [1, 0] };
}

function constantKinds({ code, at }: InstructionContext): number {
  const { kind } = code.constants[code.operands[at]];
  return kind === 'none' ? NoneType : KIND_BITS[kind];
}

function number(left: number, right: number): number {
  if (!(left & NUMERIC) || !(right & NUMERIC)) return 0;
  const ints = left & INTEGRAL && right & INTEGRAL ? int : 0;
  return ints | ((left | right) & float);
}

function add(left: number, right: number): number {
  return number(left, right) | (left & right & str);
}

function multiply(left: number, right: number): number {
  const repeats = (left & str && right & INTEGRAL) || (right & str && left & INTEGRAL);
  return number(left, right) | (repeats ? str : 0);
}

function divide(left: number, right: number): number {
  return left & NUMERIC && right & NUMERIC ? float : 0;
}

/** On a string `%` formats, whatever is on the right. */
function modulo(left: number, right: number): number {
  return number(left, right) | (left & str);
}

/** An int to a negative power is a float. */
function power(left: number, right: number): number {
  const result = number(left, right);
  return result & int && right & int ? result | float : result;
}

function bitwise(left: number, right: number): number {
  const bools = left & right & bool;
  const ints = (left & int && right & INTEGRAL) || (right & int && left & INTEGRAL);
  return bools | (ints ? int : 0);
}

function shift(left: number, right: number): number {
  return left & INTEGRAL && right & INTEGRAL ? int : 0;
}

function sign(operand: number): number {
  return (operand & INTEGRAL ? int : 0) | (operand & float);
}

function invert(operand: number): number {
  return operand & INTEGRAL ? int : 0;
}

/** Only an object may answer with something else than a bool. */
function equality({ kindsAt }: InstructionContext): number {
  return (kindsAt(0) | kindsAt(1)) & OPAQUE ? ANY_KIND : bool;
}

function iteratorOver(iterable: number): number {
  return iterable & (str | iterator) ? iterator : 0;
}

function itemOf(source: number): number {
  return source & iterator ? ANY_KIND : 0;
}

function ordering(left: number, right: number): number {
  return (left & NUMERIC && right & NUMERIC) || left & right & str ? bool : 0;
}

/** An iterator is searched item by item; a string holds strings only. Whatever `__contains__` gives becomes a bool. */
function membership({ kindsAt }: InstructionContext): number {
  const item = kindsAt(1);
  const container = kindsAt(0);
  if (item === 0) return 0;
  return container & (iterator | OPAQUE) || (container & str && item & (str | OPAQUE)) ? bool : 0;
}

function resultOfCallee({ code, at, resultOf }: InstructionContext): number {
  const { callee } = code.sites[code.operands[at]];
  return callee === null ? ANY_KIND : resultOf(callee);
}

function resultOfValue(context: InstructionContext): number {
  const [depth] = calleeDepth(context);
  return context.kindsAt(depth) & (func | OPAQUE) ? ANY_KIND : 0;
}

function calleeDepth({ code, at }: InstructionContext): readonly number[] {
  return [code.sites[code.operands[at]].count];
}
