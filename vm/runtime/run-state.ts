import type { Stop } from './stop.ts';

/** What a run has come to: how many instructions it has done, whether it is to come back, and whether the program has ended. */
export class RunState {
  /** Instructions run so far, by any engine, also those that raised an error; the implicit `HALT` is none. */
  instructions = 0;
  /** Why the run is to come back behind the instruction that runs now; `null` where it goes on. */
  stop: Stop | null = null;
  /** How the program has ended; `null` while it has not. */
  end: Stop | null = null;

  /** Ends the program, and with it the run. */
  finish(end: Stop): void {
    this.end = end;
    this.stop = end;
  }
}
