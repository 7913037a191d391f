/**
 * When to collect, by counts alone, so that every run collects at the same instructions.
 *
 * Between collections bytes are counted roughly: what objects grow by exactly, the small strings and numbers that they come to
 * hold about. A collection counts everything anew. Where that was much more than had been counted, the next one comes so much sooner.
 */
export class Schedule {
  private readonly limit: number;
  /** Bytes that were in use after the latest collection. */
  private live = 0;
  /** Beyond this many counted bytes a collection is due. */
  trigger = 0;
  /**
   * Beyond this many counted bytes an operation ends in `MemoryError` where it stands: the host must not run out of memory within
   * a single instruction, where nothing can be collected. It rises a little with what is in use, so that a program which holds
   * too much can still let go of it, and not beyond `highest`.
   */
  ceiling = 0;
  private readonly lowest: number;
  private readonly highest: number;

  constructor(limit: number) {
    this.limit = limit;
    this.lowest = 2 * limit + CEILING_MARGIN;
    this.highest = 3 * limit + CEILING_MARGIN;
    // Not what they were: as in `Heap`.
    this.ceiling = this.lowest;
    this.trigger = Math.min(FIRST_GROWTH, this.minimumGrowth());
  }

  /** Sets the next collection, after one that found `live` bytes in use where `counted` had been counted. */
  collected(live: number, counted: number): void {
    const undercount = counted > this.live ? (live - this.live) / (counted - this.live) : 1;
    const growth = Math.max(this.minimumGrowth(), Math.min(live, this.limit / 4)) / Math.max(1, undercount);
    const slack = Math.max(this.limit / 16, MINIMUM_SLACK);
    this.trigger = live > this.limit ? live + slack : Math.min(live + growth, Math.max(this.limit, live + slack));
    this.ceiling = Math.max(this.lowest, Math.min(live + slack, this.highest));
    this.live = live;
  }

  private minimumGrowth(): number {
    return Math.min(MINIMUM_GROWTH, this.limit / 8);
  }

  save(): SavedSchedule {
    return { live: this.live, trigger: this.trigger, ceiling: this.ceiling };
  }

  restore({ live, trigger, ceiling }: SavedSchedule): void {
    this.live = live;
    this.trigger = trigger;
    this.ceiling = ceiling;
  }
}

export interface SavedSchedule {
  readonly live: number;
  readonly trigger: number;
  readonly ceiling: number;
}

/** The first collection comes soon: fields that only collections change change before the host has compiled much. */
const FIRST_GROWTH = 64 * 1024;
/** Less than this, and than an eighth of the limit, is not worth a collection. */
const MINIMUM_GROWTH = 8 * 1024 * 1024;
/** Garbage may exceed the limit by a sixteenth of it, so that a program close to its limit does not collect all the time. */
const MINIMUM_SLACK = 16 * 1024;
const CEILING_MARGIN = 1024 * 1024;
