import { describe, test } from 'vitest';
import { check } from './marked-program.ts';

describe('the stack in a try', () => {
  test('values from below the try that are taken inside it', () => {
    check(`
        LOAD_CONST 1
        SETUP_TRY oops
        ┆POP_TOP┆ ;! stack-below-try: \`POP_TOP\` takes values from below the height that its \`SETUP_TRY\` saw
;~ SETUP_TRY oops: sets the handler up with 1 value on the stack
        INPUT
        PRINT
        POP_TRY
        HALT
oops:   PRINT
        PRINT
`);
  });

  test('an instruction that would fail with them gone', () => {
    check(`
        LOAD_CONST "12"
        SETUP_TRY oops
        ┆CALL_FUNC┆ int 1 ;! stack-below-try: \`CALL_FUNC\` takes values from below the height that its \`SETUP_TRY\` saw
;~ SETUP_TRY oops: sets the handler up with 1 value on the stack
        POP_TRY
        PRINT
        HALT
oops:   PRINT
        PRINT
`);
  });

  test('it is told once for a try', () => {
    check(`
        LOAD_CONST 1
        LOAD_CONST 2
        SETUP_TRY oops
        ┆PRINT┆ ;! stack-below-try: \`PRINT\` takes values from below the height that its \`SETUP_TRY\` saw
;~ SETUP_TRY oops: sets the handler up with 2 values on the stack
        PRINT
        POP_TRY
        HALT
oops:   PRINT
        PRINT
        PRINT
`);
  });

  test('what only reads or exchanges them, takes what was pushed inside, or comes behind POP_TRY', () => {
    check(`
        LOAD_CONST 1
        LOAD_CONST 2
        SETUP_TRY oops
        SWAP
        DUP_TWO
        ADD
        PRINT
        LOAD_CONST 1
        LOAD_CONST 0
        INPUT
        PRINT
        ADD
        PRINT
        POP_TRY
        ADD
        PRINT
        HALT
oops:   PRINT
        PRINT
        PRINT
`);
  });

  test('an iterator below, which is dropped at its end', () => {
    check(`
        BUILD_LIST 0
        LOAD_CONST "abc"
        GET_ITER
        SETUP_TRY oops
next:   ┆FOR_ITER┆ done ;! stack-below-try: \`FOR_ITER\` takes values from below the height that its \`SETUP_TRY\` saw
;~ SETUP_TRY oops: sets the handler up with 2 values on the stack
        PRINT
        JUMP next
done:   POP_TRY
        HALT
oops:   PRINT
`);
  });

  test('a list below that stays where it is', () => {
    check(`
        BUILD_LIST 0
        SETUP_TRY oops
        INPUT
        APPEND
        POP_TRY
        PRINT
        HALT
oops:   PRINT
        PRINT
`);
  });

  test('a return needs no care', () => {
    check(`
.func f n
        LOAD_VAR n
        SETUP_TRY oops
        RETURN_VALUE
oops:   RAISE
.end
        LOAD_CONST 1
        CALL_FUNC f 1
        PRINT
`);
  });

  test('a handler is entered with the height of its SETUP_TRY and the exception', () => {
    check(`
        LOAD_CONST 1
        SETUP_TRY oops
        LOAD_CONST 2
        LOAD_CONST 3
        LOAD_VAR ValueError
        RAISE
oops:   PRINT
        PRINT
        ┆PRINT┆ ;! stack-underflow: \`PRINT\` takes 1 value, but there is none
`);
  });

  test('two tries of different heights with one handler', () => {
    check(`
        SETUP_TRY oops
        INPUT
        PRINT
        POP_TRY
        LOAD_CONST 1
        SETUP_TRY oops
        INPUT
        PRINT
        POP_TRY
        HALT
┆oops┆:   PRINT ;! stack-heights-differ: \`oops\` is reached with different numbers of values on the stack: 1 or 2
;~ SETUP_TRY oops: comes from here with 1 value
;~ SETUP_TRY oops: comes from here with 2 values
`);
  });
});

