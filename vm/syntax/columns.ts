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

  /** The values written so far, in an array of exactly their number. */
  finish(): A {
    return this.array.slice(0, this.length) as A;
  }

  private grow(): void {
    const larger = new (this.array.constructor as new (length: number) => A)(this.array.length * 2);
    larger.set(this.array);
    this.array = larger;
  }
}

export function byteColumn(): Column<Uint8Array> {
  return new Column<Uint8Array>(new Uint8Array(INITIAL_LENGTH));
}

export function intColumn(): Column<Int32Array> {
  return new Column<Int32Array>(new Int32Array(INITIAL_LENGTH));
}

const INITIAL_LENGTH = 256;
