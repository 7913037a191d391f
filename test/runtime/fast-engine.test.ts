import { afterEach, expect, test, vi } from 'vitest';
import { BUILT_IN_NAMES, verify, type Program, type StackProof, type Stop } from '../../vm/index.ts';
import { FastEngine } from '../../vm/runtime/fast/engine.ts';
import { takeAllWords } from '../../vm/runtime/fast/taken-words.ts';
import { LawRun, randomLawProgram, writtenPrograms, type LawProgram } from '../support/law-programs.ts';
import { analyzeText } from '../support/run-program.ts';
import { SEED } from '../support/seed.ts';

takeAllWords(true);

const programs = writtenPrograms();

afterEach(() => vi.restoreAllMocks());

test.each([
  ['proven', undefined],
  ['unproven', []],
])('hardly any instruction is left to the plain engine where functions are %s', (_name, proofs) => {
  const share = shareOfLoop(programs.map(program => fastRun(program, proofs)));
  expect(share.all).toBeGreaterThan(100_000);
  expect(share.ofLoop / share.all).toBeGreaterThan(0.95);
});

const IDIOMS = {
  'a tail call': `.func down n
    LOAD_VAR n
    JUMP_IF_FALSE done
    LOAD_VAR n
    LOAD_CONST 1
    SUB
    TAIL_CALL_FUNC down 1
done:
    LOAD_CONST 0
    RETURN_VALUE
.end
    LOAD_CONST 1000
    CALL_FUNC down 1
    PRINT
`,
  'a tail call of a value': `.func down n
    LOAD_VAR n
    JUMP_IF_FALSE done
    LOAD_GLOBAL step
    LOAD_VAR n
    LOAD_CONST 1
    SUB
    TAIL_CALL 1
done:
    LOAD_CONST 0
    RETURN_VALUE
.end
    MAKE_FUNC down
    STORE_VAR step
    LOAD_CONST 1000
    CALL_FUNC down 1
    PRINT
`,
  'except … as e': inLoop(`    SETUP_TRY failed
    LOAD_VAR ValueError
    LOAD_CONST "x"
    CALL 1
    RAISE
failed:
    STORE_VAR e
    DELETE_VAR e`),
  'yield from': `.func down n
    LOAD_VAR n
    JUMP_IF_FALSE done
    LOAD_VAR n
    LOAD_CONST 1
    SUB
    CALL_FUNC down 1
    STORE_VAR below
advance:
    SETUP_TRY stopped
    LOAD_LOCAL below
    CALL_FUNC next 1
    POP_TRY
    STORE_VAR value
    SETUP_TRY thrown
    LOAD_LOCAL value
    YIELD
    POP_TRY
    POP_TOP
    JUMP advance
thrown:
    RAISE
stopped:
    POP_TOP
done:
    LOAD_VAR n
    YIELD
    RETURN_VALUE
.end
    LOAD_CONST 100
    CALL_FUNC down 1
    CALL_FUNC sum 1
    PRINT
`,
  'f(*args)': inLoop(`    LOAD_VAR max
    LOAD_CONST 1
    LOAD_CONST 2
    BUILD_LIST 2
    BUILD_DICT 0
    CALL_SPREAD
    POP_TOP`),
};

test.each(Object.entries(IDIOMS))('%s stays in the loop', (name, text) => {
  const { program } = analyzeText(text, 'idiom.bcasm');
  const share = shareOfLoop([fastRun({ name, program: program as Program, input: [], options: {} })]);
  expect(share.all).toBeGreaterThan(5000);
  expect(share.ofLoop / share.all).toBeGreaterThan(0.99);
});

const WAITING = {
  'a function that the library calls': `.func negative n
    LOAD_VAR n
    NEGATE
    RETURN_VALUE
.end
    MAKE_FUNC negative
    LOAD_CONST 1000
    CALL_FUNC range 1
    CALL_FUNC map 2
    CALL_FUNC list 1
    LEN
    PRINT
`,
  'a generator that the library goes through': `.func numbers n
    LOAD_VAR n
    CALL_FUNC range 1
    GET_ITER
next:
    FOR_ITER done
    YIELD
    POP_TOP
    JUMP next
done:
    LOAD_CONST None
    RETURN_VALUE
.end
    LOAD_CONST 1000
    CALL_FUNC numbers 1
    CALL_FUNC sum 1
    PRINT
`,
};

