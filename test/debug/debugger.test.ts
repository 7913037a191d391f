import { describe, expect, test } from 'vitest';
import { Debugger, Machine, type Goal, type Progress } from '../../vm/index.ts';
import { assembleMarked, startMachine, type MarkedProgram } from './marked-program.ts';

describe('goals', () => {
  test('a program runs to its end', () => {
    const { debug } = start(FACTORIAL);
    expect(go(debug, 'continue')).toMatchObject({ kind: 'ended', outcome: { kind: 'done' } });
    expect(go(debug, 'continue')).toMatchObject({ kind: 'ended' });
  });

  test('entry stops before anything has run, and a breakpoint there does not stop it twice', () => {
    const { debug, place } = start(FACTORIAL);
    debug.setBreakpoints([place.entry]);
    expect(go(debug, 'entry')).toEqual({ kind: 'entry' });
    expect(debug.machine.instructionCount).toBe(0);
    expect(go(debug, 'continue')).toMatchObject({ kind: 'ended' });
  });

  test('a breakpoint on the first instruction stops a program that starts without a stop', () => {
    const { debug, place } = start(FACTORIAL);
    debug.setBreakpoints([place.entry]);
    expect(go(debug, 'continue')).toEqual({ kind: 'breakpoint', place: place.entry });
  });

  test('stepping over a call comes back behind it, from a recursion too', () => {
    const { debug, place } = start(FACTORIAL);
    runTo(debug, place.call);
    expect(go(debug, 'stepOver')).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.behind);
    expect(debug.machine.frameCount).toBe(1);
  });

  test('stepping over a recursive call stays in the same call', () => {
    const { debug, place } = start(FACTORIAL);
    runTo(debug, place.recurse);
    expect(debug.machine.frameCount).toBe(2);
    expect(go(debug, 'stepOver')).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.multiply);
    expect(debug.machine.frameCount).toBe(2);
  });

  test('stepping over a call whose error is caught stops at the handler, also further out', () => {
    const { debug, place } = start(CAUGHT);
    runTo(debug, place.call);
    expect(debug.machine.frameCount).toBe(2);
    expect(go(debug, 'stepOver')).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.handler);
    expect(debug.machine.frameCount).toBe(1);
  });

  test('stepping goes into a special method and out of it, behind the instruction that called it', () => {
    const { debug, place } = start(SPECIAL);
    runTo(debug, place.print);
    expect(go(debug, 'stepIn')).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.str);
    expect(go(debug, 'stepOut')).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.behind);
  });

  test('stepping over an iteration of a generator stays in the loop', () => {
    const { debug, place } = start(GENERATOR);
    runTo(debug, place.next);
    expect(go(debug, 'stepOver')).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.body);
    runTo(debug, place.next);
    expect(go(debug, 'stepIn')).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.resumed);
    expect(go(debug, 'stepOut')).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.done);
  });

  test('stepping in enters the call', () => {
    const { debug, place } = start(FACTORIAL);
    runTo(debug, place.call);
    expect(go(debug, 'stepIn')).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.first);
  });

  test('stepping out ends behind the call in the caller, also of a recursion', () => {
    const { debug, place } = start(FACTORIAL);
    runTo(debug, place.base);
    const depth = debug.machine.frameCount;
    expect(depth).toBe(6);
    expect(go(debug, 'stepOut')).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.multiply);
    expect(debug.machine.frameCount).toBe(depth - 1);
  });

  test('stepping out of main runs to the end', () => {
    const { debug } = start(FACTORIAL);
    go(debug, 'entry');
    expect(go(debug, 'stepOut')).toMatchObject({ kind: 'ended' });
  });

  test('a breakpoint inside a call that is stepped over stops there', () => {
    const { debug, place } = start(FACTORIAL);
    runTo(debug, place.call);
    debug.setBreakpoints([place.base]);
    expect(go(debug, 'stepOver')).toEqual({ kind: 'breakpoint', place: place.base });
    // The step is forgotten: nothing stops on the way out.
    expect(go(debug, 'continue')).toMatchObject({ kind: 'ended' });
  });

  test('a step that ends on a breakpoint says so, and the breakpoint does not stop again', () => {
    const { debug, place } = start(FACTORIAL);
    runTo(debug, place.call);
    debug.setBreakpoints([place.behind]);
    expect(go(debug, 'stepOver')).toEqual({ kind: 'breakpoint', place: place.behind });
    expect(go(debug, 'continue')).toMatchObject({ kind: 'ended' });
  });

  test('stepping over a tail call goes on in the function that is called; stepping out leaves to the caller', () => {
    const { debug, place } = start(TAIL_CALLS);
    runTo(debug, place.tail);
    expect(go(debug, 'stepOver')).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.second);
    expect(go(debug, 'stepOut')).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.behind);
  });

  test('stepping off the last instruction of main shows the final stack before the program ends', () => {
    const { debug } = start('        LOAD_CONST 1\n        LOAD_CONST 2\n');
    go(debug, 'entry');
    go(debug, 'stepOver');
    expect(go(debug, 'stepOver')).toEqual({ kind: 'step' });
    expect(debug.machine.frame(0).stack).toEqual([1, 2]);
    expect(go(debug, 'stepOver')).toEqual({ kind: 'ended', outcome: { kind: 'done', result: [1, 2] } });
  });
});

