import { describe, test } from 'vitest';
import { check } from './marked-program.ts';

describe('reachability', () => {
  test('a function whose last instruction goes on', () => {
    check(`
.func f n
        LOAD_VAR n
        ┆PRINT┆ ;! runs-off-end: function \`f\` can run off its end: expected \`RETURN_VALUE\`, a tail call, \`HALT\` or a jump
.end
        LOAD_CONST 1
        CALL_FUNC f 1
        PRINT
`);
  });

  test('a jump to a label at the end of a function', () => {
    check(`
.func f n
        LOAD_VAR n
        JUMP_IF_TRUE end
        LOAD_CONST 1
        ┆RETURN_VALUE┆ ;! runs-off-end: function \`f\` can run off its end: expected \`RETURN_VALUE\`, a tail call, \`HALT\` or a jump
;~ JUMP_IF_TRUE end: jumps to the end from here
end:
.end
        LOAD_CONST 1
        CALL_FUNC f 1
        PRINT
`);
  });

  test('a function without instructions', () => {
    check(`
.func ┆f┆ ;! runs-off-end: function \`f\` can run off its end: expected \`RETURN_VALUE\`, a tail call, \`HALT\` or a jump
.end
        CALL_FUNC f 0
        PRINT
`);
  });

  test('paths that reach the end of a function with different heights', () => {
    check(`
.func f n
        LOAD_VAR n
        JUMP_IF_TRUE end
        ┆LOAD_CONST 1┆ ;! runs-off-end: function \`f\` can run off its end: expected \`RETURN_VALUE\`, a tail call, \`HALT\` or a jump
;~ JUMP_IF_TRUE end: jumps to the end from here
end:
.end
        LOAD_CONST 1
        CALL_FUNC f 1
        PRINT
`);
  });

  test('main ends in an implicit HALT', () => {
    check(`
        INPUT
        JUMP_IF_TRUE end
        INPUT
        PRINT
end:
`);
  });

  test('what leaves a function does not go on', () => {
    check(`
.func f n
        LOAD_VAR n
        JUMP_IF_TRUE tail
        LOAD_VAR n
        TAIL_CALL_FUNC f 1
tail:
        MAKE_FUNC f
        LOAD_VAR n
        TAIL_CALL 1
.end
.func g
        HALT
.end
        CALL_FUNC g 0
        CALL_FUNC f 1
        PRINT
`);
  });

  test('regions are as long as they can be', () => {
    check(`
        JUMP end
        ┆LOAD_CONST 1 ;! unreachable-code: this code is never reached
inside:
        PRINT
        JUMP inside┆
end:
        HALT
        ┆NOP┆ ;! unreachable-code: this code is never reached
`);
  });

  test('conditions are not evaluated', () => {
    check(`
        LOAD_CONST True
        JUMP_IF_TRUE end
        LOAD_CONST 1
        PRINT
end:
        HALT
`);
  });

  test('a loop without a way out', () => {
    check(`
again:
        INPUT
        PRINT
        ┆JUMP again┆ ;! endless-loop: this loop never ends
`);
  });

  test('the way out of the inner loop leads into the outer one only', () => {
    check(`
outer:
        LOAD_CONST "abc"
        GET_ITER
inner:  FOR_ITER outer_end
        PRINT
        JUMP inner
outer_end:
        INPUT
        JUMP_IF_TRUE outer
        ┆JUMP outer┆ ;! endless-loop: this loop never ends
`);
  });

  test('a loop that is tested at its end', () => {
    check(`
        JUMP test
body:
        INPUT
        PRINT
test:
        INPUT
        JUMP_IF_TRUE body
        ┆JUMP body┆ ;! endless-loop: this loop never ends
`);
  });

  test('loops with a way out', () => {
    check(`
.func f
again:
        INPUT
        JUMP_IF_FALSE again
        INPUT
        RETURN_VALUE
.end
.func g
again:
        INPUT
        JUMP_IF_FALSE again
        TAIL_CALL_FUNC g 0
.end
        CALL_FUNC f 0
        PRINT
        CALL_FUNC g 0
        PRINT
again:
        INPUT
        JUMP_IF_TRUE again
`);
  });
});
