import { describe, expect, test } from 'vitest';
import { CLASS_CELL, type FunctionCode, type Program } from '../../vm/index.ts';
import { programOf } from './programs.ts';

function functionNamed(program: Program, name: string): FunctionCode {
  const code = program.functions.find(each => each.name === name);
  if (code === undefined) throw new Error(`no function ${name}`);
  return code;
}

describe('the layout of frames', () => {
  test('captures come in the order of their owners and of these in that of their variables, however they are declared', () => {
    const program = programOf(`
.func outer a b
.func middle c
.func inner
.nonlocal c b
.nonlocal a
        LOAD_VAR c
        LOAD_VAR b
        LOAD_VAR a
.end
        CALL_FUNC inner 0
.end
        CALL_FUNC middle 1
.end
`);
    expect(functionNamed(program, 'inner').captures).toEqual(['a', 'b', 'c']);
    expect(functionNamed(program, 'middle').captures).toEqual(['a', 'b']);
    expect(functionNamed(program, 'middle').sites[0].callee).toMatchObject({ cells: [1, 2, 0] });
  });

  test('a declared name that nothing uses is not captured', () => {
    const program = programOf('.func outer a\n.func inner\n.nonlocal a\n.end\n.end');
    expect(functionNamed(program, 'inner').captures).toEqual([]);
    expect(functionNamed(program, 'outer')).toMatchObject({ locals: ['a'], cells: [] });
  });

  test('two captured variables of one name are told apart', () => {
    const program = programOf(`
.func outer x
.func reads
.nonlocal x
        LOAD_VAR x
.end
.func middle x
.func inner
.nonlocal x
        LOAD_VAR x
        CALL_FUNC reads 0
.end
        CALL_FUNC inner 0
.end
.end
`);
    const inner = functionNamed(program, 'inner');
    expect(inner.captures).toEqual(['x', 'x']);
    expect(inner.variables).toEqual([{ name: 'x', scope: 'cell', slot: 1 }]);
    expect(inner.sites[0].callee).toMatchObject({ cells: [0] });
    expect(functionNamed(program, 'middle').sites[0].callee).toMatchObject({ cells: [1, 0] });
  });

  test('a class that is made in one of its own methods gets a cell of its own', () => {
    const program = programOf(`
.class C
.func area self
        LOAD_VAR self
        LOAD_SUPER area
        MAKE_CLASS C 0
.end
.end
        MAKE_CLASS C 0
`);
    expect(functionNamed(program, 'area').captures).toEqual([CLASS_CELL]);
    expect(functionNamed(program, 'area').sites[0].callee).toMatchObject({ cells: [[-1]] });
    expect(program.functions[0].sites[0].callee).toMatchObject({ cells: [[-1]] });
  });
});

describe('calls are checked in time linear in their text', () => {
  test('many calls that leave out many parameters', () => {
    const parameters = Array.from({ length: 5_000 }, (_, index) => `p${index}`);
    const text = `.func f ${parameters.join(' ')}\n.end\n${'        CALL_FUNC f 0\n'.repeat(5_000)}`;
    expect(() => programOf(text)).toThrow(/`f` needs values for `p0`, .*, `p7`, 4992 more, found 0 arguments/);
  });
});
