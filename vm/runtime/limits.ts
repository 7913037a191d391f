/** What a run may use. Every bound of the machine has its name and its default here. */
export interface Limits {
  /** Frames at once, main's included; the call that would exceed it raises `RecursionError`. */
  readonly depth: number;
  /** Values on the operand stacks of all frames together; more is the fatal `StackOverflow`. */
  readonly stack: number;
  /** Bytes on the heap by the machine's own count; more raises `MemoryError`. */
  readonly heapBytes: number;
  /** Instructions in all; behind them the run ends in the fatal `InstructionLimit`. */
  readonly instructions: number;
}

export const DEFAULT_LIMITS: Limits = {
  depth: 1000,
  stack: 1_000_000,
  heapBytes: 512 * 1024 * 1024,
  instructions: Infinity,
};
