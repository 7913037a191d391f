import { expect, test, vi } from 'vitest';
import type { Machine } from '../../../vm/index.ts';
import { LawRun, writtenPrograms } from '../../support/law-programs.ts';
import { translations } from '../../support/translations.ts';
import { ending, run, type Run } from '../../vm/program.ts';

// A million objects take a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const MANY = 1_000_000;

/** Python programs that print nothing; what is left of each is told by the heap. */
const SOURCES = {
  nested: `x = None\nfor n in range(${MANY}): x = [x]\n`,
  linked: `
class Node:
    def __init__(self, next): self.next = next
x = None
for n in range(${MANY / 4}): x = Node(x)
`,
  cycles: `
for n in range(20000):
    a = []
    b = {1: a}
    a.append(b)
    a.append((a, b))
a = b = None
`,
  closures: `
def make(inner):
    def f(): return inner
    return f
x = None
for n in range(100000): x = make(x)
`,
  generators: `
def walk(inner):
    yield inner
x = None
for n in range(50000):
    x = walk(x)
    next(x)
`,
  chain: `
x = None
for n in range(50000):
    try: raise ValueError(x)
    except ValueError as error: x = error
`,
  strings: `x = [str(n) * 100 for n in range(20000)]\n`,
};
const TEXTS = Object.fromEntries(
  translations(Object.values(SOURCES)).map((text, index) => [Object.keys(SOURCES)[index], text]),
) as Record<keyof typeof SOURCES, string>;

test.each(Object.keys(SOURCES) as (keyof typeof SOURCES)[])(
  'what %s have taken comes back, however deep they are',
  name => {
    const finished = run(TEXTS[name], { limits: { instructions: Infinity } });
    expect(ending(finished)).toBe('[]');
    const { machine } = finished;
    machine.collect();
    const full = machine.statistics().heap;
    dropGlobals(machine);
    machine.collect();
    const empty = machine.statistics().heap;
    expect(empty.objects).toBeLessThan(10);
    expect(empty.bytes).toBeLessThan(10_000);
    if (name !== 'cycles') expect(full.bytes).toBeGreaterThan(1_000_000);
  },
);

test('cycles that nothing reaches are freed as the program runs', () => {
  const { machine } = run(TEXTS.cycles, { limits: { heapBytes: 2 ** 20 } });
  const { heap } = machine.statistics();
  expect(heap.collections).toBeGreaterThan(5);
  expect(heap.allocatedObjects).toBeGreaterThan(60_000);
  expect(heap.bytes).toBeLessThan(2 ** 20);
});

test('collections are the same on every run, and whatever the slices', () => {
  const counts = ({ machine }: Run): unknown => {
    const { instructions, heap } = machine.statistics();
    return { instructions, heap };
  };
  for (const name of ['cycles', 'generators', 'strings'] as const) {
    const limits = { heapBytes: 2 ** 26, instructions: Infinity };
    const first = counts(run(TEXTS[name], { limits }));
    expect(counts(run(TEXTS[name], { limits }))).toEqual(first);
    expect(counts(run(TEXTS[name], { limits, budget: 777 }))).toEqual(first);
  }
});

test('what the heap has counted piece by piece is what is there', () => {
  for (const program of writtenPrograms()) {
    const run = new LawRun(program);
    run.finish();
    const { machine } = run;
    let objects = 0;
    machine.heap.forEachObject(() => objects++);
    expect(machine.statistics().heap.objects, program.name).toBe(objects);
    machine.collect();
    const once = machine.statistics().heap;
    machine.collect();
    expect(machine.statistics().heap, program.name).toEqual({ ...once, collections: once.collections + 1 });
  }
});

function dropGlobals(machine: Machine): void {
  for (const slot of machine.globals.names.keys()) machine.globals.set(slot, undefined);
}
