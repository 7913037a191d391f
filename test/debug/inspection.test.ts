import { describe, expect, test } from 'vitest';
import {
  childrenOf,
  Debugger,
  describeValue,
  evaluate,
  evaluateName,
  Float,
  globalVariables,
  localVariables,
  type Machine,
} from '../../vm/index.ts';
import { assembleMarked, startMachine } from './marked-program.ts';

describe('values as people are shown them', () => {
  test.each([
    [null, 'None', 'NoneType'],
    [true, 'True', 'bool'],
    [42, '42', 'int'],
    [2n ** 100n, '1267650600228229401496703205376', 'int'],
    [new Float(1), '1.0', 'float'],
    ["it's", '"it\'s"', 'str'],
  ])('%s', (value, text, type) => {
    expect(describeValue(value)).toEqual({ text, type });
  });

  test('a long string is cut, and closed by an ellipsis', () => {
    const { text } = describeValue('x'.repeat(1_000_000), 50);
    expect(text).toBe(`'${'x'.repeat(49)}…`);
    expect(describeValue('x'.repeat(48), 50).text).toBe(`'${'x'.repeat(48)}'`);
  });

  test('no character is cut in two', () => {
    for (let limit = 1; limit < 12; limit++) {
      expect(describeValue('😀'.repeat(100), limit).text).not.toMatch(/\p{Surrogate}/u);
    }
  });

  test('an int that is too long to be written quickly is shown in hexadecimal with its length', () => {
    expect(describeValue(-(16n ** 1_000_000n), 10).text).toBe('-0x1000000000… (1000001 hexadecimal digits)');
    expect(describeValue(10n ** 300n, 20).text).toBe(`1${'0'.repeat(19)}…`);
  });
});

describe('variables', () => {
  test('parameters, locals, own and captured cells, bound ones only and in the order of the text', () => {
    const { machine } = stopAt(CLOSURE);
    expect(show(localVariables(machine, 1))).toEqual(['a = 1', 'b = 2', 'own = 5']);
    expect(show(localVariables(machine, 2))).toEqual(['x = 7', 'b = 2', 'own = 5']);
  });

  test('a variable that is only handed on to a function does not hide an own one of that name', () => {
    const { machine } = stopAt(`
.func outer x
.func reads
.nonlocal x
        LOAD_VAR x
        RETURN_VALUE
.end
.func calls
        LOAD_CONST "own"
        STORE_VAR x
        NOP ┆here
        CALL_FUNC reads 0
        RETURN_VALUE
.end
        CALL_FUNC calls 0
        RETURN_VALUE
.end
        LOAD_CONST 9
        CALL_FUNC outer 1
`);
    expect(show(localVariables(machine, 2))).toEqual(["x = 'own'"]);
  });

  test('the variables of main are the globals', () => {
    const { machine } = stopAt(CLOSURE);
    expect(show(localVariables(machine, 0))).toEqual(['g = 3']);
    expect(show(globalVariables(machine))).toEqual(['g = 3']);
  });

  test('what a function value has captured, and the items of a range', () => {
    const { machine } = stopAt(`
.func outer a
        LOAD_VAR a
        POP_TOP
        MAKE_FUNC inner
        RETURN_VALUE
.func inner
.nonlocal a
        LOAD_VAR a
        RETURN_VALUE
.end
.end
        LOAD_CONST 9
        CALL_FUNC outer 1
        LOAD_CONST 10
        LOAD_CONST 1000000
        LOAD_CONST 5
        CALL_FUNC range 3
        NOP ┆here
`);
    const [closure, range] = machine.frame(0).stack;
    expect(show(childrenOf(closure).named)).toEqual(['a = 9']);
    expect(childrenOf(range).itemCount).toBe(199_998);
    expect(show(childrenOf(range).items(1, 4))).toEqual(['[1] = 15', '[2] = 20', '[3] = 25']);
    expect(show(childrenOf(range).items(199_997, 300_000))).toEqual(['[199997] = 999995']);
    expect(childrenOf(3)).toMatchObject({ named: [], itemCount: 0 });
  });
});

describe('objects', () => {
  const { machine } = stopAt(OBJECTS);
  const [list, tuple, dict, instance, type, error, method, generator] = machine.frame(0).stack;

  test('are shown without running anything of the program', () => {
    expect(describeValue(list).text).toBe("[1, 'two', [1]]");
    expect(describeValue(tuple).text).toBe('(1,)');
    expect(describeValue(dict).text).toBe("{'k': [1], 2: None}");
    expect(describeValue(instance)).toEqual({ text: '<Point x=3>', type: 'Point' });
    expect(describeValue(type).text).toBe("<class '__main__.Point'>");
    expect(describeValue(error)).toEqual({ text: "ValueError('no')", type: 'ValueError' });
    expect(describeValue(method).text).toBe('<bound method Point.__repr__ of <Point x=3>>');
    expect(describeValue(generator).text).toBe('<generator count: created>');
  });

  test('can be looked into', () => {
    const { items, itemCount } = childrenOf(list);
    expect(show(items(0, itemCount))).toEqual(['[0] = 1', "[1] = 'two'", '[2] = [1]']);
    expect(show(childrenOf(dict).items(0, 5))).toEqual(["['k'] = [1]", '[2] = None']);
    expect(show(childrenOf(instance).named)).toEqual(['x = 3', "__class__ = <class '__main__.Point'>"]);
    expect(show(childrenOf(error).named)).toEqual(["args = ('no',)"]);
    expect(childrenOf(method).named.map(({ name }) => name)).toEqual(['__self__', '__func__']);
    expect(show(childrenOf(generator).named)).toEqual(['n = 5']);
    expect(childrenOf(type).named.map(({ name }) => name)).toEqual(['__repr__', 'base']);
  });

  test('that hold themselves, or very much, are cut', () => {
    const { machine: after } = stopAt(LARGE);
    const [own, large] = after.frame(0).stack;
    expect(describeValue(own).text).toBe('[[[[[[[…]]]]]]]');
    expect(describeValue(large, 20).text).toBe('[0, 0, 0, 0, 0, 0, 0…');
    expect(childrenOf(large).itemCount).toBe(1_000_000);
  });
});

