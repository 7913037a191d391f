import { expect, test, vi } from 'vitest';
import { ListObject, plainRepr, tupleOf, type Value } from '../../vm/index.ts';
import { ending, run } from '../vm/program.ts';

// Depths of 100,000 take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Makes `x` a value with `count` layers around nothing, each made by these instructions from the layer on the stack. */
function layers(count: number, layer: string): string {
  return `
    LOAD_CONST ${count}
    STORE_VAR n
    LOAD_CONST None
more: LOAD_VAR n
    JUMP_IF_FALSE done
    ${layer}
    LOAD_VAR n
    LOAD_CONST 1
    SUB
    STORE_VAR n
    JUMP more
done: STORE_VAR x
`;
}

const NODE = `
.class Node
.func __init__ self inner
    LOAD_VAR inner
    LOAD_VAR self
    SWAP
    STORE_ATTR inner
    LOAD_CONST None
    RETURN_VALUE
.end
.func __repr__ self
    LOAD_CONST "N"
    LOAD_VAR self
    LOAD_ATTR inner
    BUILD_LIST 1
    CALL_FUNC repr 1
    ADD
    RETURN_VALUE
.end
.end
    MAKE_CLASS Node 0
    STORE_VAR Node
`;

const SHOW_LENGTH = `
    LOAD_VAR x
    CALL_FUNC repr 1
    LEN
`;

test('100,000 lists in one another are shown where the limit allows that many', () => {
  const text = layers(100_000, 'BUILD_LIST 1') + SHOW_LENGTH;
  expect(ending(run(text, { limits: { depth: 100_010 } }))).toBe('[200004]');
  expect(ending(run(text))).toBe(
    'RecursionError: maximum recursion depth exceeded while getting the repr of an object',
  );
});

test('a __repr__ that asks for the repr of a list, 100,000 deep', () => {
  const text = NODE + layers(100_000, 'LOAD_VAR Node\n SWAP\n CALL 1') + SHOW_LENGTH;
  expect(ending(run(text, { limits: { depth: 100_010 } }))).toBe('[300004]');
  expect(ending(run(text))).toMatch(/^RecursionError: maximum recursion depth exceeded/);
});

test('a long text is written in pieces, between which the machine can be paused', () => {
  const text = `
    LOAD_CONST 30000
    CALL_FUNC range 1
    CALL_FUNC list 1
    STORE_VAR x
  ${SHOW_LENGTH}`;
  const whole = run(text);
  const inPieces = run(text, { budget: 1 });
  expect(ending(whole)).toBe(ending(inPieces));
  expect(ending(whole)).toBe(`[${`[${Array.from({ length: 30_000 }, (_, index) => index).join(', ')}]`.length}]`);
  expect(inPieces.machine.instructionCount).toBe(whole.machine.instructionCount);
});

test('a text that doubles with each layer ends in a MemoryError', () => {
  const doubled = layers(40, 'DUP_TOP\n BUILD_LIST 2').replace('LOAD_CONST None', `LOAD_CONST "${'x'.repeat(5000)}"`);
  expect(ending(run(doubled + SHOW_LENGTH))).toBe('MemoryError');
});

test('a string that grows piece by piece, and one that is joined of many', () => {
  const text = `
    LOAD_CONST ""
    ${layers(200_000, 'LOAD_CONST "ab"\n INPLACE_ADD').replace('LOAD_CONST None', '')}
    LOAD_VAR x
    LEN
    LOAD_CONST "-"
    LOAD_VAR x
    CALL_METHOD join 1
    LEN
  `;
  expect(ending(run(text))).toBe('[400000, 799999]');
});

test('plainRepr never raises, whatever it shows', () => {
  let deep: Value = null;
  for (let layer = 0; layer < 100_000; layer++) deep = new ListObject([deep]);
  expect(plainRepr(deep)).toContain('[...]');
  const circle = new ListObject([]);
  const items: Value[] = [1, tupleOf([circle])];
  expect(plainRepr(new ListObject(items))).toBe('[1, ([],)]');
  let wide: Value = 'x';
  for (let layer = 0; layer < 40; layer++) wide = tupleOf([wide, wide]);
  expect(plainRepr(wide)).toMatch(/…$/);
});

test('a long text is stripped of a long set of characters in the time that both take, and not in that of one for each of the other', () => {
  const { output } = run(`
    LOAD_CONST "z"
    LOAD_CONST 2000000
    MUL
    LOAD_CONST "a"
    LOAD_CONST 2000000
    MUL
    LOAD_CONST "z"
    ADD
    CALL_METHOD strip 1
    LEN
    PRINT
`);
  expect(output).toBe('0\n');
});
