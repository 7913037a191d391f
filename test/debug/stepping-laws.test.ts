import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Debugger, type Goal, type Machine, type Place, type Progress } from '../../vm/index.ts';
import { assembleMarked, startMachine, whereabouts } from './marked-program.ts';

/**
 * Laws of stepping, on programs made at random: functions that call each other, plainly and in tail position, a few levels deep.
 * The plain machine, run one instruction at a time, says what each goal has to do.
 */

test('stepping in n times is running n instructions', () => {
  fc.assert(
    fc.property(programs, fc.nat(300), (text, count) => {
      const {
        debug,
        reference: { machine: reference },
      } = start(text);
      for (let step = 0; step < count; step++) {
        if (go(debug, 'stepIn', 1000).kind === 'ended') break;
        reference.run(1, true);
        expect(whereabouts(debug.machine)).toBe(whereabouts(reference));
        expect(debug.machine.instructionCount).toBe(reference.instructionCount);
      }
    }),
    { numRuns: 100 },
  );
});

test('every goal ends where single steps say that it ends, whatever the slices', () => {
  fc.assert(
    fc.property(
      programs,
      fc.array(moves, { maxLength: 40 }),
      fc.infiniteStream(slices),
      breakpoints,
      (text, goals, sizes, wanted) => {
        const {
          debug,
          reference: { machine: reference },
          places,
        } = start(text);
        const set = wanted.map(index => places[index % places.length]);
        debug.setBreakpoints(set);
        for (const goal of goals) {
          const progress = go(debug, goal, () => sizes.next().value as number);
          const expected = followGoal(reference, goal, set);
          expect(progress.kind).toBe(expected);
          expect(whereabouts(debug.machine)).toBe(whereabouts(reference));
          expect(debug.machine.instructionCount).toBe(reference.instructionCount);
          if (expected === 'ended') break;
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('stepping over is stepping in where nothing is called', () => {
  fc.assert(
    fc.property(programs, fc.nat(200), (text, count) => {
      const over = start(text).debug;
      const into = start(text).debug;
      for (let step = 0; step < count; step++) {
        go(over, 'stepIn', 100);
        if (go(into, 'stepIn', 100).kind === 'ended') return;
      }
      const depth = into.machine.frameCount;
      go(over, 'stepOver', 100);
      go(into, 'stepIn', 100);
      if (into.machine.frameCount <= depth) expect(whereabouts(over.machine)).toBe(whereabouts(into.machine));
    }),
    { numRuns: 100 },
  );
});

test('a program does the same however it is interrupted', () => {
  fc.assert(
    fc.property(
      programs,
      fc.array(fc.tuple(moves, slices, fc.boolean()), { maxLength: 30 }),
      breakpoints,
      (text, goals, wanted) => {
        const { debug, reference, places, written } = start(text);
        debug.setBreakpoints(wanted.map(index => places[index % places.length]));
        for (const [goal, slice, pauses] of goals) {
          debug.resume(goal);
          debug.advance(slice);
          if (pauses) debug.pause();
          debug.advance(slice);
        }
        debug.setBreakpoints([]);
        expect(go(debug, 'continue', 1000).kind).toBe('ended');
        expect(reference.machine.run(1_000_000).kind).toBe('halted');
        expect(written).toEqual(reference.written);
        expect(debug.machine.instructionCount).toBe(reference.machine.instructionCount);
      },
    ),
    { numRuns: 200 },
  );
});

/** What a goal means, by single steps of a machine without breakpoints. */
function followGoal(machine: Machine, goal: Goal, breakpoints: readonly Place[]): Progress['kind'] {
  const depth = machine.frameCount;
  for (;;) {
    const stop = machine.run(1, true);
    if (stop.kind === 'halted') return 'ended';
    const frame = machine.frame(machine.frameCount - 1);
    if (breakpoints.some(place => place.function === frame.function && place.at === frame.at)) return 'breakpoint';
    const isDone =
      goal === 'stepIn' ||
      (goal === 'stepOver' && machine.frameCount <= depth) ||
      (goal === 'stepOut' && machine.frameCount < depth);
    if (isDone) return 'step';
  }
}

const moves = fc.constantFrom<Goal[]>('stepIn', 'stepIn', 'stepOver', 'stepOut', 'continue');
const slices = fc.constantFrom(1, 2, 3, 7, 1000);
const breakpoints = fc.array(fc.nat(1000), { maxLength: 4 });

const FUNCTION_COUNT = 3;

/** One piece of a function's body; each leaves the stack as it was. */
const pieces = fc.oneof(
  fc.constant(['LOAD_VAR n', 'STORE_GLOBAL seen']),
  fc.constant(['LOAD_VAR n', 'PRINT']),
  fc.nat(FUNCTION_COUNT - 1).map(callee => ['LOAD_VAR n', 'LOAD_CONST 1', 'SUB', `CALL_FUNC f${callee} 1`, 'POP_TOP']),
  fc
    .nat(FUNCTION_COUNT - 1)
    .map(callee => [`MAKE_FUNC f${callee}`, 'LOAD_VAR n', 'LOAD_CONST 2', 'SUB', 'CALL 1', 'POP_TOP']),
);

const endings = fc.oneof(
  fc.constant(['LOAD_VAR n', 'RETURN_VALUE']),
  fc.nat(FUNCTION_COUNT - 1).map(callee => ['LOAD_VAR n', 'LOAD_CONST 1', 'SUB', `TAIL_CALL_FUNC f${callee} 1`]),
);

const functions = fc.tuple(fc.array(pieces, { maxLength: 3 }), endings);

const programs = fc.array(functions, { minLength: FUNCTION_COUNT, maxLength: FUNCTION_COUNT }).map(bodies => {
  const texts = bodies.map(([body, ending], index) =>
    [
      `.func f${index} n`,
      'LOAD_VAR n\nLOAD_CONST 0\nGT\nJUMP_IF_TRUE deeper\nLOAD_CONST None\nRETURN_VALUE\ndeeper:',
      ...body.flat(),
      ...ending,
      '.end',
    ].join('\n'),
  );
  return [...texts, 'LOAD_CONST 3', 'CALL_FUNC f0 1', 'POP_TOP', 'LOAD_CONST 2', 'CALL_FUNC f1 1', 'POP_TOP'].join(
    '\n',
  );
});

interface Started {
  readonly debug: Debugger;
  /** What the program that is debugged writes. */
  readonly written: string[];
  /** The same program in a machine of its own. */
  readonly reference: ReturnType<typeof startMachine>;
  readonly places: Place[];
}

function start(text: string): Started {
  const { program } = assembleMarked(text);
  const places = program.functions.flatMap((code, index) =>
    Array.from(code.opcodes, (_, at): Place => ({ function: index, at })),
  );
  const { machine, written } = startMachine(program);
  const debug = new Debugger(machine);
  go(debug, 'entry', 1);
  return { debug, written, reference: startMachine(program), places };
}

function go(debug: Debugger, goal: Goal, slice: number | (() => number)): Progress {
  debug.resume(goal);
  for (;;) {
    const progress = debug.advance(typeof slice === 'number' ? slice : slice());
    if (progress.kind !== 'running') return progress;
  }
}
