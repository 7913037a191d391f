import type { ByteReader } from './byte-reader.ts';
import { Malformed } from './malformed.ts';

/**
 * A pool as it is being used. There is one order in which a pool may stand in a file, that of the first uses, so each
 * index is at most one more than all before it.
 */
export class Pool<T> {
  private readonly items: readonly T[];
  private readonly offsets: readonly number[];
  private readonly what: string;
  private used = 0;

  /** `offsets` are those of the items, for the errors; `what` is the word for one of them. */
  constructor(what: string, items: readonly T[], offsets: readonly number[]) {
    this.what = what;
    this.items = items;
    this.offsets = offsets;
  }

  /** Reads a pool: a count, and items no two of which have the same key. */
  static read<T>(reader: ByteReader, what: string, readItem: () => T, keyOf: (item: T) => string): Pool<T> {
    const count = reader.count(`a number of ${what}s`);
    const items: T[] = [];
    const offsets: number[] = [];
    const keys = new Set<string>();
    for (let index = 0; index < count; index++) {
      const offset = reader.at;
      const item = readItem();
      const key = keyOf(item);
      if (keys.has(key)) throw new Malformed(offset, `a ${what} that is not in the pool yet`, 'an equal one');
      keys.add(key);
      items.push(item);
      offsets.push(offset);
    }
    return new Pool(what, items, offsets);
  }

  /** Reads the index of an item. Where items may be left out, `first` is 1, and 0 gives -1. */
  readIndex(reader: ByteReader, first: 0 | 1 = 0): number {
    const expected = `the index of a ${this.what}`;
    const offset = reader.at;
    const index = reader.varint(expected, Number.MAX_SAFE_INTEGER) - first;
    if (index >= this.items.length) {
      throw new Malformed(offset, `${expected} (there are ${this.items.length})`, String(index));
    }
    if (index > this.used) {
      throw new Malformed(offset, `${expected} in the order of first use (${this.used} at most)`, String(index));
    }
    if (index === this.used) this.used++;
    return index;
  }

  item(index: number): T {
    return this.items[index];
  }

  /** To be called behind the last use. */
  expectAllUsed(): void {
    if (this.used < this.items.length) {
      throw new Malformed(this.offsets[this.used], `no ${this.what} that nothing uses`, 'one');
    }
  }
}
