import type { Machine } from '../machine.ts';
import { normalizeInt, OBJECT_BYTES, type Value } from '../values/index.ts';
import { EXHAUSTED, IteratorObject } from './iterators.ts';
import type { RangeObject } from './ranges.ts';

/** An iterator over a range, or over one backwards. */
export function rangeIterator(range: RangeObject, isReversed = false): RangeIterator | LongRangeIterator {
  const { length } = range;
  const start = isReversed ? range.start + (length - 1n) * range.step : range.start;
  const step = isReversed ? -range.step : range.step;
  // Of what `current` goes through, one step behind the last int is the utmost.
  const isShort = [start, step, length, start + length * step].every(isSafe);
  if (isShort) return new RangeIterator(Number(start), Number(length), Number(step));
  const fitsInWord = [range.start, range.stop, range.step].every(each => BigInt.asIntN(64, each) === each);
  return new LongRangeIterator(fitsInWord ? 'range_iterator' : 'longrange_iterator', start, length, step);
}

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
