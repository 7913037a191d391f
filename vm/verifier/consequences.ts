import { INSTRUCTIONS, type Mnemonic } from '../isa/index.ts';

/**
 * What running an instruction may bring about besides its effect on the stack, each with all that stand before it:
 *
 * - `nothing`: it cannot fail
 * - `error`: it can end in an error that can be caught; where it makes an object, at least in `MemoryError`
 * - `operators`: it can run special methods of the program's classes
 * - `calls`: it can run any function of the program, if only by an iterator that is a generator
 */
type Consequence = 'nothing' | 'error' | 'operators' | 'calls';

const CONSEQUENCES: Readonly<Record<Mnemonic, Consequence>> = {
  LOAD_CONST: 'nothing',
  LOAD_VAR: 'error',
  STORE_VAR: 'nothing',
  DELETE_VAR: 'error',
  LOAD_LOCAL: 'error',
  LOAD_GLOBAL: 'error',
  STORE_GLOBAL: 'nothing',

  POP_TOP: 'nothing',
  DUP_TOP: 'nothing',
  SWAP: 'nothing',
  DUP_TWO: 'nothing',
  ROT_THREE: 'nothing',
  NOP: 'nothing',

  ADD: 'operators',
  SUB: 'operators',
  MUL: 'operators',
  DIV: 'operators',
  FLOOR_DIV: 'operators',
  MOD: 'operators',
  POW: 'operators',
  BIT_AND: 'operators',
  BIT_OR: 'operators',
  BIT_XOR: 'operators',
  SHIFT_LEFT: 'operators',
  SHIFT_RIGHT: 'operators',
  INPLACE_ADD: 'calls',
  INPLACE_SUB: 'operators',
  INPLACE_MUL: 'operators',
  INPLACE_DIV: 'operators',
  INPLACE_FLOOR_DIV: 'operators',
  INPLACE_MOD: 'operators',
  INPLACE_POW: 'operators',
  INPLACE_BIT_AND: 'operators',
  INPLACE_BIT_OR: 'calls',
  INPLACE_BIT_XOR: 'operators',
  INPLACE_SHIFT_LEFT: 'operators',
  INPLACE_SHIFT_RIGHT: 'operators',
  NEGATE: 'operators',
  POSITIVE: 'operators',
  BIT_NOT: 'operators',
  NOT: 'operators',

  EQ: 'operators',
  NE: 'operators',
  LT: 'operators',
  LE: 'operators',
  GT: 'operators',
  GE: 'operators',
  IS: 'nothing',
  CONTAINS: 'calls',

  JUMP: 'nothing',
  JUMP_IF_TRUE: 'operators',
  JUMP_IF_FALSE: 'operators',
  JUMP_IF_TRUE_OR_POP: 'operators',
  JUMP_IF_FALSE_OR_POP: 'operators',
  GET_ITER: 'operators',
  FOR_ITER: 'calls',
  HALT: 'nothing',

  CALL_FUNC: 'calls',
  CALL: 'calls',
  CALL_SPREAD: 'calls',
  TAIL_CALL_FUNC: 'calls',
  TAIL_CALL: 'calls',
  MAKE_FUNC: 'error',
  RETURN_VALUE: 'nothing',
  YIELD: 'calls',

  BUILD_LIST: 'error',
  BUILD_TUPLE: 'error',
  BUILD_SET: 'operators',
  BUILD_STRING: 'operators',
  BUILD_DICT: 'operators',
  UNPACK: 'calls',
  LOAD_INDEX: 'operators',
  STORE_INDEX: 'calls',
  DELETE_INDEX: 'operators',
  SLICE: 'operators',
  APPEND: 'error',
  LEN: 'operators',

  MAKE_CLASS: 'error',
  LOAD_ATTR: 'operators',
  STORE_ATTR: 'operators',
  DELETE_ATTR: 'operators',
  CALL_METHOD: 'calls',
  LOAD_SUPER: 'operators',

  SETUP_TRY: 'nothing',
  POP_TRY: 'nothing',
  RAISE: 'operators',
  EXC_MATCH: 'error',

  PRINT: 'operators',
  INPUT: 'error',
  ASSERT: 'operators',
  BREAKPOINT: 'nothing',
};

/** By opcode, 1 or 0: whether it can end in an error that can be caught. */
export const CAN_FAIL = byOpcode(consequence => consequence !== 'nothing');

/** Whether it can run functions that the program calls itself; and those that only operators reach, too. */
export const CAN_CALL = byOpcode(consequence => consequence === 'calls');
export const CAN_CALL_METHODS = byOpcode(consequence => consequence === 'calls' || consequence === 'operators');

function byOpcode(test: (consequence: Consequence) => boolean): Uint8Array {
  const table = new Uint8Array(256);
  for (const { code, mnemonic } of INSTRUCTIONS) table[code] = test(CONSEQUENCES[mnemonic]) ? 1 : 0;
  return table;
}
