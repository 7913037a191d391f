import { describe, test } from 'vitest';
import { check } from './marked-program.ts';

describe('variables', () => {
  test('a global that nothing stores', () => {
    check(`
        LOAD_CONST 1
        STORE_VAR count
.func f
        LOAD_VAR ┆cuont┆ ;! variable-never-assigned: \`cuont\` is never assigned; did you mean \`count\`?
        LOAD_GLOBAL ┆other┆ ;! variable-never-assigned: \`other\` is never assigned; did you mean \`iter\`?
        ADD
        RETURN_VALUE
.end
        CALL_FUNC f 0
        LOAD_VAR count
        ADD
        PRINT
        DELETE_VAR ┆print┆ ;! variable-never-assigned: \`print\` is never assigned
`);
  });

  test('built-ins, and globals that are stored later or elsewhere', () => {
    check(`
.func f
        LOAD_VAR later
        RETURN_VALUE
.end
.func g
.global later
        LOAD_CONST 1
        STORE_VAR later
        LOAD_CONST None
        RETURN_VALUE
.end
        CALL_FUNC g 0
        POP_TOP
        LOAD_VAR later
        PRINT
        CALL_FUNC f 0
        PRINT
        LOAD_VAR len
        PRINT
`);
  });

  test('main reads a global before it is stored', () => {
    check(`
        LOAD_VAR ┆x┆ ;! variable-maybe-unassigned: \`x\` is unassigned here
        PRINT
        LOAD_CONST 1
        STORE_VAR x
        LOAD_VAR x
        PRINT
`);
  });

  test('main reads a global that is stored on one path only; it is told once', () => {
    check(`
        INPUT
        JUMP_IF_TRUE skip
        LOAD_CONST 1
        STORE_VAR x
skip:
        LOAD_VAR ┆x┆ ;! variable-maybe-unassigned: \`x\` may be unassigned here
;~ JUMP_IF_TRUE skip: \`x\` is unassigned when this jumps
        PRINT
        LOAD_VAR x
        PRINT
`);
  });

  test('a global that a function stores, before any call', () => {
    check(`
.func set
        LOAD_CONST 1
        STORE_GLOBAL x
        LOAD_CONST None
        RETURN_VALUE
.end
        LOAD_VAR ┆x┆ ;! variable-maybe-unassigned: \`x\` is unassigned here
        PRINT
        CALL_FUNC set 0
        POP_TOP
        LOAD_VAR x
        PRINT
`);
  });

  test('deleted variables', () => {
    check(`
        LOAD_CONST 1
        STORE_VAR x
        DELETE_VAR x
        LOAD_VAR ┆x┆ ;! variable-maybe-unassigned: \`x\` is unassigned here
;~ x: \`x\` is deleted here
        PRINT
.func f n
        LOAD_VAR n
        JUMP_IF_TRUE skip
        DELETE_VAR n
skip:
        LOAD_VAR ┆n┆ ;! variable-maybe-unassigned: \`n\` may be unassigned here
;~ n: \`n\` is deleted here
        RETURN_VALUE
.end
        LOAD_CONST 1
        CALL_FUNC f 1
        PRINT
`);
  });

  test('the way on which nothing is assigned is told by its branches, those that matter', () => {
    check(`
.func f n
        LOAD_VAR n
        JUMP_IF_TRUE used
        LOAD_CONST None
        RETURN_VALUE
used:
        LOAD_VAR n
        JUMP_IF_FALSE other
        LOAD_CONST 1
        STORE_VAR x
        JUMP meet
other:
        LOAD_VAR n
        JUMP_IF_FALSE meet
        LOAD_CONST 2
        PRINT
meet:
        LOAD_VAR ┆x┆ ;! variable-maybe-unassigned: \`x\` may be unassigned here
;~ JUMP_IF_FALSE other: \`x\` is unassigned when this jumps
;~ JUMP_IF_FALSE meet: \`x\` is unassigned when this jumps
        RETURN_VALUE
.end
        LOAD_CONST 1
        CALL_FUNC f 1
        PRINT
`);
  });

  test('a deletion behind the use has nothing to do with it', () => {
    check(`
.func f
        LOAD_VAR ┆x┆ ;! variable-maybe-unassigned: \`x\` is unassigned here
        PRINT
        LOAD_CONST 1
        STORE_VAR x
        DELETE_VAR x
        LOAD_CONST None
        RETURN_VALUE
.end
        CALL_FUNC f 0
        PRINT
`);
  });

  test('of several deletions that one is told which leads to the use', () => {
    check(`
        LOAD_CONST 1
        STORE_VAR x
        DELETE_VAR x
        LOAD_CONST 2
        STORE_VAR x
        INPUT
        JUMP_IF_TRUE skip
        DELETE_VAR x
skip:
        INPUT
        PRINT
        LOAD_VAR ┆x┆ ;! variable-maybe-unassigned: \`x\` may be unassigned here
;~ x: \`x\` is deleted here
        PRINT
`);
  });

  test('locals', () => {
    check(`
.func f n
        LOAD_VAR n
        JUMP_IF_TRUE skip
        LOAD_CONST 1
        STORE_VAR x
skip:
        LOAD_VAR ┆x┆ ;! variable-maybe-unassigned: \`x\` may be unassigned here
;~ JUMP_IF_TRUE skip: \`x\` is unassigned when this jumps
        LOAD_VAR ┆y┆ ;! variable-maybe-unassigned: \`y\` is unassigned here
        LOAD_CONST 2
        STORE_VAR y
        ADD
        RETURN_VALUE
.end
        LOAD_CONST 1
        CALL_FUNC f 1
        PRINT
`);
  });

  test('a global or a built-in stands in for an unbound local, but not for LOAD_LOCAL', () => {
    check(`
        LOAD_CONST 1
        STORE_VAR x
.func f
        LOAD_VAR x
        LOAD_VAR len
        LOAD_CONST 2
        STORE_VAR x
        LOAD_CONST 2
        STORE_VAR len
        ADD
        RETURN_VALUE
.end
.func g
        LOAD_LOCAL ┆x┆ ;! variable-maybe-unassigned: \`x\` is unassigned here
        LOAD_CONST 2
        STORE_VAR x
        RETURN_VALUE
.end
.func h
        LOAD_LOCAL ┆x┆ ;! variable-never-assigned: the local \`x\` is never assigned
        RETURN_VALUE
.end
        CALL_FUNC f 0
        PRINT
        CALL_FUNC g 0
        PRINT
        CALL_FUNC h 0
        PRINT
`);
  });

  test('a variable that a loop assigns first', () => {
    check(`
        LOAD_CONST "abc"
        GET_ITER
next:   FOR_ITER done
        STORE_VAR letter
        LOAD_VAR letter
        PRINT
        JUMP next
done:
        LOAD_VAR ┆letter┆ ;! variable-maybe-unassigned: \`letter\` may be unassigned here
        PRINT
`);
  });

  test('a captured variable counts as assigned once something that stores it may have run', () => {
    check(`
.func outer
.func inner
.nonlocal count
        LOAD_CONST 1
        STORE_VAR count
        LOAD_CONST None
        RETURN_VALUE
.end
        CALL_FUNC inner 0
        POP_TOP
        LOAD_VAR count
        RETURN_VALUE
        ┆LOAD_CONST 2 ;! unreachable-code: this code is never reached
        STORE_VAR count┆
.end
        CALL_FUNC outer 0
        PRINT
`);
  });

  test('a captured variable that its owner reads before all', () => {
    check(`
.func outer
.func inner
.nonlocal count
        LOAD_VAR count
        RETURN_VALUE
.end
        LOAD_VAR ┆count┆ ;! variable-maybe-unassigned: \`count\` is unassigned here
        PRINT
        LOAD_CONST 2
        STORE_VAR count
        CALL_FUNC inner 0
        RETURN_VALUE
.end
        CALL_FUNC outer 0
        PRINT
`);
  });
});
