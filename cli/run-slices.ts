import type { Machine, Stop } from '../vm/index.ts';

/** How a run can end. */
export type Ended = Extract<Stop, { kind: 'uncaught' | 'halted' }>;

/** Runs a program to its end, and comes back to `betweenSlices` now and then, so that output is seen while it runs. */
export function runSlices(machine: Machine, betweenSlices: () => void): Ended {
  for (;;) {
    const stop = machine.run(SLICE_INSTRUCTIONS);
    if (stop.kind === 'uncaught' || stop.kind === 'halted') return stop;
    betweenSlices();
  }
}

/** Some hundredths of a second. */
const SLICE_INSTRUCTIONS = 500_000;
