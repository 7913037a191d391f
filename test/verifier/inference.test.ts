import { describe, expect, test } from 'vitest';
import { KIND_BITS, VALUE_KINDS, type AbstractValue } from '../../vm/index.ts';
import { analyzeText } from './marked-program.ts';

/** The stack before each instruction of main, as people would draw it: `kinds@producers`, the top on the right. */
function stacksOf(text: string): string[] {
  const { program, verification } = analyzeText(text);
  const [main] = program?.functions ?? [];
  const [facts] = verification.functions;
  return Array.from({ length: main.opcodes.length + 1 }, (_, at) => {
    const stack = facts.stackBefore(at);
    if (stack === undefined) return 'unreachable';
    const heights =
      stack.minimumHeight === stack.maximumHeight ? '' : `${stack.minimumHeight}-${stack.maximumHeight}: `;
    return heights + stack.fromTop.toReversed().map(describeValue).join(' ');
  });
}

function describeValue({ kinds, producers }: AbstractValue): string {
  const names = VALUE_KINDS.filter(kind => kinds & KIND_BITS[kind]);
  const shown = names.length === VALUE_KINDS.length ? 'any' : names.join('|');
  return `${shown}@${producers.join(',')}`;
}

describe('the stack before an instruction', () => {
  test('knows kinds, and which instructions made the values', () => {
    expect(
      stacksOf(`
        LOAD_CONST 1
        LOAD_CONST 2.5
        SWAP
        DUP_TOP
        ADD
        MUL
        PRINT
      `),
    ).toEqual(['', 'int@0', 'int@0 float@1', 'float@1 int@0', 'float@1 int@0 int@0', 'float@1 int@4', 'float@5', '']);
  });

  test('unites what paths bring', () => {
    expect(
      stacksOf(`
        INPUT
        JUMP_IF_TRUE other
        LOAD_CONST 1
        JUMP done
other:  LOAD_CONST "a"
done:   PRINT
        HALT
        NOP
      `),
    ).toEqual(['', 'str@0', '', 'int@2', '', 'int|str@2,4', '', 'unreachable', 'unreachable']);
  });

  test('has a range where heights differ', () => {
    expect(
      stacksOf(`
        LOAD_CONST 0
        INPUT
        JUMP_IF_TRUE done
        LOAD_CONST 1
done:   HALT
      `),
    ).toEqual(['', 'int@0', 'int@0 str@1', 'int@0', '1-2: int@0,3', 'unreachable']);
  });

  test('knows what functions return, also such as call themselves', () => {
    const stacks = stacksOf(`
.func fact n
        LOAD_VAR n
        JUMP_IF_TRUE recurse
        LOAD_CONST 1
        RETURN_VALUE
recurse:
        LOAD_CONST 2
        LOAD_VAR n
        CALL_FUNC fact 1
        MUL
        RETURN_VALUE
.end
.func forever
        TAIL_CALL_FUNC forever 0
.end
        LOAD_CONST 5
        CALL_FUNC fact 1
        CALL_FUNC str 1
        CALL_FUNC forever 0
    `);
    expect(stacks).toEqual(['', 'int@0', 'int@1', 'str@2', 'str@2 @3']);
  });

  test('may be asked for in any order', () => {
    const { verification } = analyzeText('a: LOAD_CONST 1\nLOAD_CONST 2\nLOAD_CONST 3\nJUMP b\nb: HALT');
    const [{ stackBefore }] = verification.functions;
    expect([3, 1, 4, 0, 2].map(at => stackBefore(at)?.minimumHeight)).toEqual([3, 1, 3, 0, 2]);
  });

  test.each([30, 1_003])('may be asked for in any order, also in a long block: %i instructions', count => {
    const lines = Array.from({ length: count }, (_, at) => (at % 3 === 2 ? 'POP_TOP' : `LOAD_CONST ${at}`));
    const inOrder = analyzeText(lines.join('\n')).verification.functions[0];
    const stacks = lines.map((_, at) => inOrder.stackBefore(at));
    const inAnyOrder = analyzeText(lines.join('\n')).verification.functions[0];
    for (let step = 0; step < count; step++) {
      const at = (step * 1_009) % count;
      expect(inAnyOrder.stackBefore(at)).toEqual(stacks[at]);
    }
  });
});

describe('the facts of a function', () => {
  test.each([
    ['LOAD_CONST 1\nDUP_TOP\nDUP_TWO\nHALT', 4, true],
    ['LOAD_CONST 1\nPRINT', 1, true],
    ['', 0, true],
    ['again: LOAD_CONST 1\nJUMP again', -1, false],
    ['PRINT', 0, false],
    ['INPUT\nJUMP_IF_TRUE done\nLOAD_CONST 1\ndone: HALT', 1, false],
  ])('%j reaches height %i; stack-safe: %s', (text, maximumHeight, isStackSafe) => {
    const [facts] = analyzeText(text).verification.functions;
    expect({ maximumHeight: facts.maximumHeight, isStackSafe: facts.isStackSafe }).toEqual({
      maximumHeight,
      isStackSafe,
    });
  });
});
