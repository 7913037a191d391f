/** Programs that hold every kind of name and statement, for laws that must hold of any text. */
export const FACTORIAL = `; n! by recursion
; (for small n)
.func fact n
        LOAD_VAR n
        LOAD_CONST 1
        LE
        JUMP_IF_FALSE recurse
        LOAD_CONST 1
        RETURN_VALUE
recurse:
        LOAD_VAR n
        LOAD_VAR n
        LOAD_CONST 1
        SUB
        CALL_FUNC fact 1
        MUL
        RETURN_VALUE
.end

.const LIMIT 5          ; how far we go
        LOAD_CONST LIMIT
        CALL_FUNC fact 1
        PRINT
        HALT
`;

export const SCOPES = `.const STEP 0x10
.func outer a b=STEP *rest c **named
.func inner
.nonlocal a
.global total
        LOAD_VAR a
        STORE_VAR total
        LOAD_VAR a
        LOAD_LOCAL a
        ADD
        STORE_VAR a
        LOAD_VAR total
        RETURN_VALUE
.end
        CALL_FUNC inner 0
        STORE_VAR kept
again:  LOAD_VAR kept
        JUMP_IF_TRUE again
        LOAD_VAR a
        RETURN_VALUE
.end
.class Point
.func move self x
        LOAD_VAR x
        RETURN_VALUE
.end
.end
        LOAD_CONST 1
        STORE_VAR total
        LOAD_CONST "a\\tb"
        LOAD_CONST 1e3
        CALL_FUNC outer 2 c
        POP_TOP
        MAKE_FUNC outer
        STORE_GLOBAL größe
        LOAD_VAR größe
        LOAD_CONST 1
        CALL 1
        CALL_FUNC print 1
        POP_TOP
        JUMP 0
`;

export const BROKEN = `.func
        LOAD_CONST
loop:   JUMP lop
        LOAD_CONTS 1
        LOAD_VAR 7
        CALL_FUNC nothing 1 a a
        LOAD_CONST "never closed
.import "gone.bcasm
.import "gone.bcasm"
.nonlocal x
.const
.const A
.const A 1
.const A 2
        ADD 1 2 3 ; too much
 : , , =
.func f a=1 b *
x:x: y: 😀 LOAD_CONST 1
.what 1
.
        JUMP 99999999999999999999
`;

export const LIBRARY = {
  '/main.bcasm': `.import "lib/shapes.bcasm"
        LOAD_CONST SIDES
        STORE_VAR total
        LOAD_VAR total
        LOAD_CONST 2
        CALL_FUNC area 2 height
        PRINT
`,
  '/lib/shapes.bcasm': `.const SIDES 4     ; of a rectangle
; width times height
.func area width height
.global total
        LOAD_VAR total
        STORE_VAR total
        LOAD_VAR width
        LOAD_VAR height
        MUL
        RETURN_VALUE
.end
`,
};

/** Two classes with a method of the same name, one class that derives from the first, and calls on objects known and unknown. */
export const SHAPES = [
  '.class Shape',
  '.func area self',
  'LOAD_CONST 0',
  'RETURN_VALUE',
  '.end',
  '.func show self',
  'LOAD_VAR self',
  'CALL_METHOD area 0',
  'PRINT',
  'LOAD_CONST None',
  'RETURN_VALUE',
  '.end',
  '.end',
  '.class Square',
  '.func area self',
  'LOAD_SUPER area',
  'CALL 0',
  'RETURN_VALUE',
  '.end',
  '.end',
  '.class Field',
  '.func area self',
  'LOAD_CONST 1',
  'RETURN_VALUE',
  '.end',
  '.end',
  '.func area_of thing',
  'LOAD_VAR thing',
  'CALL_METHOD area 0',
  'RETURN_VALUE',
  '.end',
  'MAKE_CLASS Shape 0',
  'DUP_TOP',
  'STORE_VAR Shape',
  'MAKE_CLASS Square 1',
  'STORE_VAR Square',
  'MAKE_CLASS Field 0',
  'CALL 0',
  'STORE_VAR field',
  'LOAD_VAR field',
  'CALL_METHOD area 0',
  'PRINT',
  'LOAD_VAR Square',
  'CALL 0',
  'STORE_VAR square',
  'LOAD_VAR square',
  'CALL_METHOD area 0',
  'PRINT',
  'LOAD_VAR square',
  'CALL_METHOD show 0',
  'PRINT',
].join('\n');
