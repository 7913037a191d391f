import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Machine, plainRepr } from '../../vm/index.ts';
import { ending, programOf, run } from './program.ts';

const FACTORIAL = `
.func fact n
        LOAD_VAR n
        LOAD_CONST 1
        LE
        JUMP_IF_FALSE recurse
        LOAD_CONST 1
        RETURN_VALUE
recurse:
        LOAD_VAR n
        LOAD_VAR n
        LOAD_CONST 1
        SUB
        CALL_FUNC fact 1
        MUL
        RETURN_VALUE
.end
        LOAD_CONST 25
        CALL_FUNC fact 1
        PRINT
`;

/** Counts down from `n` by calls that are tail calls or not. */
const countDown = (call: string): string => `
.func down n
        LOAD_VAR n
        JUMP_IF_FALSE bottom
        LOAD_VAR n
        LOAD_CONST 1
        SUB
        ${call} down 1
        ${call === 'CALL_FUNC' ? 'RETURN_VALUE' : ''}
bottom: LOAD_CONST "bottom"
        RETURN_VALUE
.end
        LOAD_CONST 100000
        CALL_FUNC down 1
        PRINT
`;

describe('the machine', () => {
  test('runs the contract’s example', () => {
    expect(run(FACTORIAL).output).toBe('15511210043330985984000000\n');
  });

  test('what main leaves on its stack is the result', () => {
    expect(ending(run('LOAD_CONST 1\nLOAD_CONST "a"'))).toBe('[1, a]');
    expect(ending(run('.func f\nLOAD_CONST 5\nHALT\n.end\nLOAD_CONST 1\nCALL_FUNC f 0'))).toBe('[1]');
  });

  test('in slices of any size a run is the same run', () => {
    const whole = run(FACTORIAL);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), budget => {
        const sliced = run(FACTORIAL, { budget });
        expect(sliced.output).toBe(whole.output);
        expect(sliced.machine.instructionCount).toBe(whole.machine.instructionCount);
      }),
    );
  });

  test('a limit of N instructions lets exactly N run, the implicit HALT not counted', () => {
    const { machine } = run(FACTORIAL);
    const count = machine.instructionCount;
    expect(ending(run(FACTORIAL, { limits: { instructions: count } }))).toBe('[]');
    const short = run(FACTORIAL, { limits: { instructions: count - 1 } });
    expect(ending(short)).toBe(`InstructionLimit: the limit of ${count - 1} instructions is reached`);
    expect(short.machine.instructionCount).toBe(count - 1);
  });

  test('calls 100,000 deep are as many frames, and one too many raises in its caller', () => {
    expect(run(countDown('CALL_FUNC'), { limits: { depth: 100_002 } }).output).toBe('bottom\n');
    const { stop } = run(countDown('CALL_FUNC'), { limits: { depth: 100_001 } });
    expect(stop.kind === 'uncaught' && [stop.error.kind, stop.error.message, stop.error.traceback.length]).toEqual([
      'RecursionError',
      'maximum recursion depth exceeded',
      100_001,
    ]);
  });

  test('tail calls need one frame', () => {
    expect(run(countDown('TAIL_CALL_FUNC'), { limits: { depth: 2 } }).output).toBe('bottom\n');
  });

  test('the operand stack has a limit over all frames', () => {
    const { stop } = run('again: LOAD_CONST 1\nJUMP again', { limits: { stack: 5000 } });
    expect(stop.kind === 'uncaught' && [stop.error.kind, stop.error.traceback[0].stack.length]).toEqual([
      'StackOverflow',
      5000,
    ]);
  });

  test.each([
    ['ADD', 'StackUnderflow: ADD takes 2 values from the stack, which holds none'],
    ['LOAD_CONST 1\nCALL_FUNC print 2', 'StackUnderflow: CALL_FUNC takes 2 values from the stack, which holds 1'],
    ['.func f\nNOP\n.end\nCALL_FUNC f 0', 'InvalidJumpTarget: f has run off its end'],
    ['.func f\nend: NOP\nJUMP last\nlast:\n.end\nCALL_FUNC f 0', 'InvalidJumpTarget: f has run off its end'],
    ['LOAD_VAR x', "NameError: name 'x' is not defined"],
    ['LOAD_LOCAL x', "UnboundLocalError: cannot access local variable 'x' where it is not associated with a value"],
    ['DELETE_VAR x', "NameError: name 'x' is not defined"],
    ['LOAD_CONST None\nCALL 0', "TypeError: 'NoneType' object is not callable"],
    ['LOAD_CONST 5\nGET_ITER', "TypeError: 'int' object is not iterable"],
    ['LOAD_CONST 0\nASSERT "no"', 'AssertionError: no'],
    ['LOAD_CONST 0\nASSERT', 'AssertionError'],
    ['INPUT', 'EOFError: EOF when reading a line'],
  ])('%j ends in %s', (text, expected) => {
    expect(ending(run(text))).toBe(expected);
  });

  test('an instruction that raises has not happened: its operands are still on the stack', () => {
    const { stop } = run('LOAD_CONST 1\nLOAD_CONST "a"\nADD');
    const frame = stop.kind === 'uncaught' ? stop.error.traceback[0] : undefined;
    expect([frame?.at, frame?.line, frame?.stack.map(plainRepr)]).toEqual([2, 2, ['1', "'a'"]]);
  });

  test('input that is not there yet is waited for, and the prompt is written once', () => {
    const lines: (string | undefined)[] = [undefined, undefined, 'Ada'];
    let output = '';
    const host = { write: (text: string) => void (output += text), readLine: () => lines.shift() };
    const machine = new Machine(programOf('LOAD_CONST "name? "\nCALL_FUNC input 1\nPRINT'), { host });
    expect(machine.run(100).kind).toBe('input');
    expect(machine.run(100).kind).toBe('input');
    expect(machine.run(100).kind).toBe('halted');
    expect(output).toBe('name? Ada\n');
  });

  test('a breakpoint stops before its instruction, is passed when told so, and changes nothing', () => {
    const program = programOf(FACTORIAL);
    let output = '';
    const machine = new Machine(program, { host: { write: text => void (output += text), readLine: () => null } });
    machine.setBreakpoints([{ function: 1, at: 4 }]);
    expect(machine.run(Infinity).kind).toBe('breakpoint');
    expect([machine.frameCount, machine.frame(machine.frameCount - 1).at]).toEqual([26, 4]);
    expect(machine.frame(1).at).toBe(10);
    expect(machine.run(Infinity).kind).toBe('breakpoint');
    expect(machine.run(Infinity, true).kind).toBe('halted');
    expect(output).toBe(run(FACTORIAL).output);
    expect(machine.instructionCount).toBe(run(FACTORIAL).machine.instructionCount);
  });

  test('`*rest` and `**named` collect what is over', () => {
    const { output } = run(`
.func f a b=2 *rest c=3 **named
        LOAD_VAR a
        PRINT
        LOAD_VAR b
        PRINT
        LOAD_VAR rest
        PRINT
        LOAD_VAR c
        PRINT
        LOAD_VAR named
        PRINT
        LOAD_CONST None
        RETURN_VALUE
.end
        LOAD_CONST 1
        CALL_FUNC f 1
        LOAD_CONST 1
        LOAD_CONST 2
        LOAD_CONST "x"
        LOAD_CONST 5
        LOAD_CONST 6
        CALL_FUNC f 5 c d
`);
    expect(output).toBe("1\n2\n()\n3\n{}\n1\n2\n('x',)\n5\n{'d': 6}\n");
  });

  test('`%` takes its values from a tuple, its keys from a dict, and shows other objects', () => {
    const { output } = run(`
.func f *rest **named
        LOAD_CONST "%s and %5.1f"
        LOAD_VAR rest
        MOD
        PRINT
        LOAD_CONST "%(k)r %(k)s"
        LOAD_VAR named
        MOD
        PRINT
        LOAD_CONST "<%s>"
        LOAD_CONST 3
        CALL_FUNC range 1
        MOD
        PRINT
        LOAD_CONST "%d"
        LOAD_VAR rest
        MOD
        RETURN_VALUE
.end
        LOAD_CONST None
        LOAD_CONST 2
        LOAD_CONST "v"
        CALL_FUNC f 3 k
`);
    expect(output).toBe("None and   2.0\n'v' v\n<range(0, 3)>\n");
  });

  test('variables are captured by reference, one cell for each call of the owner', () => {
    const { output } = run(`
.func counter
        LOAD_CONST 0
        STORE_VAR n
.func next by=1
.nonlocal n
        LOAD_VAR n
        LOAD_VAR by
        ADD
        DUP_TOP
        STORE_VAR n
        RETURN_VALUE
.end
        MAKE_FUNC next
        RETURN_VALUE
.end
        CALL_FUNC counter 0
        STORE_VAR a
        CALL_FUNC counter 0
        STORE_VAR b
        LOAD_VAR a
        CALL 0
        PRINT
        LOAD_VAR a
        LOAD_CONST 10
        CALL 1 by
        PRINT
        LOAD_VAR b
        CALL 0
        PRINT
`);
    expect(output).toBe('1\n11\n1\n');
  });
});
