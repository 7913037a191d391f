import type { HeapCounts } from './heap/heap.ts';

/** What a run has taken. Everything but the pauses is the same on every run. */
export interface Statistics {
  readonly instructions: number;
  readonly heap: HeapCounts;
  /** How long collections took, in milliseconds; 0 where the host has no clock. */
  readonly pauses: { readonly total: number; readonly longest: number };
}

/** Adds up the pauses of collections. */
export class Pauses {
  private total = 0;
  private longest = 0;

  add(milliseconds: number): void {
    this.total += milliseconds;
    this.longest = Math.max(this.longest, milliseconds);
  }

  summary(): Statistics['pauses'] {
    return { total: this.total, longest: this.longest };
  }
}
