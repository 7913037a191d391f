/**
 * When to collect, by counts alone, so that every run collects at the same instructions.
 *
 * Between collections bytes are counted roughly: what objects grow by, not the small strings and floats that they come to hold.
 * A collection counts everything anew. Where that was much more than had been counted, the next one comes so much sooner.
 */
export class Schedule {
  private readonly limit: number;
  /** Bytes that were in use after the latest collection. */
  private live = 0;
  /** Beyond this many counted bytes a collection is due. */
  trigger: number;
  /**
   * Beyond this many counted bytes an operation ends in `MemoryError` where it stands: the host must not run out of memory within
   * a single instruction, where nothing can be collected.
   */
  readonly ceiling: number;

  constructor(limit: number) {
    this.limit = limit;
    this.ceiling = 2 * limit + CEILING_MARGIN;
    this.trigger = Math.min(MINIMUM_GROWTH, limit);
  }

  /** Sets the next collection, after one that found `live` bytes in use where `counted` had been counted. */
  collected(live: number, counted: number): void {
    const undercount = counted > this.live ? (live - this.live) / (counted - this.live) : 1;
    const growth = Math.max(MINIMUM_GROWTH, Math.min(live, this.limit / 4)) / Math.max(1, undercount);
    const slack = Math.max(this.limit / 16, MINIMUM_SLACK);
    this.trigger = live > this.limit ? live + slack : Math.min(live + growth, Math.max(this.limit, live + slack));
    this.live = live;
  }

  save(): SavedSchedule {
    return { live: this.live, trigger: this.trigger };
  }

  restore({ live, trigger }: SavedSchedule): void {
    this.live = live;
    this.trigger = trigger;
  }
}

export interface SavedSchedule {
  readonly live: number;
  readonly trigger: number;
}

/** Less than this is not worth a collection. */
const MINIMUM_GROWTH = 8 * 1024 * 1024;
/** Garbage may exceed the limit by a sixteenth of it, so that a program close to its limit does not collect all the time. */
const MINIMUM_SLACK = 16 * 1024;
const CEILING_MARGIN = 1024 * 1024;