test.each(Object.entries(WAITING))('%s stays in the loop behind a slice', (name, text) => {
  const runs = vi.spyOn(FastEngine.prototype, 'run');
  const { program } = analyzeText(text, 'waiting.bcasm');
  const run = fastRun({ name, program: program as Program, input: [], options: {} });
  expect(run.finish(SLICE)).toMatchObject({ kind: 'halted' });
  const slices = run.machine.instructionCount / SLICE;
  expect(slices).toBeGreaterThan(5);
  // A slice may end within what only the plain engine does.
  expect(runs.mock.calls.length).toBeLessThan(5 * slices);
});

/** Instructions; so many that each ends in the midst of the operation. */
const SLICE = 500;

test('a program sets up more handlers than the loop has room for', () => {
  const { program } = analyzeText(
    `.func nest n
    LOAD_VAR n
    CALL_FUNC range 1
    GET_ITER
more:
    FOR_ITER nested
    POP_TOP
    SETUP_TRY failed
    JUMP more
nested:
    LOAD_VAR n
    CALL_FUNC range 1
    GET_ITER
fewer:
    FOR_ITER done
    POP_TOP
    POP_TRY
    JUMP fewer
done:
    LOAD_VAR n
    RETURN_VALUE
failed:
    RAISE
.end
    LOAD_CONST 35000
    CALL_FUNC nest 1
    PRINT
`,
    'handlers.bcasm',
  );
  const nesting = { name: 'handlers', program: program as Program, input: [], options: { limits: NO_LIMITS } };
  const plain = new LawRun(nesting);
  const fast = fastRun(nesting);
  const outcome = plain.outcome(plain.finish());
  expect(plain.output).toBe('35000\n');
  expect(fast.outcome(fast.finish())).toBe(outcome);
});

const NO_LIMITS = { instructions: Infinity };

test('generators that drive each other reach the limit of the stack on both engines', () => {
  const { program } = analyzeText(
    `.func down n
    LOAD_CONST 1
    LOAD_CONST 2
    LOAD_VAR n
    JUMP_IF_FALSE done
    LOAD_VAR n
    LOAD_CONST 1
    SUB
    CALL_FUNC down 1
    CALL_FUNC next 1
    YIELD
    POP_TOP
done:
    LOAD_VAR n
    YIELD
    RETURN_VALUE
.end
    LOAD_CONST 30
    CALL_FUNC down 1
    CALL_FUNC next 1
    PRINT
`,
    'down.bcasm',
  );
  const outputs: string[] = [];
  for (const stack of [3, 10, 59, 60, 61, 62, 63, 64, 65, 66, 90, 1000, 1_000_000]) {
    const down = { name: 'down', program: program as Program, input: [], options: { limits: { stack } } };
    const plain = new LawRun(down);
    const fast = fastRun(down);
    const outcome = plain.outcome(plain.finish());
    expect(fast.outcome(fast.finish()), `${stack}`).toBe(outcome);
    outputs.push(plain.output);
  }
  expect([outputs[0], outputs.at(-1)]).toEqual(['', '0\n']);
});

/** A function that does something a thousand times. */
function inLoop(body: string): string {
  return `.func main_loop
    LOAD_CONST 1000
    CALL_FUNC range 1
    GET_ITER
again:
    FOR_ITER done
    POP_TOP
${body}
    JUMP again
done:
    LOAD_CONST None
    RETURN_VALUE
.end
    CALL_FUNC main_loop 0
    PRINT
`;
}

/** How many instructions programs run, and how many of them in the fast engine's loop. */
function shareOfLoop(runs: readonly LawRun[]): { all: number; ofLoop: number } {
  let ofLoop = 0;
  const { run } = FastEngine.prototype;
  vi.spyOn(FastEngine.prototype, 'run').mockImplementation(function (this: FastEngine, ...given) {
    const ran = run.call(this, ...given);
    ofLoop += ran;
    return ran;
  });
  let all = 0;
  for (const each of runs) {
    each.finish();
    all += each.machine.instructionCount;
  }
  return { all, ofLoop };
}

test(`random programs from seed ${SEED} that run for a while do the same on both engines`, () => {
  for (let index = 0; index < LONG_PROGRAMS; index++) {
    const random = randomLawProgram(SEED + 10_000 + index);
    const limits = { ...random.options.limits, instructions: LONG_RUN, heapBytes: SMALL_HEAP };
    const program = { ...random, options: { ...random.options, limits } };
    const plain = new LawRun(program);
    const fast = fastRun(program);
    expect(fast.outcome(fast.finish()), program.name).toBe(plain.outcome(plain.finish()));
  }
});

