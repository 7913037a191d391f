import { afterEach, expect, test, vi } from 'vitest';
import type { Program } from '../../vm/index.ts';
import { FastEngine } from '../../vm/runtime/fast/engine.ts';
import { Room } from '../../vm/runtime/fast/room.ts';
import { REFERENCES, clearReferences, provideReferences } from '../../vm/runtime/fast/slots.ts';
import { keepArraysYoung } from '../../vm/runtime/fast/young-arrays.ts';
import { LawRun } from '../support/law-programs.ts';
import { analyzeText } from '../support/run-program.ts';

afterEach(() => vi.restoreAllMocks());

test('arrays that are renewed hold what they held', () => {
  for (const length of [0, 1, 300, 4096, 4097, 10_000]) {
    provideReferences(length);
    for (let slot = 0; slot < length; slot++) REFERENCES[slot] = `${slot}`;
    keepArraysYoung(Number.MAX_SAFE_INTEGER);
    expect(REFERENCES).toEqual(Array.from({ length }, (_, slot) => `${slot}`));
  }
  clearReferences(0);
});

test('room is made for long frames, up to what there is', () => {
  const room = new Room(1000);
  expect(room.frames).toBeGreaterThanOrEqual(4000);
  const small = new Room(10);
  const { frames, seats } = small;
  small.note(frames / 2 - 1, true);
  expect(small).toMatchObject({ frames, seats });
  small.note(frames / 2, false);
  expect(small).toMatchObject({ frames: 2 * frames, seats: 2 * seats });
  expect(small.makeFor(30_000)).toBe(true);
  expect(small.makeFor(1_000_000)).toBe(false);
  for (let run = 0; run < 20; run++) small.note(1_000_000, false);
  expect(small).toMatchObject({ frames: 1 << 15, seats: 1 << 12 });
});

const GROWING = {
  'a recursion thousands of calls deep': `.func down n
    LOAD_VAR n
    JUMP_IF_FALSE done
    LOAD_CONST 1
    LOAD_VAR n
    LOAD_CONST 1
    SUB
    CALL_FUNC down 1
    ADD
    RETURN_VALUE
done:
    LOAD_CONST 0
    RETURN_VALUE
.end
${'    LOAD_CONST 900\n    CALL_FUNC down 1\n    PRINT\n'.repeat(4)}`,
  'a hundred generators at once': `.func count
    LOAD_CONST 0
    STORE_VAR i
again:
    LOAD_VAR i
    YIELD
    POP_TOP
    LOAD_VAR i
    LOAD_CONST 1
    ADD
    STORE_VAR i
    JUMP again
.end
.func main
    BUILD_LIST 0
    STORE_VAR all
    LOAD_CONST 100
    CALL_FUNC range 1
    GET_ITER
more:
    FOR_ITER made
    POP_TOP
    LOAD_VAR all
    CALL_FUNC count 0
    APPEND
    POP_TOP
    JUMP more
made:
    LOAD_CONST 0
    STORE_VAR total
    LOAD_CONST 200
    CALL_FUNC range 1
    GET_ITER
round:
    FOR_ITER done
    POP_TOP
    LOAD_VAR all
    GET_ITER
each:
    FOR_ITER round
    CALL_FUNC next 1
    LOAD_VAR total
    ADD
    STORE_VAR total
    JUMP each
done:
    LOAD_VAR total
    RETURN_VALUE
.end
    CALL_FUNC main 0
    PRINT
`,
};

test.each(Object.entries(GROWING))('%s: slots are added, and both engines agree', (name, text) => {
  const { program, verification, diagnostics } = analyzeText(text, 'growing.bcasm');
  expect(diagnostics).toEqual([]);
  const growing = {
    name,
    program: program as Program,
    input: [],
    options: { limits: { depth: 10_000, instructions: 10_000_000 } },
  };
  const plain = new LawRun(growing);
  const end = plain.finish();
  expect(end, plain.output).toMatchObject({ kind: 'halted' });
  const outcome = plain.outcome(end);
  const runs = vi.spyOn(FastEngine.prototype, 'run');
  const fast = new LawRun(growing, { proofs: verification.functions, isFast: true, listsObjects: false });
  expect(fast.outcome(fast.finish(SLICE))).toBe(outcome);
  expect(fast.machine.instructionCount / runs.mock.calls.length).toBeGreaterThan(500);
});

const SLICE = 1_000_000;
