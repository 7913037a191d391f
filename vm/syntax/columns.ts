/** A typed array that grows: what the parser writes before it knows how much there is. */
export class Column<A extends Uint8Array | Int32Array> {
  array: A;
  length = 0;

  constructor(empty: A) {
    this.array = empty;
  }

  push(value: number): void {
    if (this.length === this.array.length) this.grow();
    this.array[this.length++] = value;
  }

  /** The values written so far. Where that leaves little room unused, they stay where they are. */
  finish(): A {
    const isFull = this.length >= this.array.length * FULL;
    return (isFull ? this.array.subarray(0, this.length) : this.array.slice(0, this.length)) as A;
  }

  private grow(): void {
    const larger = new (this.array.constructor as new (length: number) => A)(this.array.length * 2);
    larger.set(this.array);
    this.array = larger;
  }
}

/** `expected` is about how many values will come: growing costs a copy. */
export function byteColumn(expected: number): Column<Uint8Array> {
  return new Column<Uint8Array>(new Uint8Array(Math.max(expected, MINIMUM_LENGTH)));
}

export function intColumn(expected: number): Column<Int32Array> {
  return new Column<Int32Array>(new Int32Array(Math.max(expected, MINIMUM_LENGTH)));
}

const MINIMUM_LENGTH = 256;
/** What part of an array has to be in use for it to be kept whole. */
const FULL = 0.75;