describe('expressions', () => {
  const { machine } = stopAt(CLOSURE);

  test.each([
    ['x', '7'],
    [' own ', '5'],
    ['b', '2'],
    ['g', '3'],
    ['len', '<built-in function len>'],
    ['stack[0]', "'bottom'"],
    ['stack[-1]', "'top'"],
    ['stack [ 1 ]', "'top'"],
    ['None', 'None'],
    ['-0x10', '-16'],
    ['1_000.5', '1000.5'],
    ['-inf', '-inf'],
    ["'a\\n'", "'a\\n'"],
  ])('%s', (expression, text) => {
    const evaluation = evaluate(machine, 2, expression);
    expect(evaluation.kind === 'value' ? describeValue(evaluation.value).text : evaluation).toBe(text);
  });

  test('the whole operand stack', () => {
    expect(evaluate(machine, 2, 'stack')).toEqual({ kind: 'stack', values: ['bottom', 'top'] });
  });

  test.each([
    ['a', '`a` is not available here'],
    ['nothing', '`nothing` is not available here'],
    ['later', '`later` is not available here'],
    ['stack[2]', '`stack[2]` is not available: the operand stack of this frame holds 2 values'],
    ['x + 1', 'expected a name, a literal, `stack` or `stack[i]`, found `x + 1`'],
    ['', 'expected a name, a literal, `stack` or `stack[i]`, found ``'],
  ])('%s says what is wrong', (expression, message) => {
    expect(evaluate(machine, 2, expression)).toEqual({ kind: 'error', message });
  });

  test('a hover shows names and nothing else', () => {
    expect(evaluateName(machine, 2, 'x')).toEqual({ kind: 'value', value: 7 });
    for (const text of ['1', 'None', 'stack[0]', 'CALL_FUNC f 1']) {
      expect(evaluateName(machine, 2, text).kind).toBe('error');
    }
  });

  test('without a frame there are globals and built-ins', () => {
    expect(evaluate(machine, null, 'g')).toEqual({ kind: 'value', value: 3 });
    expect(evaluate(machine, null, 'x').kind).toBe('error');
  });

  test('a variable that holds None is not taken for one that is missing', () => {
    const other = stopAt('        LOAD_CONST None\n        STORE_VAR len\n        NOP ┆here\n').machine;
    expect(evaluate(other, 0, 'len')).toEqual({ kind: 'value', value: null });
  });
});

const OBJECTS = `
.class Point
.func __repr__ self
        LOAD_CONST "never asked"
        RETURN_VALUE
.end
.end
.func count n
        LOAD_VAR n
        YIELD
        RETURN_VALUE
.end
        LOAD_CONST 1
        LOAD_CONST "two"
        LOAD_CONST 1
        BUILD_LIST 1
        BUILD_LIST 3
        LOAD_CONST 1
        BUILD_TUPLE 1
        LOAD_CONST "k"
        LOAD_CONST 1
        BUILD_LIST 1
        LOAD_CONST 2
        LOAD_CONST None
        BUILD_DICT 2
        MAKE_CLASS Point 0
        DUP_TOP
        STORE_VAR Point
        CALL 0
        DUP_TOP
        LOAD_CONST 3
        STORE_ATTR x
        DUP_TOP
        STORE_VAR point
        LOAD_VAR Point
        LOAD_CONST "no"
        CALL_FUNC ValueError 1
        LOAD_VAR point
        LOAD_ATTR __repr__
        LOAD_CONST 5
        CALL_FUNC count 1
        NOP ┆here
`;

const LARGE = `
        BUILD_LIST 0
        DUP_TOP
        APPEND
        LOAD_CONST 0
        BUILD_LIST 1
        LOAD_CONST 1_000_000
        MUL
        NOP ┆here
`;

const CLOSURE = `
.func outer a b later
        LOAD_CONST 5
        STORE_VAR own
        DELETE_VAR later
        CALL_FUNC inner 0
        RETURN_VALUE
.func inner
.nonlocal own b
        LOAD_CONST 7
        STORE_VAR x
        LOAD_VAR own
        POP_TOP
        LOAD_VAR b
        POP_TOP
        LOAD_CONST "bottom"
        LOAD_CONST "top"
        NOP ┆here
        RETURN_VALUE
        LOAD_CONST 0
        STORE_VAR unbound
.end
.end
        LOAD_CONST 3
        STORE_VAR g
        LOAD_CONST 1
        LOAD_CONST 2
        LOAD_CONST None
        CALL_FUNC outer 3
`;

/** Runs to the mark `here`. */
function stopAt(text: string): { machine: Machine } {
  const { program, place } = assembleMarked(text);
  const { machine } = startMachine(program);
  const debug = new Debugger(machine);
  debug.setBreakpoints([place.here]);
  debug.resume('continue');
  expect(debug.advance(10_000)).toEqual({ kind: 'breakpoint', place: place.here });
  return { machine };
}

function show(variables: readonly { name: string; value: Parameters<typeof describeValue>[0] }[]): string[] {
  return variables.map(({ name, value }) => `${name} = ${describeValue(value).text}`);
}
