import { intBytes, textBytes } from './plain-bytes.ts';

/**
 * The large strings and ints that programs hold. The host cannot say whether two strings are one in memory. So a new one that is
 * equal to one that is known is replaced by that: then what is equal is one, and counts once.
 *
 * Each is found by a digest: a few of its parts, because the host takes as the hash of a long string its length alone. A value
 * whose digest another one has already is not kept, and counts again with each reference.
 */
export class LargeValues {
  private known = new Map<string | bigint, LargeValue>();
  /** Whether a checkpoint holds the map. */
  private isShared = false;

  /** The known value that is equal, or `undefined`; then it has yet to be added. */
  find(value: string | bigint): LargeValue | undefined {
    const found = this.known.get(digestOf(value));
    return found?.value === value ? found : undefined;
  }

  /** Makes a value known, and tells its bytes. */
  add(value: string | bigint): number {
    const bytes = typeof value === 'string' ? textBytes(value) : intBytes(value);
    if (this.isShared) this.known = new Map(this.known);
    this.isShared = false;
    this.known.set(digestOf(value), { value, bytes });
    return bytes;
  }

  /** What is known from now on is only what is added from now on; answers with what was known. */
  begin(): LargeValues {
    const before = new LargeValues();
    before.known = this.known;
    this.known = new Map();
    this.isShared = false;
    return before;
  }

  /** The same as `add`, with the bytes that were counted when the value was first known. */
  addAgain(found: LargeValue): void {
    this.known.set(digestOf(found.value), found);
  }

  save(): SavedLargeValues {
    this.isShared = true;
    return this.known;
  }

  restore(saved: SavedLargeValues): void {
    this.known = saved as Map<string | bigint, LargeValue>;
    this.isShared = true;
  }
}

interface LargeValue {
  readonly value: string | bigint;
  readonly bytes: number;
}

export type SavedLargeValues = ReadonlyMap<string | bigint, LargeValue>;

/** Parts so short that the host copies them: longer ones would hold the whole string. */
const PART_UNITS = 12;

function digestOf(value: string | bigint): string | bigint {
  if (typeof value === 'bigint') return BigInt.asUintN(64, value) ^ (value < 0n ? -1n : 0n);
  const { length } = value;
  const part = (from: number): string => value.slice(from, from + PART_UNITS);
  const quarter = Math.floor(length / 4);
  return `${length}:${part(0)}${part(quarter)}${part(2 * quarter)}${part(3 * quarter)}${part(length - PART_UNITS)}`;
}
