import type { ControlFlow, Group, OpcodeRow, OperandRow } from './row.ts';

/**
 * THE TABLE: one row per instruction, and the only place where a fact about an instruction stands.
 * Assembler, verifier, interpreter, hover, completion, grammar and reference derive from it.
 */
export const OPCODES = {
  // data
  LOAD_CONST: row(0x01, 'data', '-- v', {
    operands: [{ name: 'c', kind: 'constant' }],
    summary: 'Pushes a constant',
    details: 'The operand is a literal or the name of a `.const`.',
    example: 'LOAD_CONST 42',
  }),
  LOAD_VAR: row(0x02, 'data', '-- v', {
    operands: [{ name: 'x', kind: 'variable' }],
    summary: 'Pushes the value of a variable',
    details: 'Reads the local while it is bound, else the global, else the built-in of that name.',
    raises: ['NameError'],
    example: 'LOAD_VAR total',
  }),
  STORE_VAR: row(0x03, 'data', 'v --', {
    operands: [{ name: 'x', kind: 'variable' }],
    summary: 'Pops a value into a variable',
    details: 'In main it is a global; in a function a local, unless `.global` or `.nonlocal` says otherwise.',
    example: 'LOAD_CONST 0\nSTORE_VAR total',
  }),
  DELETE_VAR: row(0x04, 'data', '--', {
    operands: [{ name: 'x', kind: 'variable' }],
    summary: 'Unbinds a variable',
    details: 'The name is resolved as by `STORE_VAR`.',
    raises: ['NameError', 'UnboundLocalError'],
    example: 'DELETE_VAR total',
  }),
  LOAD_LOCAL: row(0x05, 'data', '-- v', {
    operands: [{ name: 'x', kind: 'variable' }],
    summary: 'Pushes a local or captured variable, and nothing else of that name',
    details: 'Unlike `LOAD_VAR` it never falls back to a global or a built-in.',
    raises: ['UnboundLocalError', 'NameError'],
    example: 'LOAD_LOCAL n',
  }),
  LOAD_GLOBAL: row(0x06, 'data', '-- v', {
    operands: [{ name: 'x', kind: 'variable' }],
    summary: 'Pushes a global variable, else the built-in of that name',
    details: 'A local of the same name does not matter.',
    raises: ['NameError'],
    example: 'LOAD_GLOBAL total',
  }),
  STORE_GLOBAL: row(0x07, 'data', 'v --', {
    operands: [{ name: 'x', kind: 'variable' }],
    summary: 'Pops a value into a global variable',
    details: 'A local of the same name does not matter.',
    example: 'LOAD_CONST 0\nSTORE_GLOBAL total',
  }),

  // stack
  POP_TOP: row(0x10, 'stack', 'v --', {
    summary: 'Drops the value on top',
    example: 'CALL_FUNC greet 0\nPOP_TOP',
  }),
  DUP_TOP: row(0x11, 'stack', 'v -- v v', {
    summary: 'Pushes the value on top once more',
    example: 'LOAD_CONST 7\nDUP_TOP\nMUL        ; 49',
  }),
  SWAP: row(0x12, 'stack', 'a b -- b a', {
    summary: 'Exchanges the two values on top',
    example: 'LOAD_CONST 1\nLOAD_CONST 10\nSWAP\nSUB        ; 10 - 1',
  }),
  DUP_TWO: row(0x13, 'stack', 'a b -- a b a b', {
    summary: 'Pushes the two values on top once more, in their order',
    example: 'LOAD_CONST 3\nLOAD_CONST 4\nDUP_TWO    ; 3 4 3 4',
  }),
  ROT_THREE: row(0x14, 'stack', 'a b c -- c a b', {
    summary: 'Moves the value on top below the two under it',
    example: 'LOAD_CONST 1\nLOAD_CONST 2\nLOAD_CONST 3\nROT_THREE  ; 3 1 2',
  }),
  NOP: row(0x15, 'stack', '--', { summary: 'Does nothing', example: 'NOP' }),

  // arithmetic
  ADD: binary(0x20, '+', 'Adds two numbers, or joins two strings', 'LOAD_CONST 2\nLOAD_CONST 3\nADD        ; 5'),
  SUB: binary(0x21, '-', 'Subtracts the top from the value under it', 'LOAD_CONST 2\nLOAD_CONST 3\nSUB        ; -1'),
  MUL: binary(
    0x22,
    '*',
    'Multiplies two numbers, or repeats a string',
    'LOAD_CONST "ab"\nLOAD_CONST 3\nMUL        ; "ababab"',
  ),
  DIV: binary(0x23, '/', 'True division: the result is a float', 'LOAD_CONST 4\nLOAD_CONST 2\nDIV        ; 2.0', [
    'ZeroDivisionError',
    'OverflowError',
  ]),
  FLOOR_DIV: binary(
    0x24,
    '//',
    'Divides and rounds towards minus infinity',
    'LOAD_CONST 7\nLOAD_CONST -2\nFLOOR_DIV  ; -4',
    ['ZeroDivisionError'],
  ),
  MOD: binary(
    0x25,
    '%',
    'The remainder, with the sign of the divisor; on a string, `%` formatting',
    'LOAD_CONST 7\nLOAD_CONST -3\nMOD        ; -2',
    ['ZeroDivisionError', 'ValueError'],
  ),
  POW: binary(0x26, '**', 'Raises to a power; exact on ints', 'LOAD_CONST 2\nLOAD_CONST 100\nPOW', [
    'ZeroDivisionError',
    'OverflowError',
    'ValueError',
  ]),
  BIT_AND: binary(0x27, '&', 'Bitwise and', 'LOAD_CONST 0b1100\nLOAD_CONST 0b1010\nBIT_AND    ; 8'),
  BIT_OR: binary(0x28, '|', 'Bitwise or', 'LOAD_CONST 0b1100\nLOAD_CONST 0b1010\nBIT_OR     ; 14'),
  BIT_XOR: binary(0x29, '^', 'Bitwise exclusive or', 'LOAD_CONST 0b1100\nLOAD_CONST 0b1010\nBIT_XOR    ; 6'),
  SHIFT_LEFT: binary(0x2a, '<<', 'Shifts an int to the left', 'LOAD_CONST 1\nLOAD_CONST 10\nSHIFT_LEFT ; 1024', [
    'ValueError',
    'OverflowError',
  ]),
  SHIFT_RIGHT: binary(
    0x2b,
    '>>',
    'Shifts an int to the right, rounding towards minus infinity',
    'LOAD_CONST 1024\nLOAD_CONST 3\nSHIFT_RIGHT ; 128',
    ['ValueError'],
  ),
  INPLACE_ADD: inplace(0x30, 'INPLACE_ADD', '+='),
  INPLACE_SUB: inplace(0x31, 'INPLACE_SUB', '-='),
  INPLACE_MUL: inplace(0x32, 'INPLACE_MUL', '*='),
  INPLACE_DIV: inplace(0x33, 'INPLACE_DIV', '/='),
  INPLACE_FLOOR_DIV: inplace(0x34, 'INPLACE_FLOOR_DIV', '//='),
  INPLACE_MOD: inplace(0x35, 'INPLACE_MOD', '%='),
  INPLACE_POW: inplace(0x36, 'INPLACE_POW', '**='),
  INPLACE_BIT_AND: inplace(0x37, 'INPLACE_BIT_AND', '&='),
  INPLACE_BIT_OR: inplace(0x38, 'INPLACE_BIT_OR', '|='),
  INPLACE_BIT_XOR: inplace(0x39, 'INPLACE_BIT_XOR', '^='),
  INPLACE_SHIFT_LEFT: inplace(0x3a, 'INPLACE_SHIFT_LEFT', '<<='),
  INPLACE_SHIFT_RIGHT: inplace(0x3b, 'INPLACE_SHIFT_RIGHT', '>>='),
  NEGATE: unary(0x40, 'Changes the sign, as `-a`', 'LOAD_CONST 5\nNEGATE     ; -5'),
  POSITIVE: unary(0x41, 'The number itself, as `+a`: a bool becomes an int', 'LOAD_CONST True\nPOSITIVE   ; 1'),
  BIT_NOT: unary(0x42, 'Inverts all bits of an int, as `~a`', 'LOAD_CONST 5\nBIT_NOT    ; -6'),
  NOT: row(0x43, 'arithmetic', 'a -- bool', {
    summary: 'The opposite truth value, as `not a`',
    example: 'LOAD_CONST ""\nNOT        ; True',
  }),

  // comparison
  EQ: comparison(0x50, 'EQ', '==', 'Whether two values are equal', [], '1 == 1.0'),
  NE: comparison(0x51, 'NE', '!=', 'Whether two values differ', [], '1 != 2'),
  LT: comparison(0x52, 'LT', '<', 'Whether the first is less than the second', ['TypeError'], '1 < 2'),
  LE: comparison(0x53, 'LE', '<=', 'Whether the first is less than or equal to the second', ['TypeError'], '2 <= 2'),
  GT: comparison(0x54, 'GT', '>', 'Whether the first is greater than the second', ['TypeError'], '3 > 2'),
  GE: comparison(0x55, 'GE', '>=', 'Whether the first is greater than or equal to the second', ['TypeError'], '2 >= 2'),
  IS: comparison(
    0x56,
    'IS',
    'is',
    'Whether both are the same object',
    [],
    'None is None',
    'Two ints, floats, strings, bools or `None` are the same when type and value are.',
  ),
  CONTAINS: row(0x57, 'comparison', 'item container -- bool', {
    summary: 'Whether the container on top holds the item under it, as `item in container`',
    raises: ['TypeError'],
    example: 'LOAD_CONST "ell"\nLOAD_CONST "hello"\nCONTAINS   ; True',
  }),

  // control
  JUMP: row(0x60, 'control', '--', {
    operands: [{ name: 'L', kind: 'label' }],
    flow: 'jump',
    summary: 'Goes on at the label',
    example: 'again:\n        JUMP again',
  }),
  JUMP_IF_TRUE: row(0x61, 'control', 'v --', {
    operands: [{ name: 'L', kind: 'label' }],
    flow: 'branch',
    summary: 'Pops a value and goes on at the label when it is true',
    example: 'LOAD_VAR ready\nJUMP_IF_TRUE start',
  }),
  JUMP_IF_FALSE: row(0x62, 'control', 'v --', {
    operands: [{ name: 'L', kind: 'label' }],
    flow: 'branch',
    summary: 'Pops a value and goes on at the label when it is false',
    example: 'LOAD_VAR n\nLOAD_CONST 1\nLE\nJUMP_IF_FALSE recurse',
  }),
  JUMP_IF_TRUE_OR_POP: row(0x63, 'control', 'v -- | v -- v', {
    operands: [{ name: 'L', kind: 'label' }],
    flow: 'branch',
    summary: 'Keeps a true value and jumps, or pops a false one and goes on: the `or` of Python',
    example: 'LOAD_VAR a\nJUMP_IF_TRUE_OR_POP done\nLOAD_VAR b\ndone:            ; a or b',
  }),
  JUMP_IF_FALSE_OR_POP: row(0x64, 'control', 'v -- | v -- v', {
    operands: [{ name: 'L', kind: 'label' }],
    flow: 'branch',
    summary: 'Keeps a false value and jumps, or pops a true one and goes on: the `and` of Python',
    example: 'LOAD_VAR a\nJUMP_IF_FALSE_OR_POP done\nLOAD_VAR b\ndone:            ; a and b',
  }),
  GET_ITER: row(0x65, 'control', 'v -- it', {
    summary: 'Replaces an iterable by an iterator over it',
    raises: ['TypeError'],
    example: 'LOAD_CONST "abc"\nGET_ITER',
  }),
  FOR_ITER: row(0x66, 'control', 'it -- it item | it --', {
    operands: [{ name: 'L', kind: 'label' }],
    flow: 'branch',
    summary: 'Pushes the next item of the iterator, or drops the exhausted iterator and jumps',
    example:
      '        LOAD_CONST "abc"\n        GET_ITER\nnext:   FOR_ITER done\n        PRINT\n        JUMP next\ndone:',
  }),
  HALT: row(0x67, 'control', '--', {
    flow: 'halt',
    summary: 'Ends the program',
    details: "What main's frame holds on its stack is the program's result.",
    example: 'HALT',
  }),

  // functions
  CALL_FUNC: row(0x70, 'functions', 'a1…an -- r', {
    operands: [
      { name: 'f', kind: 'function' },
      { name: 'n', kind: 'count' },
      { name: 'k', kind: 'argument-name', arity: 'repeated' },
    ],
    summary: 'Calls a function of the program, else a built-in, with the n values on top',
    details: 'The names behind the count say that the last arguments are passed by name.',
    raises: ['TypeError', 'RecursionError'],
    example: 'LOAD_CONST 5\nCALL_FUNC fact 1',
  }),
  CALL: row(0x71, 'functions', 'callee a1…an -- r', {
    operands: [
      { name: 'n', kind: 'count' },
      { name: 'k', kind: 'argument-name', arity: 'repeated' },
    ],
    summary: 'Calls the value under the n arguments',
    details: 'The names behind the count say that the last arguments are passed by name.',
    raises: ['TypeError', 'RecursionError'],
    example: 'MAKE_FUNC fact\nLOAD_CONST 5\nCALL 1',
  }),
  CALL_SPREAD: row(0x72, 'functions', 'callee list dict -- r', {
    summary: 'Calls a value with arguments that were collected',
    details:
      'The list (or tuple) holds the arguments by place, the dict those by name: the `f(*args, **named)` of Python.',
    raises: ['TypeError', 'RecursionError'],
    example: 'MAKE_FUNC area\nLOAD_CONST 2\nLOAD_CONST 3\nBUILD_LIST 2\nBUILD_DICT 0\nCALL_SPREAD   ; area(2, 3)',
  }),
  TAIL_CALL_FUNC: row(0x73, 'functions', 'a1…an --', {
    operands: [
      { name: 'f', kind: 'function' },
      { name: 'n', kind: 'count' },
    ],
    flow: 'return',
    summary: 'Calls a function in place of the current frame, whose result it returns',
    details: 'The stack does not grow. A callee or arguments that do not fit raise in the current frame.',
    raises: ['TypeError'],
    example: 'LOAD_VAR n\nLOAD_VAR total\nTAIL_CALL_FUNC sum_to 2',
  }),
  TAIL_CALL: row(0x74, 'functions', 'callee a1…an --', {
    operands: [{ name: 'n', kind: 'count' }],
    flow: 'return',
    summary: 'Calls the value under the n arguments in place of the current frame',
    details: 'The stack does not grow. A callee or arguments that do not fit raise in the current frame.',
    raises: ['TypeError'],
    example: 'LOAD_VAR callback\nLOAD_VAR n\nTAIL_CALL 1',
  }),
  MAKE_FUNC: row(0x75, 'functions', 'd1…dn -- function', {
    operands: [
      { name: 'f', kind: 'function' },
      { name: 'n', kind: 'count', arity: 'optional' },
    ],
    summary: 'Pushes a function value, with the n values on top as defaults of its last parameters',
    details: 'A function that uses variables of the functions around it captures them by reference.',
    example: 'MAKE_FUNC fact\nSTORE_VAR f',
  }),
  RETURN_VALUE: row(0x76, 'functions', 'v --', {
    flow: 'return',
    summary: 'Ends the function; its caller gets the value',
    details: "Whatever else the frame's stack holds is dropped.",
    example: 'LOAD_VAR n\nRETURN_VALUE',
  }),
  YIELD: row(0x77, 'functions', 'v -- sent', {
    summary: 'Gives a value to whoever drives the generator, and waits for what is sent back',
    details:
      'Its function becomes a generator function: a call of it gives a generator at once, and runs nothing. `next` sends `None`.',
    example:
      '.func count n\n        LOAD_CONST 0\nagain:  DUP_TOP\n        YIELD\n        POP_TOP\n        LOAD_CONST 1\n        ADD\n        JUMP again\n.end',
  }),

  // collections
  BUILD_LIST: build(0x90, 'LIST', 'v1…vn', 'list', '[1, 2]'),
  BUILD_TUPLE: build(0x91, 'TUPLE', 'v1…vn', 'tuple', '(1, 2)'),
  BUILD_SET: build(0x92, 'SET', 'v1…vn', 'set', '{1, 2}', 'Equal values go in once.', ['TypeError']),
  BUILD_STRING: build(0x93, 'STRING', 'v1…vn', 'str', '"12"', 'Joins `str()` of each value.'),
  BUILD_DICT: build(
    0x94,
    'DICT',
    'k1 v1…kn vn',
    'dict',
    '{1: 2, 3: 4}',
    'Each key stands below its value. Of equal keys the first stays, with the last value.',
    ['TypeError'],
  ),
  UNPACK: row(0x95, 'collections', 'iterable -- vn…v1', {
    operands: [{ name: 'n', kind: 'count' }],
    summary: 'Replaces an iterable by its n items, the first on top',
    raises: ['TypeError', 'ValueError'],
    example: 'LOAD_CONST "ab"\nUNPACK 2\nSTORE_VAR first    ; "a"\nSTORE_VAR second   ; "b"',
  }),
  LOAD_INDEX: row(0x96, 'collections', 'c i -- v', {
    summary: 'The item of a container at an index, a key or a slice, as `c[i]`',
    raises: ['TypeError', 'IndexError', 'KeyError'],
    example: 'LOAD_CONST "hello"\nLOAD_CONST -1\nLOAD_INDEX  ; "o"',
  }),
  STORE_INDEX: row(0x97, 'collections', 'c i v --', {
    summary: 'Puts a value into a container at an index, a key or a slice, as `c[i] = v`',
    raises: ['TypeError', 'IndexError', 'ValueError'],
    example: 'LOAD_VAR ages\nLOAD_CONST "ada"\nLOAD_CONST 36\nSTORE_INDEX',
  }),
  DELETE_INDEX: row(0x98, 'collections', 'c i --', {
    summary: 'Takes the item at an index, a key or a slice out of a container, as `del c[i]`',
    raises: ['TypeError', 'IndexError', 'KeyError'],
    example: 'LOAD_VAR ages\nLOAD_CONST "ada"\nDELETE_INDEX',
  }),
  SLICE: row(0x99, 'collections', "c start stop step -- c'", {
    summary: 'The part of a container from start up to stop, as `c[start:stop:step]`',
    details: '`None` stands for what is left out.',
    raises: ['TypeError', 'ValueError'],
    example: 'LOAD_CONST "hello"\nLOAD_CONST 1\nLOAD_CONST 3\nLOAD_CONST None\nSLICE       ; "el"',
  }),
  APPEND: row(0x9a, 'collections', 'list v -- list', {
    summary: 'Adds a value at the end of a list, which stays on the stack',
    raises: ['TypeError'],
    example: 'BUILD_LIST 0\nLOAD_CONST 1\nAPPEND      ; [1]',
  }),
  LEN: row(0x9b, 'collections', 'c -- n', {
    summary: 'How many items a container holds, as `len(c)`',
    raises: ['TypeError'],
    example: 'LOAD_CONST "hello"\nLEN         ; 5',
  }),

  // objects
  MAKE_CLASS: row(0xa0, 'objects', 'base1…basen -- class', {
    operands: [
      { name: 'C', kind: 'class' },
      { name: 'n', kind: 'count' },
    ],
    summary: 'Makes a class of a `.class` and the n base classes on top',
    details:
      'Every time a new one. The method order is C3, as in Python; a base is a class made here, an exception class or `object`.',
    raises: ['TypeError'],
    example: 'MAKE_CLASS Point 0\nSTORE_VAR Point',
  }),
  LOAD_ATTR: row(0xa1, 'objects', 'o -- v', {
    operands: [{ name: 'a', kind: 'attribute' }],
    summary: 'The attribute of an object, as `o.a`',
    details: 'A function that is found on the class of the object is bound to the object.',
    raises: ['AttributeError'],
    example: 'LOAD_VAR point\nLOAD_ATTR x',
  }),
  STORE_ATTR: row(0xa2, 'objects', 'o v --', {
    operands: [{ name: 'a', kind: 'attribute' }],
    summary: 'Sets an attribute of an object, as `o.a = v`',
    raises: ['AttributeError', 'TypeError'],
    example: 'LOAD_VAR point\nLOAD_CONST 3\nSTORE_ATTR x',
  }),
  DELETE_ATTR: row(0xa3, 'objects', 'o --', {
    operands: [{ name: 'a', kind: 'attribute' }],
    summary: 'Takes an attribute from an object, as `del o.a`',
    raises: ['AttributeError', 'TypeError'],
    example: 'LOAD_VAR point\nDELETE_ATTR x',
  }),
  CALL_METHOD: row(0xa4, 'objects', 'o a1…an -- r', {
    operands: [
      { name: 'm', kind: 'attribute' },
      { name: 'n', kind: 'count' },
      { name: 'k', kind: 'argument-name', arity: 'repeated' },
    ],
    summary: 'Calls a method of the object under the n arguments, as `o.m(a1, …, an)`',
    details: 'The names behind the count say that the last arguments are passed by name.',
    raises: ['AttributeError', 'TypeError', 'RecursionError'],
    example: 'LOAD_CONST "a-b"\nLOAD_CONST "-"\nCALL_METHOD split 1   ; [\'a\', \'b\']',
  }),
  LOAD_SUPER: row(0xa5, 'objects', 'self -- method', {
    operands: [{ name: 'm', kind: 'attribute' }],
    summary: 'The method of the next class behind the one that holds this method, as `super().m`',
    details: "It is looked up in the method order of self's class, and bound to self.",
    raises: ['AttributeError', 'TypeError'],
    example: 'LOAD_VAR self\nLOAD_SUPER describe\nCALL 0',
  }),

  // exceptions
  SETUP_TRY: row(0xb0, 'exceptions', '-- | -- exc', {
    operands: [{ name: 'L', kind: 'label' }],
    flow: 'branch',
    summary: 'Sends errors of the following instructions to the label, until `POP_TRY`',
    details:
      'An error cuts the stack of this frame back to its height here, removes the handler, pushes the exception and goes on at the label.',
    example:
      '        SETUP_TRY oops\n        LOAD_CONST 1\n        LOAD_CONST 0\n        DIV\n        PRINT\n        POP_TRY\n        HALT\noops:   PRINT              ; division by zero',
  }),
  POP_TRY: row(0xb1, 'exceptions', '--', {
    summary: 'Removes the handler of the latest `SETUP_TRY` of this frame',
    details: 'Without one it is the fatal `StackUnderflow`.',
    example: 'SETUP_TRY oops\nCALL_FUNC risky 0\nPOP_TRY',
  }),
  RAISE: row(0xb2, 'exceptions', 'exc --', {
    flow: 'raise',
    summary: 'Raises an exception',
    details: 'The value is an exception, or an exception class, which is called without arguments.',
    raises: ['TypeError'],
    example: 'LOAD_CONST "too small"\nCALL_FUNC ValueError 1\nRAISE',
  }),
  EXC_MATCH: row(0xb3, 'exceptions', 'exc class -- exc bool', {
    summary: 'Whether an exception, which stays, is of a class or of one of a tuple of classes',
    raises: ['TypeError'],
    example: 'oops:   LOAD_VAR ValueError\n        EXC_MATCH\n        JUMP_IF_FALSE other',
  }),

  // input and output
  PRINT: row(0x80, 'input and output', 'v --', {
    summary: 'Writes a value as `str()` shows it, and a newline',
    example: 'LOAD_CONST "hello"\nPRINT',
  }),
  INPUT: row(0x81, 'input and output', '-- str', {
    summary: 'Pushes one line of standard input, without its line end',
    raises: ['EOFError'],
    example: 'INPUT\nCALL_FUNC int 1',
  }),
  ASSERT: row(0x82, 'input and output', 'v --', {
    operands: [{ name: 'msg', kind: 'message', arity: 'optional' }],
    summary: 'Pops a value and raises `AssertionError` when it is false',
    raises: ['AssertionError'],
    example: 'LOAD_VAR n\nLOAD_CONST 0\nGE\nASSERT "n must not be negative"',
  }),
  BREAKPOINT: row(0x83, 'input and output', '--', {
    summary: 'Stops a debugger; without one it does nothing',
    example: 'BREAKPOINT',
  }),
} as const satisfies Record<string, OpcodeRow>;