const LONG_PROGRAMS = 300;
/** Long enough for the loop with fused words, which runs only where it cannot overrun its time. */
const LONG_RUN = 3000;
const SMALL_HEAP = 4 * 1024 * 1024;

test('both engines stop at the same breakpoints', () => {
  for (const [number, program] of programs.entries()) {
    const plain = new LawRun(program);
    const fast = fastRun(program);
    const places = placesIn(program.program, number);
    plain.machine.setBreakpoints(places);
    fast.machine.setBreakpoints(places);
    expect(stopsOf(fast), program.name).toEqual(stopsOf(plain));
  }
});

test('breakpoints that are taken away are passed', () => {
  const program = programs.find(({ name }) => name.includes('closures')) ?? programs[0];
  const plain = new LawRun(program);
  const fast = fastRun(program);
  fast.machine.setBreakpoints(placesIn(program.program, 0));
  fast.machine.run(1000);
  fast.machine.setBreakpoints([]);
  expect(fast.outcome(fast.finish())).toBe(plain.outcome(plain.finish()));
});

test('machines that take turns do what they do alone', () => {
  for (let index = 0; index + 2 < programs.length; index += 3) {
    const turns = programs.slice(index, index + 3);
    const runs = turns.map(program => fastRun(program));
    const ended = runs.map(() => false);
    for (let round = 0; ended.includes(false) && round < MOST_ROUNDS; round++) {
      for (const [each, run] of runs.entries()) {
        const { kind } = run.machine.run(TURN);
        ended[each] = kind === 'halted' || kind === 'uncaught';
      }
    }
    for (const [each, run] of runs.entries()) {
      const alone = new LawRun(turns[each]);
      expect(run.outcome(run.finish()), turns[each].name).toBe(alone.outcome(alone.finish()));
    }
  }
});

test('slices that end at jumps are no longer than their budget, and together the same run', () => {
  for (const program of programs) {
    const whole = new LawRun(program);
    const sliced = fastRun(program);
    const { machine } = sliced;
    let stop: Stop;
    do {
      const before = machine.instructionCount;
      stop = machine.run(TURN, false, true);
      expect(machine.instructionCount - before, program.name).toBeLessThanOrEqual(TURN);
    } while (stop.kind === 'budget' || stop.kind === 'break-instruction');
    expect(sliced.outcome(stop), program.name).toBe(whole.outcome(whole.finish()));
  }
});

test('a slice that ended at a jump is no reason to end the next one, which passes a breakpoint first', () => {
  const { program } = analyzeText(IDIOMS['a tail call'], 'idiom.bcasm');
  const { machine } = fastRun({ name: 'idiom', program: program as Program, input: [], options: {} });
  expect(machine.run(1000, false, true)).toEqual({ kind: 'budget' });
  const before = machine.instructionCount;
  expect(machine.run(1000, true, true)).toEqual({ kind: 'budget' });
  expect(machine.instructionCount).toBeGreaterThan(before);
});

/** Instructions of a turn. */
const TURN = 211;
const MOST_ROUNDS = 1000;

function fastRun(program: LawProgram, proofs = proofsOf(program.program)): LawRun {
  return new LawRun(program, { proofs, isFast: true, listsObjects: false });
}

function proofsOf(program: Program): readonly StackProof[] {
  return verify(program, { builtIns: BUILT_IN_NAMES }).functions;
}

/** Every seventh instruction or so. */
function placesIn({ functions }: Program, offset: number): { function: number; at: number }[] {
  return functions.flatMap(({ opcodes }, index) =>
    [...opcodes.keys()].filter(at => (at + index + offset) % 7 === 0).map(at => ({ function: index, at })),
  );
}

/** Where a run stops, and behind how many instructions; the first ones. */
function stopsOf({ machine }: LawRun): unknown[] {
  const stops: unknown[] = [];
  let stop = machine.run(Infinity);
  while (stop.kind === 'breakpoint' && stops.length < MOST_STOPS) {
    const { function: index, at } = machine.frame(machine.frameCount - 1);
    stops.push([index, at, machine.instructionCount]);
    stop = machine.run(Infinity, true);
  }
  return [...stops, stop.kind];
}

const MOST_STOPS = 300;
