import { describe, test } from 'vitest';
import { check } from './marked-program.ts';

describe('stack-underflow', () => {
  test('an instruction that takes more values than there are', () => {
    check(`
        LOAD_CONST 1
        ┆ADD┆ ;! stack-underflow: \`ADD\` takes 2 values, but there is only 1
        PRINT
`);
  });

  test('a call that takes more arguments than there are', () => {
    check(`
.func add a b
        LOAD_VAR a
        LOAD_VAR b
        ADD
        RETURN_VALUE
.end
        LOAD_CONST 1
        ┆CALL_FUNC┆ add 2 ;! stack-underflow: \`CALL_FUNC\` takes 2 values, but there is only 1
        PRINT
`);
  });

  test('missing values are assumed, so that one mistake is found once', () => {
    check(`
        LOAD_CONST 1
        ┆ADD┆ ;! stack-underflow: \`ADD\` takes 2 values, but there is only 1
        LOAD_CONST 2
        MUL
        PRINT
`);
  });

  test('a path that brings fewer values is told; where paths meet is no second finding', () => {
    check(`
        INPUT
        JUMP_IF_FALSE done
        LOAD_CONST 1
done:
        ┆PRINT┆ ;! stack-underflow: \`PRINT\` takes 1 value, but on some path there is none (when \`done\` is reached by \`JUMP_IF_FALSE\`)
;~ done: paths meet here with different numbers of values: 0 or 1
;~ JUMP_IF_FALSE done: comes from here with 0 values
;~ LOAD_CONST 1: comes from here with 1 value
`);
  });

  test('all that one place causes is told once', () => {
    check(`
        INPUT
        JUMP_IF_FALSE done
        LOAD_CONST 1
done:
        INPUT
        JUMP_IF_TRUE other
        ┆PRINT┆ ;! stack-underflow: \`PRINT\` takes 1 value, but on some path there is none (when \`done\` is reached by \`JUMP_IF_FALSE\`)
;~ done: paths meet here with different numbers of values: 0 or 1
;~ JUMP_IF_FALSE done: comes from here with 0 values
;~ LOAD_CONST 1: comes from here with 1 value
        HALT
other:
        PRINT
`);
  });

  test('a loop that takes a value more on each round than it makes', () => {
    check(`
        LOAD_CONST 1
        LOAD_CONST 2
again:
        ┆PRINT┆ ;! stack-underflow: \`PRINT\` takes 1 value, but on some path there is none (when \`again\` is reached by \`JUMP_IF_TRUE\`)
;~ again: paths meet here with different numbers of values: 2, and 1 fewer on each round
;~ LOAD_CONST 2: comes from here with 2 values
;~ JUMP_IF_TRUE again: comes from here with 1 fewer on each round
        INPUT
        JUMP_IF_TRUE again
`);
  });

  test('a difference inside a loop is to blame, not the loop that carries it on', () => {
    check(`
        LOAD_CONST 1
again:
        INPUT
        JUMP_IF_TRUE next
        ┆DUP_TOP┆ ;! stack-underflow: \`DUP_TOP\` takes 1 value, but on some path there is none (when \`next\` is reached from the \`POP_TOP\` above it)
;~ next: paths meet here with different numbers of values: 0 to 1
;~ JUMP_IF_TRUE next: comes from here with 0 to 1 values
;~ POP_TOP: comes from here with 0 values
        PRINT
        POP_TOP
next:
        INPUT
        JUMP_IF_TRUE again
        PRINT
`);
  });

  test('a conditional jump keeps its value on the way to the label only', () => {
    check(`
        INPUT
        JUMP_IF_TRUE_OR_POP done
        NOP
done:
        ┆PRINT┆ ;! stack-underflow: \`PRINT\` takes 1 value, but on some path there is none (when \`done\` is reached from the \`NOP\` above it)
;~ done: paths meet here with different numbers of values: 0 or 1
;~ JUMP_IF_TRUE_OR_POP done: comes from here with 1 value
;~ NOP: comes from here with 0 values
`);
  });

  test('the iterator is gone behind its loop', () => {
    check(`
        LOAD_CONST "abc"
        GET_ITER
next:   FOR_ITER done
        PRINT
        JUMP next
done:   ┆POP_TOP┆ ;! stack-underflow: \`POP_TOP\` takes 1 value, but there is none
`);
  });
});