/** Other spellings that the assembler accepts. */
export const MNEMONIC_ALIASES: Readonly<Record<string, Mnemonic>> = { RETURN_VAL: 'RETURN_VALUE' };

/** The name of an instruction, in upper case. */
export type Mnemonic = keyof typeof OPCODES;

interface RowRest {
  readonly operands?: readonly OperandRow[];
  readonly flow?: ControlFlow;
  readonly summary: string;
  readonly details?: string;
  readonly raises?: readonly string[];
  readonly example: string;
}

function row(code: number, group: Group, stack: string, rest: RowRest): OpcodeRow {
  return { code, group, stack, operands: [], flow: 'next', raises: [], ...rest };
}

function binary(code: number, operator: string, summary: string, example: string, raises: string[] = []): OpcodeRow {
  return row(code, 'arithmetic', 'a b -- r', {
    summary,
    details: `\`a ${operator} b\` of Python.`,
    raises: ['TypeError', ...raises],
    example,
  });
}

function inplace(code: number, name: string, operator: string): OpcodeRow {
  return row(code, 'arithmetic', 'a b -- r', {
    summary: `The in-place form, as \`a ${operator} b\` of Python`,
    details:
      'Numbers and strings never change: the result is a new value. Errors are those of the plain form, and name the in-place operator.',
    raises: ['TypeError'],
    example: `LOAD_VAR a\nLOAD_CONST 2\n${name}\nSTORE_VAR a`,
  });
}

