import { HeapObject, OBJECT_BYTES, type Int, type Value, type Visit } from '../values/index.ts';
import type { IteratorObject } from './iterators.ts';
import { rangeIterator } from './range-iterators.ts';

/** The ints from `start` up or down to `stop`, which is not one of them; `step` is never 0. */
export class RangeObject extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  get typeName(): string {
    return 'range';
  }
  /** As programs see them. */
  readonly bounds: RangeBounds;

  constructor(start: Int, stop: Int, step: Int) {
    super();
    this.bounds = { start, stop, step };
  }

  override iterator(): IteratorObject {
    return rangeIterator(this);
  }

  get start(): bigint {
    return BigInt(this.bounds.start);
  }

  get stop(): bigint {
    return BigInt(this.bounds.stop);
  }

  get step(): bigint {
    return BigInt(this.bounds.step);
  }

  /** How many ints there are. */
  get length(): bigint {
    const distance = this.step > 0n ? this.stop - this.start : this.start - this.stop;
    const stride = this.step > 0n ? this.step : -this.step;
    return distance <= 0n ? 0n : (distance + stride - 1n) / stride;
  }

  override get bytes(): number {
    return OBJECT_BYTES + 24;
  }
}

export interface RangeBounds {
  readonly start: Int;
  readonly stop: Int;
  readonly step: Int;
}

/** What stands between the brackets of `c[start:stop:step]`; `None` where it is left out. */
export class SliceObject extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  get typeName(): string {
    return 'slice';
  }
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;

  constructor(start: Value, stop: Value, step: Value) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  override get bytes(): number {
    return OBJECT_BYTES + 24;
  }

  override trace(visit: Visit): void {
    visit(this.start);
    visit(this.stop);
    visit(this.step);
  }
}
