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

/**
 * Some hundredths of a second, once the host has compiled the engine's loop. Shorter ones would keep it from that for longer: each end
 * of a slice is a way through the engine that it has to see first.
 */
const SLICE_INSTRUCTIONS = 5_000_000;
