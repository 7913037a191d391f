import type { HostPosition } from './recorded-host.ts';

/**
 * A state of a machine that it can be brought back to, made by `Machine.checkpoint`. It is the machine's own: others hold it, and
 * may read how far the program had come.
 */
export interface Checkpoint {
  /** Instructions that had run. */
  readonly instructions: number;
  /** Lines of input that had been read, and UTF-16 units of output that had been written. */
  readonly position: HostPosition;
}
