/**
 * Where each of many parts begins, and behind them where the last one ends: ascending numbers, in pieces that count from a number of
 * their own. Never changed: one with other numbers in some places, and all behind them moved, shares the pieces that are none of that. As a flat
 * array, a large file's would be copied with each edit, outside of the host's heap, and that makes it collect all of what it holds.
 */
export class Starts {
  readonly length: number;
  /** By piece, the number that its own count from. */
  private readonly bases: readonly number[];
  private readonly chunks: readonly (readonly number[])[];

  private constructor(bases: readonly number[], chunks: readonly (readonly number[])[], length: number) {
    this.bases = bases;
    this.chunks = chunks;
    this.length = length;
  }

  static of(numbers: readonly number[]): Starts {
    const bases: number[] = [];
    const chunks: (readonly number[])[] = [];
    for (let start = 0; start < numbers.length; start += CHUNK) {
      const base = numbers[start];
      const chunk = numbers.slice(start, start + CHUNK);
      for (let place = 0; place < chunk.length; place++) chunk[place] -= base;
      bases.push(base);
      chunks.push(chunk);
    }
    return new Starts(bases, chunks, numbers.length);
  }

  /** The number at an index that is there. */
  at(index: number): number {
    const chunk = index >>> CHUNK_BITS;
    return this.bases[chunk] + this.chunks[chunk][index & (CHUNK - 1)];
  }

  /** The last index below `count` whose number is at most `place`, and at least 0. */
  lastUpTo(place: number, count: number): number {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.at(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** With `numbers` from one index up to another, and `shift` added to all that come behind. */
  replaced(from: number, to: number, numbers: readonly number[], shift: number): Starts {
    if (numbers.length !== to - from) {
      // What is in front of the piece that it begins in stays.
      const kept = from >>> CHUNK_BITS;
      const behind: number[] = [];
      for (let index = kept << CHUNK_BITS; index < from; index++) behind.push(this.at(index));
      for (const each of numbers) behind.push(each);
      for (let index = to; index < this.length; index++) behind.push(this.at(index) + shift);
      const { bases, chunks } = Starts.of(behind);
      const length = this.length + numbers.length - (to - from);
      return new Starts(this.bases.slice(0, kept).concat(bases), this.chunks.slice(0, kept).concat(chunks), length);
    }
    const bases = this.bases.slice();
    const chunks = this.chunks.slice();
    for (let chunk = from >>> CHUNK_BITS; chunk < chunks.length; chunk++) {
      const first = chunk << CHUNK_BITS;
      if (first >= to) {
        bases[chunk] += shift;
        continue;
      }
      chunks[chunk] = this.chunks[chunk].map((_, place) => {
        const index = first + place;
        const number = index < from ? this.at(index) : index < to ? numbers[index - from] : this.at(index) + shift;
        return number - bases[chunk];
      });
    }
    return new Starts(bases, chunks, this.length);
  }
}

const CHUNK_BITS = 7;
const CHUNK = 1 << CHUNK_BITS;
