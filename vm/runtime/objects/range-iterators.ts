import type { Machine } from '../machine.ts';
import { normalizeInt, OBJECT_BYTES, type Value } from '../values/index.ts';
import { EXHAUSTED, IteratorObject } from './iterators.ts';
import type { RangeBounds, RangeObject } from './ranges.ts';

/** An iterator over a range, or over one backwards. */
export function rangeIterator(range: RangeObject, isReversed = false): RangeIterator | LongRangeIterator {
  const count = isReversed ? -1 : smallCount(range.bounds);
  if (count >= 0) return new RangeIterator(range.bounds.start as number, count, range.bounds.step as number);
  const { length } = range;
  const start = isReversed ? range.start + (length - 1n) * range.step : range.start;
  const step = isReversed ? -range.step : range.step;
  // Of what `current` goes through, one step behind the last int is the utmost.
  const isShort = [start, step, length, start + length * step].every(isSafe);
  if (isShort) return new RangeIterator(Number(start), Number(length), Number(step));
  const fitsInWord = [range.start, range.stop, range.step].every(each => BigInt.asIntN(64, each) === each);
  return new LongRangeIterator(fitsInWord ? 'range_iterator' : 'longrange_iterator', start, length, step);
}

/** How many ints there are in a range of small ones, for which the host's division is exact enough; -1 for any other. */
function smallCount({ start, stop, step }: RangeBounds): number {
  if (typeof start !== 'number' || typeof stop !== 'number' || typeof step !== 'number') return -1;
  if (Math.max(Math.abs(start), Math.abs(stop), Math.abs(step)) > LARGEST_SMALL) return -1;
  const distance = step > 0 ? stop - start : start - stop;
  return distance <= 0 ? 0 : Math.ceil(distance / Math.abs(step));
}

const LARGEST_SMALL = 2 ** 50;

/** Of ints that all are safe integers of the host. */
export class RangeIterator extends IteratorObject {
  get typeName(): string {
    return 'range_iterator';
  }
  /** The next item, and how many there still are. */
  current: number;
  left: number;
  private readonly step: number;

  constructor(start: number, count: number, step: number) {
    super();
    this.current = start;
    this.left = count;
    this.step = step;
  }

  override get isSimple(): boolean {
    return true;
  }

  next({ heap }: Machine): Value {
    if (this.left === 0) return EXHAUSTED;
    heap.beforeWrite(this);
    const item = this.current;
    this.advance();
    return item;
  }

  /** Goes on to the item behind the next one. */
  advance(): void {
    this.left--;
    this.current += this.step;
  }

  override get bytes(): number {
    return OBJECT_BYTES + 24;
  }

  override save(): unknown {
    return [this.current, this.left];
  }

  override restore(saved: unknown): void {
    [this.current, this.left] = saved as [number, number];
  }
}

/** Of ints of any size. */
export class LongRangeIterator extends IteratorObject {
  readonly typeName: string;
  private current: bigint;
  private left: bigint;
  private readonly step: bigint;

  constructor(name: string, start: bigint, count: bigint, step: bigint) {
    super();
    this.typeName = name;
    this.current = start;
    this.left = count;
    this.step = step;
  }

  next({ heap }: Machine): Value {
    if (this.left === 0n) return EXHAUSTED;
    heap.beforeWrite(this);
    const item = this.current;
    this.left--;
    this.current += this.step;
    return normalizeInt(item);
  }

  override get bytes(): number {
    return OBJECT_BYTES + 24;
  }

  override save(): unknown {
    return [this.current, this.left];
  }

  override restore(saved: unknown): void {
    [this.current, this.left] = saved as [bigint, bigint];
  }
}

function isSafe(value: bigint): boolean {
  return typeof normalizeInt(value) === 'number';
}
