import { milliseconds } from '../host/index.ts';
import type { Machine, Stop } from '../vm/index.ts';

/** How a run can end. */
export type Ended = Extract<Stop, { kind: 'uncaught' | 'halted' }>;

/** Runs a program to its end, and comes back to `betweenSlices` now and then, so that output is seen while it runs. */
export function runSlices(machine: Machine, betweenSlices: () => void): Ended {
  let budget = FIRST_INSTRUCTIONS;
  for (let begin = milliseconds(); ;) {
    const stop = machine.run(budget, false, true);
    if (stop.kind === 'uncaught' || stop.kind === 'halted') return stop;
    betweenSlices();
    const end = milliseconds();
    budget = nextBudget(budget, end - begin);
    begin = end;
  }
}

/**
 * A slice is to take some hundredths of a second. Each end of one is a way through the engine that the host has to see, and to
 * compile, first: so few are better while a program has just begun.
 */
function nextBudget(budget: number, milliseconds: number): number {
  if (milliseconds < SHORT_MS) return 2 * budget;
  return milliseconds > LONG_MS ? Math.max(FIRST_INSTRUCTIONS, budget / 2) : budget;
}

const FIRST_INSTRUCTIONS = 5_000_000;
const SHORT_MS = 25;
const LONG_MS = 100;