describe('POP_TRY', () => {
  test('without a handler', () => {
    check(`
        ┆POP_TRY┆ ;! pop-try-without-setup: \`POP_TRY\` without a handler to remove
        SETUP_TRY oops
        SETUP_TRY oops
        INPUT
        PRINT
        POP_TRY
        POP_TRY
        ┆POP_TRY┆ ;! pop-try-without-setup: \`POP_TRY\` without a handler to remove
        HALT
oops:   PRINT
`);
  });

  test('in a handler, which the error has removed', () => {
    check(`
        SETUP_TRY oops
        INPUT
        PRINT
        POP_TRY
        HALT
oops:   ┆POP_TRY┆ ;! pop-try-without-setup: \`POP_TRY\` without a handler to remove
        PRINT
`);
  });

  test('in a handler inside another try', () => {
    check(`
        SETUP_TRY outer
        SETUP_TRY inner
        INPUT
        PRINT
        POP_TRY
        JUMP done
inner:  PRINT
done:   POP_TRY
        HALT
outer:  PRINT
`);
  });

  test('on some path', () => {
    check(`
        INPUT
        JUMP_IF_TRUE skip
        SETUP_TRY oops
skip:
        INPUT
        PRINT
        ┆POP_TRY┆ ;! pop-try-without-setup: \`POP_TRY\` without a handler to remove on some path
;~ SETUP_TRY oops: on another path this handler is removed
        HALT
oops:   PRINT
`);
  });

  test('out of a loop that sets one handler up on each round', () => {
    check(`
again:  SETUP_TRY oops
        INPUT
        JUMP_IF_TRUE again
        POP_TRY
        HALT
oops:   PRINT
`);
  });

  test('the handlers of a caller are none of the callee', () => {
    check(`
.func f
        ┆POP_TRY┆ ;! pop-try-without-setup: \`POP_TRY\` without a handler to remove
        LOAD_CONST None
        RETURN_VALUE
.end
        SETUP_TRY oops
        CALL_FUNC f 0
        PRINT
        POP_TRY
        HALT
oops:   PRINT
`);
  });
});

describe('paths through a try', () => {
  test('a variable counts as assigned in the handler when nothing can fail before its store', () => {
    check(`
.func f n
        SETUP_TRY oops
        LOAD_CONST 1
        STORE_VAR x
        LOAD_VAR n
        PRINT
        LOAD_CONST 2
        STORE_VAR y
        LOAD_VAR n
        PRINT
        POP_TRY
        LOAD_VAR y
        RETURN_VALUE
oops:   PRINT
        LOAD_VAR x
        LOAD_VAR ┆y┆ ;! variable-maybe-unassigned: \`y\` may be unassigned here
;~ SETUP_TRY oops: an error behind this may come before \`y\` is stored
        ADD
        RETURN_VALUE
.end
        LOAD_CONST 1
        CALL_FUNC f 1
        PRINT
`);
  });

  test('what nothing inside can fail before is always unassigned in the handler', () => {
    check(`
        SETUP_TRY oops
        INPUT
        STORE_VAR line
        POP_TRY
        HALT
oops:   PRINT
        LOAD_VAR ┆line┆ ;! variable-maybe-unassigned: \`line\` is unassigned here
        PRINT
`);
  });

  test('an error in a handler goes to the handler around it', () => {
    check(`
        SETUP_TRY outer
        SETUP_TRY inner
        INPUT
        STORE_VAR x
        POP_TRY
        POP_TRY
        HALT
inner:  LOAD_CONST 1
        STORE_VAR x
        RAISE
outer:  PRINT
        LOAD_VAR x
        PRINT
`);
  });

  test('a loop that ends in an error which is caught', () => {
    check(`
        SETUP_TRY done
again:
        INPUT
        PRINT
        JUMP again
done:   PRINT
`);
  });

  test('a loop in a try in which nothing can fail', () => {
    check(`
        SETUP_TRY done
again:
        LOAD_CONST 1
        POP_TOP
        ┆JUMP again┆ ;! endless-loop: this loop never ends
done:   PRINT
`);
  });

  test('a loop in the handler of a try', () => {
    check(`
        SETUP_TRY oops
        INPUT
        PRINT
        POP_TRY
        HALT
oops:
        DUP_TOP
        PRINT
        ┆JUMP oops┆ ;! endless-loop: this loop never ends
`);
  });

  test('a loop that raises, and one that yields', () => {
    check(`
.func f n
again:
        LOAD_VAR n
        JUMP_IF_TRUE again
        LOAD_VAR ValueError
        RAISE
.end
.func g
again:
        LOAD_CONST 1
        YIELD
        POP_TOP
        JUMP again
.end
        LOAD_CONST 1
        CALL_FUNC f 1
        PRINT
        CALL_FUNC g 0
        PRINT
`);
  });

  test('RAISE goes nowhere by itself', () => {
    check(`
.func f
        LOAD_VAR ValueError
        RAISE
        ┆LOAD_CONST 1 ;! unreachable-code: this code is never reached
        RETURN_VALUE┆
.end
        CALL_FUNC f 0
        PRINT
`);
  });

  test('values that a handler leaves behind', () => {
    check(`
.func f
        SETUP_TRY oops
        INPUT
        RETURN_VALUE
oops:
        LOAD_CONST 1
        ┆RETURN_VALUE┆ ;! values-left-at-return: \`RETURN_VALUE\` leaves 1 value on the stack behind
;~ SETUP_TRY oops: leaves a value from here
.end
        CALL_FUNC f 0
        PRINT
`);
  });
});
