/** Why bytes are no program: thrown by the parts of the decoder, and caught where it begins. */
export class Malformed implements DecodeError {
  readonly offset: number;
  readonly expected: string;
  readonly found: string;

  constructor(offset: number, expected: string, found: string) {
    this.offset = offset;
    this.expected = expected;
    this.found = found;
  }
}

/** What is wrong with bytes that are no program: at which offset, what was expected there, and what was found. */
export interface DecodeError {
  readonly offset: number;
  readonly expected: string;
  readonly found: string;
}
