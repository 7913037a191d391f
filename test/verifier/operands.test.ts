import { describe, test } from 'vitest';
import { check } from './marked-program.ts';

describe('operands', () => {
  test('operands that do not go together', () => {
    check(`
        LOAD_CONST "a"
        LOAD_CONST 1
        ┆SUB┆ ;! operand-types: \`SUB\` takes two numbers or two sets, found str and int: it always fails
;~ LOAD_CONST "a": the left operand comes from here
;~ LOAD_CONST 1: the right operand comes from here
        PRINT
        LOAD_CONST None
        LOAD_CONST 1
        ┆INPLACE_ADD┆ ;! operand-types: \`INPLACE_ADD\` takes two numbers, strings or tuples, or a list and an iterable, found None and int: it always fails
;~ LOAD_CONST None: the left operand comes from here
;~ LOAD_CONST 1: the right operand comes from here
        PRINT
        LOAD_CONST 1.5
        LOAD_CONST 1
        ┆BIT_AND┆ ;! operand-types: \`BIT_AND\` takes two ints or two sets, found float and int: it always fails
;~ LOAD_CONST 1.5: the left operand comes from here
;~ LOAD_CONST 1: the right operand comes from here
        PRINT
        LOAD_CONST 1
        LOAD_CONST "a"
        ┆LT┆ ;! operand-types: \`LT\` takes two numbers, strings, lists, tuples or sets, found int and str: it always fails
;~ LOAD_CONST 1: the left operand comes from here
;~ LOAD_CONST "a": the right operand comes from here
        PRINT
        LOAD_CONST "a"
        ┆NEGATE┆ ;! operand-types: \`NEGATE\` takes a number, found str: it always fails
;~ LOAD_CONST "a": the operand comes from here
        PRINT
        LOAD_CONST 5
        ┆GET_ITER┆ ;! operand-types: \`GET_ITER\` takes an iterable, found int: it always fails
;~ LOAD_CONST 5: the operand comes from here
        POP_TOP
        LOAD_CONST "a"
        LOAD_CONST 5
        ┆CONTAINS┆ ;! operand-types: \`CONTAINS\` takes an item and a container (a string holds strings only), found str and int: it always fails
;~ LOAD_CONST "a": the left operand comes from here
;~ LOAD_CONST 5: the right operand comes from here
        PRINT
        LOAD_CONST 5
        ┆CALL┆ 0 ;! operand-types: \`CALL\` takes something callable, found int: it always fails
;~ LOAD_CONST 5: the operand comes from here
        PRINT
`);
  });

  test('one mistake is found once, however far its result goes', () => {
    check(`
        LOAD_CONST "a"
        LOAD_CONST 1
        ┆SUB┆ ;! operand-types: \`SUB\` takes two numbers or two sets, found str and int: it always fails
;~ LOAD_CONST "a": the left operand comes from here
;~ LOAD_CONST 1: the right operand comes from here
        NEGATE
        LOAD_CONST None
        ADD
        PRINT
`);
  });

  test('what goes wrong on one path only is not said', () => {
    check(`
        INPUT
        JUMP_IF_TRUE text
        LOAD_CONST 1
        JUMP add
text:
        LOAD_CONST "a"
add:
        LOAD_CONST 2
        ADD
        PRINT
`);
  });

  test('what goes wrong on every path is', () => {
    check(`
        INPUT
        JUMP_IF_TRUE text
        LOAD_CONST None
        JUMP add
text:
        LOAD_CONST "a"
add:
        LOAD_CONST 2
        ┆ADD┆ ;! operand-types: \`ADD\` takes two numbers, strings, lists or tuples, found None or str, and int: it always fails
;~ LOAD_CONST None: the left operand comes from here
;~ LOAD_CONST "a": the left operand comes from here
;~ LOAD_CONST 2: the right operand comes from here
        PRINT
`);
  });

  test('through calls of functions that are known', () => {
    check(`
.func name
        LOAD_CONST "a"
        RETURN_VALUE
.end
        CALL_FUNC name 0
        ┆NEGATE┆ ;! operand-types: \`NEGATE\` takes a number, found str: it always fails
;~ CALL_FUNC name 0: the operand comes from here
;~ RETURN_VALUE: \`name\` returns it from here
        PRINT
        CALL_FUNC input 0
        ┆NEGATE┆ ;! operand-types: \`NEGATE\` takes a number, found str: it always fails
;~ CALL_FUNC input 0: the operand comes from here
        PRINT
`);
  });

  test('an item of something that is no iterator', () => {
    check(`
        LOAD_CONST "abc"
next:   ┆FOR_ITER┆ done ;! operand-types: \`FOR_ITER\` takes an iterator, found str: it always fails
;~ LOAD_CONST "abc": the operand comes from here
        PRINT
        JUMP next
done:   HALT
`);
  });

  test('operations that Python has', () => {
    check(`
        LOAD_CONST "a"
        LOAD_CONST 3
        MUL
        LOAD_CONST True
        LOAD_CONST "b"
        MUL
        ADD
        LOAD_CONST None
        MOD
        PRINT
        LOAD_CONST True
        NEGATE
        LOAD_CONST 1.5
        POW
        LOAD_CONST False
        LE
        LOAD_CONST 1
        SHIFT_LEFT
        BIT_NOT
        PRINT
        LOAD_CONST 1
        LOAD_CONST "a"
        EQ
        PRINT
`);
  });

  test('a constant zero for divisor', () => {
    check(`
        LOAD_CONST 1
        LOAD_CONST 0
        ┆DIV┆ ;! division-by-zero: \`DIV\` divides by the constant zero
;~ 0: the divisor comes from here
        PRINT
        INPUT
        LOAD_CONST 0.0
        ┆FLOOR_DIV┆ ;! operand-types: \`FLOOR_DIV\` takes two numbers, found str and float: it always fails
;~ INPUT: the left operand comes from here
;~ LOAD_CONST 0.0: the right operand comes from here
        PRINT
        LOAD_CONST 7
        LOAD_CONST False
        ┆INPLACE_MOD┆ ;! division-by-zero: \`INPLACE_MOD\` divides by the constant zero
;~ False: the divisor comes from here
        PRINT
        LOAD_CONST 7
        LOAD_CONST 0
        DUP_TOP
        PRINT
        ┆MOD┆ ;! division-by-zero: \`MOD\` divides by the constant zero
;~ 0: the divisor comes from here
        PRINT
        LOAD_CONST "%d"
        LOAD_CONST 0
        MOD
        PRINT
`);
  });

  test('a divisor that is zero on one path only', () => {
    check(`
        LOAD_CONST 8
        INPUT
        JUMP_IF_TRUE zero
        LOAD_CONST 1
        JUMP divide
zero:
        LOAD_CONST 0
divide:
        DIV
        PRINT
`);
  });

  test('values that a function leaves behind', () => {
    check(`
.func f n
        LOAD_CONST 1
        LOAD_VAR n
        ┆RETURN_VALUE┆ ;! values-left-at-return: \`RETURN_VALUE\` leaves 1 value on the stack behind
;~ LOAD_CONST 1: leaves a value from here
.end
        LOAD_CONST 1
        CALL_FUNC f 1
        PRINT
`);
  });

  test('iterators of loops that are left do not count', () => {
    check(`
.func f text
        LOAD_VAR text
        GET_ITER
outer:  FOR_ITER done
        GET_ITER
inner:  FOR_ITER outer
        RETURN_VALUE
done:
        LOAD_CONST None
        RETURN_VALUE
.end
        LOAD_CONST "abc"
        CALL_FUNC f 1
        PRINT
`);
  });
});