describe('interruptions', () => {
  test('pause stops an endless loop, and it goes on', () => {
    const { debug, machine } = start('again:  NOP\n        JUMP again\n');
    debug.resume('continue');
    expect(debug.advance(1000)).toEqual({ kind: 'running' });
    debug.pause();
    expect(debug.advance(1000)).toEqual({ kind: 'pause' });
    expect(machine.instructionCount).toBe(1000);
    debug.resume('continue');
    expect(debug.advance(500)).toEqual({ kind: 'running' });
    expect(machine.instructionCount).toBe(1500);
  });

  test('a pause breaks off a step over an endless call', () => {
    const { debug } = start('.func spin\nagain:  JUMP again\n.end\n        CALL_FUNC spin 0\n');
    debug.resume('stepOver');
    expect(debug.advance(1000)).toEqual({ kind: 'running' });
    debug.pause();
    expect(debug.advance(1000)).toEqual({ kind: 'pause' });
    expect(debug.machine.frameCount).toBe(2);
  });

  test('BREAKPOINT stops behind itself, unless it is not to', () => {
    const text = '        BREAKPOINT\n        NOP ┆behind\n        BREAKPOINT\n';
    const { debug, place } = start(text);
    expect(go(debug, 'continue')).toEqual({ kind: 'break-instruction' });
    expect(top(debug)).toEqual(place.behind);
    const other = start(text).debug;
    other.stopsAtBreakInstructions = false;
    expect(go(other, 'continue')).toMatchObject({ kind: 'ended' });
  });

  test('an uncaught error stops while its frames stand, and going on ends the program', () => {
    const { debug, place } = start(FAILING);
    expect(go(debug, 'continue')).toMatchObject({ kind: 'uncaught', error: { kind: 'ZeroDivisionError' } });
    expect(top(debug)).toEqual(place.error);
    expect(debug.machine.frameCount).toBe(2);
    expect(go(debug, 'stepOver')).toMatchObject({ kind: 'ended', outcome: { kind: 'error' } });
  });

  test('an error in a call that is stepped over stops in the call', () => {
    const { debug, place } = start(FAILING);
    runTo(debug, place.call);
    expect(go(debug, 'stepOver')).toMatchObject({ kind: 'uncaught' });
    expect(debug.machine.frameCount).toBe(2);
  });

  test('without the wish to stop, an uncaught error just ends the program', () => {
    const { debug } = start(FAILING);
    debug.stopsAtUncaught = false;
    expect(go(debug, 'continue')).toMatchObject({ kind: 'ended', outcome: { kind: 'error' } });
  });

  test('a step onto INPUT waits for the line and then is done', () => {
    const { program, place } = assembleMarked('        INPUT ┆input\n        PRINT ┆print\n');
    const input: string[] = [];
    const { machine } = startMachine(program, input);
    const debug = new Debugger(machine);
    debug.setBreakpoints([place.input]);
    go(debug, 'continue');
    debug.resume('stepOver');
    expect(debug.advance(10)).toEqual({ kind: 'input' });
    expect(debug.advance(10)).toEqual({ kind: 'input' });
    input.push('line');
    expect(debug.advance(10)).toEqual({ kind: 'step' });
    expect(top(debug)).toEqual(place.print);
    expect(machine.frame(0).stack).toEqual(['line']);
  });

  test('a program that waits for input can be paused', () => {
    const { debug } = start('        INPUT\n');
    debug.resume('continue');
    expect(debug.advance(10)).toEqual({ kind: 'input' });
    debug.pause();
    expect(debug.advance(10)).toEqual({ kind: 'pause' });
  });

  test('a host that is written to may end the slice, and nothing else changes', () => {
    const { program, place } = assembleMarked(
      '        LOAD_CONST 1\n        PRINT ┆print\n        NOP ┆behind\n        BREAKPOINT\n',
    );
    const host = { write: () => debug.interrupt(), readLine: () => null };
    const debug: Debugger = new Debugger(new Machine(program, { host }));
    debug.setBreakpoints([place.print, place.behind]);
    expect(go(debug, 'continue')).toEqual({ kind: 'breakpoint', place: place.print });
    debug.resume('continue');
    expect(debug.advance(1000)).toEqual({ kind: 'running' });
    expect(top(debug)).toEqual(place.behind);
    expect(debug.advance(1000)).toEqual({ kind: 'breakpoint', place: place.behind });
    expect(go(debug, 'continue')).toEqual({ kind: 'break-instruction' });
  });

  test('breakpoints may be set and taken away while the program runs', () => {
    const { debug, place } = start('again:  NOP\n        NOP ┆here\n        JUMP again\n');
    debug.resume('continue');
    expect(debug.advance(100)).toEqual({ kind: 'running' });
    debug.setBreakpoints([place.here]);
    expect(debug.advance(100)).toEqual({ kind: 'breakpoint', place: place.here });
    debug.setBreakpoints([]);
    debug.resume('continue');
    expect(debug.advance(100)).toEqual({ kind: 'running' });
  });
});

