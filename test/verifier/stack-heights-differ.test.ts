import { describe, test } from 'vitest';
import { check } from './marked-program.ts';

describe('stack-heights-differ', () => {
  test('two paths to a label', () => {
    check(`
        INPUT
        JUMP_IF_FALSE done
        LOAD_CONST 1
┆done┆: ;! stack-heights-differ: \`done\` is reached with different numbers of values on the stack: 0 or 1
;~ JUMP_IF_FALSE done: comes from here with 0 values
;~ LOAD_CONST 1: comes from here with 1 value
        HALT
`);
  });

  test('what follows is no mistake of its own', () => {
    check(`
        INPUT
        JUMP_IF_FALSE first
        LOAD_CONST 1
┆first┆: ;! stack-heights-differ: \`first\` is reached with different numbers of values on the stack: 0 or 1
;~ JUMP_IF_FALSE first: comes from here with 0 values
;~ LOAD_CONST 1: comes from here with 1 value
        INPUT
        JUMP_IF_FALSE second
        INPUT
        PRINT
second:
        HALT
`);
  });

  test('a second mistake behind the first', () => {
    check(`
        INPUT
        JUMP_IF_FALSE first
        LOAD_CONST 1
┆first┆: ;! stack-heights-differ: \`first\` is reached with different numbers of values on the stack: 0 or 1
;~ JUMP_IF_FALSE first: comes from here with 0 values
;~ LOAD_CONST 1: comes from here with 1 value
        INPUT
        JUMP_IF_FALSE second
        LOAD_CONST 2
┆second┆: ;! stack-heights-differ: \`second\` is reached with different numbers of values on the stack: 0 to 1 or 1 to 2
;~ JUMP_IF_FALSE second: comes from here with 0 to 1 values
;~ LOAD_CONST 2: comes from here with 1 to 2 values
        HALT
`);
  });

  test('a loop that leaves a value behind on each round', () => {
    check(`
        LOAD_CONST 3
        STORE_VAR n
┆again┆: ;! stack-heights-differ: \`again\` is reached with different numbers of values on the stack: 0, and 1 more on each round
;~ STORE_VAR n: comes from here with 0 values
;~ JUMP_IF_TRUE again: comes from here with 1 more on each round
        LOAD_VAR n
        DUP_TOP
        JUMP_IF_TRUE again
`);
  });

  test('a height and any that is more are told as one', () => {
    check(`
        LOAD_CONST 3
┆again┆: ;! stack-heights-differ: \`again\` is reached with different numbers of values on the stack: 1 or more, and 1 more on each round
;~ LOAD_CONST 3: comes from here with 1 value
;~ JUMP_IF_TRUE again: comes from here with 1 more on each round
;~ JUMP again: comes from here with 1 or more values
        LOAD_CONST 1
        DUP_TOP
        JUMP_IF_TRUE again
        INPUT
        JUMP_IF_TRUE end
        PRINT
        JUMP again
end:
`);
  });

  test('a jump by index, where no label stands', () => {
    check(`
        INPUT
        JUMP_IF_FALSE 3
        LOAD_CONST 1
        ┆HALT┆ ;! stack-heights-differ: \`3\` is reached with different numbers of values on the stack: 0 or 1
;~ JUMP_IF_FALSE 3: comes from here with 0 values
;~ LOAD_CONST 1: comes from here with 1 value
`);
  });

  test('paths that bring the same number agree, whatever the values are', () => {
    check(`
        INPUT
        JUMP_IF_FALSE other
        LOAD_CONST 1
        JUMP done
other:
        LOAD_CONST "a"
done:
        PRINT
`);
  });
});
