import { expect, test } from 'vitest';
import { CallGraph } from '../../vm/verifier/call-graph.ts';
import { SEED } from '../support/seed.ts';
import { RandomValues } from '../values/random.ts';

test(`circles are those of a graph that is made anew, and callees come first (seed ${SEED})`, () => {
  const random = new RandomValues('call graph');
  const graph = new CallGraph();
  const calls = new Map<number, readonly number[]>();
  for (let step = 0; step < 4_000; step++) {
    for (let change = random.below(3); change >= 0; change--) {
      const index = random.below(FUNCTIONS);
      if (random.below(6) === 0) {
        calls.delete(index);
        graph.remove(index);
      } else {
        calls.set(index, [...new Set(random.times(random.below(3), () => random.below(FUNCTIONS)))]);
        graph.put(index, calls.get(index) as readonly number[]);
      }
    }
    graph.settle(new Set());
    expectCircles(graph, calls, `seed ${SEED}, step ${step}`);
  }
});

const FUNCTIONS = 12;

function expectCircles(graph: CallGraph, calls: ReadonlyMap<number, readonly number[]>, message: string): void {
  const order = graph.calleesFirst(new Set(calls.keys()));
  for (const index of calls.keys()) {
    const circle = [...calls.keys()].filter(other => reaches(calls, index, other) && reaches(calls, other, index));
    expect(graph.circleOf(index)?.toSorted((a, b) => a - b) ?? [], message).toEqual(circle.toSorted((a, b) => a - b));
    for (const callee of calls.get(index) ?? []) {
      const isAbove = circle.includes(callee) || !calls.has(callee) || order.indexOf(callee) < order.indexOf(index);
      expect(isAbove, `${message}: ${callee} before ${index}`).toBe(true);
    }
  }
}

/** Whether one function calls another, itself or through others. */
function reaches(calls: ReadonlyMap<number, readonly number[]>, from: number, to: number): boolean {
  const reached = new Set(calls.get(from));
  for (const index of reached) for (const next of calls.get(index) ?? []) reached.add(next);
  return reached.has(to);
}