const CAUGHT = `
.func outer
        CALL_FUNC inner 0 ┆call
        RETURN_VALUE
.end
.func inner
        LOAD_CONST 1
        LOAD_CONST 0
        DIV
        RETURN_VALUE
.end
        SETUP_TRY oops
        CALL_FUNC outer 0
        POP_TRY
        HALT
oops:   PRINT ┆handler
`;

const SPECIAL = `
.class C
.func __str__ self
        LOAD_CONST "text" ┆str
        RETURN_VALUE
.end
.end
        MAKE_CLASS C 0
        CALL 0
        PRINT ┆print
        NOP ┆behind
`;

const GENERATOR = `
.func once
        LOAD_CONST 1
        YIELD
        RETURN_VALUE ┆resumed
.end
        CALL_FUNC once 0
again:  FOR_ITER done ┆next
        POP_TOP ┆body
        JUMP again
done:   NOP ┆done
`;

const FACTORIAL = `
.func fact n
        LOAD_VAR n              ┆first
        LOAD_CONST 1
        LE
        JUMP_IF_FALSE deeper
        LOAD_CONST 1            ┆base
        RETURN_VALUE
deeper: LOAD_VAR n
        LOAD_VAR n
        LOAD_CONST 1
        SUB
        CALL_FUNC fact 1        ┆recurse
        MUL                     ┆multiply
        RETURN_VALUE
.end
        LOAD_CONST 5            ┆entry
        CALL_FUNC fact 1        ┆call
        PRINT                   ┆behind
`;

const TAIL_CALLS = `
.func second x
        LOAD_VAR x              ┆second
        RETURN_VALUE
.end
.func first x
        LOAD_VAR x
        TAIL_CALL_FUNC second 1 ┆tail
.end
        LOAD_CONST 1
        CALL_FUNC first 1
        PRINT                   ┆behind
`;

const FAILING = `
.func fail
        LOAD_CONST 1
        LOAD_CONST 0
        DIV                     ┆error
        RETURN_VALUE
.end
        CALL_FUNC fail 0        ┆call
`;

function start(text: string): MarkedProgram & { debug: Debugger; machine: Debugger['machine'] } {
  const marked = assembleMarked(text);
  const { machine } = startMachine(marked.program);
  return { ...marked, machine, debug: new Debugger(machine) };
}

/** Pursues a goal until the program stands still. */
function go(debug: Debugger, goal: Goal): Progress {
  debug.resume(goal);
  for (;;) {
    const progress = debug.advance(1000);
    if (progress.kind !== 'running') return progress;
  }
}

/** Runs to an instruction and leaves no breakpoint behind. */
function runTo(debug: Debugger, place: MarkedProgram['place'][string]): void {
  debug.setBreakpoints([place]);
  expect(go(debug, 'continue')).toEqual({ kind: 'breakpoint', place });
  debug.setBreakpoints([]);
}

function top(debug: Debugger): { function: number; at: number } {
  const { function: index, at } = debug.machine.frame(debug.machine.frameCount - 1);
  return { function: index, at };
}
