/**
 * A list that is never changed, in pieces of a fixed length: one with other elements in the place of some shares the pieces that it
 * leaves as they are. A list of all functions of a large file is copied with each edit, and costs a few hundred references rather than
 * tens of thousands.
 */
export class ChunkedList<T> implements Iterable<T> {
  readonly length: number;
  private readonly chunks: readonly (readonly T[])[];

  private constructor(chunks: readonly (readonly T[])[], length: number) {
    this.chunks = chunks;
    this.length = length;
  }

  static of<T>(elements: readonly T[]): ChunkedList<T> {
    const chunks: (readonly T[])[] = [];
    for (let start = 0; start < elements.length; start += CHUNK) chunks.push(elements.slice(start, start + CHUNK));
    return new ChunkedList(chunks, elements.length);
  }

  /** The element at an index that is there. */
  at(index: number): T {
    return this.chunks[index >>> CHUNK_BITS][index & (CHUNK - 1)];
  }

  /**
   * The list with others in the place of the elements from one index up to another. Where there are not as many, all pieces are new from
   * there on.
   */
  replaced(from: number, to: number, replacement: readonly T[]): ChunkedList<T> {
    if (replacement.length !== to - from) {
      const kept = from >>> CHUNK_BITS;
      const elements = this.slice(kept << CHUNK_BITS, from);
      for (const each of replacement) elements.push(each);
      for (let index = to; index < this.length; index++) elements.push(this.at(index));
      const length = this.length + replacement.length - (to - from);
      return new ChunkedList(this.chunks.slice(0, kept).concat(ChunkedList.of(elements).chunks), length);
    }
    const chunks = this.chunks.slice();
    for (let index = 0; index < replacement.length; index++) {
      const place = (from + index) >>> CHUNK_BITS;
      const chunk = chunks[place] === this.chunks[place] ? this.chunks[place].slice() : (chunks[place] as T[]);
      chunk[(from + index) & (CHUNK - 1)] = replacement[index];
      chunks[place] = chunk;
    }
    return new ChunkedList(chunks, this.length);
  }

  /** The elements from one index up to another, neither of them negative. */
  slice(from: number, to = this.length): T[] {
    const elements: T[] = [];
    for (let index = from; index < Math.min(to, this.length); index++) elements.push(this.at(index));
    return elements;
  }

  *[Symbol.iterator](): Generator<T> {
    for (const chunk of this.chunks) yield* chunk;
  }

  /** Visits all elements in their order; the way to go through a long list, as it makes nothing. */
  forEach(visit: (element: T, index: number) => void): void {
    let index = 0;
    for (const chunk of this.chunks) for (const element of chunk) visit(element, index++);
  }
}

const CHUNK_BITS = 7;
const CHUNK = 1 << CHUNK_BITS;