function build(
  code: number,
  name: string,
  values: string,
  kind: string,
  shown: string,
  details?: string,
  raises: string[] = [],
): OpcodeRow {
  const pushes = name === 'DICT' ? [1, 2, 3, 4] : [1, 2];
  return row(code, 'collections', `${values} -- ${kind}`, {
    operands: [{ name: 'n', kind: 'count' }],
    summary: name === 'DICT' ? 'Makes a dict of n keys and values' : `Makes a ${kind} of the n values on top`,
    details,
    raises,
    example: `${pushes.map(value => `LOAD_CONST ${value}\n`).join('')}BUILD_${name} 2   ; ${shown}`,
  });
}

function unary(code: number, summary: string, example: string): OpcodeRow {
  return row(code, 'arithmetic', 'a -- r', { summary, raises: ['TypeError'], example });
}

function comparison(
  code: number,
  name: string,
  operator: string,
  summary: string,
  raises: string[],
  shown: string,
  details?: string,
): OpcodeRow {
  const [left, right] = shown.split(` ${operator} `);
  return row(code, 'comparison', name === 'IS' ? 'a b -- bool' : 'a b -- r', {
    summary: `${summary}, as \`a ${operator} b\``,
    details,
    raises,
    example: `LOAD_CONST ${left}\nLOAD_CONST ${right}\n${name}         ; ${shown}: True`,
  });
}
