import { Float, normalizeInt, type Int, type Value } from '../../vm/runtime/values/index.ts';
import { SEED } from '../support/seed.ts';

/** A source of values that like to break things, the same for the same seed. */
export class RandomValues {
  #state: number;
  constructor(salt: string) {
    this.#state = [...salt].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), SEED) >>> 0;
  }

  /** At least 0, less than `end` (at most 2 ** 32). */
  below(end: number): number {
    // Mulberry32.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)];
  }

  times<Item>(count: number, make: () => Item): Item[] {
    return Array.from({ length: count }, make);
  }

  value(): Value {
    switch (this.below(8)) {
      case 0:
        return this.pick([null, true, false]);
      case 1:
        return this.text();
      case 2:
      case 3:
      case 4:
        return this.float();
      default:
        return this.int();
    }
  }

  number(): Value {
    return this.below(12) === 0 ? this.below(2) === 1 : this.below(2) === 0 ? this.int() : this.float();
  }

  int(): Int {
    const sign = this.below(2) === 0 ? 1n : -1n;
    switch (this.below(4)) {
      case 0:
        return normalizeInt(sign * (this.pick(NASTY_INTS) + BigInt(this.below(5) - 2)));
      case 1:
        return normalizeInt(sign * BigInt(this.below(20)));
      default:
        return normalizeInt(sign * this.bits(1 + this.below(this.below(4) === 0 ? 260 : 70)));
    }
  }

  smallInt(limit: number): number {
    return this.below(2 * limit + 1) - limit;
  }

  bits(count: number): bigint {
    let value = 0n;
    for (let bit = 0; bit < count; bit += 32) value = (value << 32n) | BigInt(this.below(2 ** 32));
    return BigInt.asUintN(count, value);
  }

  float(): Float {
    return new Float(this.double());
  }

  double(): number {
    const sign = this.below(2) === 0 ? 1 : -1;
    switch (this.below(6)) {
      case 0:
        return sign * this.pick(NASTY_FLOATS);
      case 1:
        return sign * (this.below(2000) / this.pick([1, 2, 4, 8, 10, 16, 100, 1000]));
      case 2:
        return sign * (this.below(2 ** 32) / 2 ** 32) * 10 ** this.smallInt(20);
      case 3:
        return sign * this.below(100);
      case 4:
        return sign * Number(this.bits(60));
      default:
        return doubleOfBits(this.bits(64));
    }
  }

  text(): string {
    return this.times(this.below(this.pick([3, 8, 30])), () => this.character())
      .join('')
      .replace(JOINED_SURROGATES, '');
  }

  character(): string {
    return this.pick(this.pick(ALPHABETS));
  }
}

export function doubleOfBits(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

/** A lone surrogate must not meet another one: this form of strings can't tell that from one code point. */
const JOINED_SURROGATES = /(?<=[\ud800-\udfff])\p{Cs}|\p{Cs}(?=[\ud800-\udfff])/gu;

export const NASTY_INTS: readonly bigint[] = [
  0n,
  1n,
  2n,
  7n,
  10n,
  2n ** 15n,
  2n ** 30n,
  2n ** 31n,
  2n ** 32n,
  2n ** 52n,
  2n ** 53n,
  2n ** 54n,
  2n ** 60n,
  2n ** 61n,
  2n ** 63n,
  2n ** 64n,
  10n ** 15n,
  10n ** 16n,
  10n ** 30n,
  10n ** 100n,
  2n ** 1023n,
  2n ** 1024n,
  10n ** 309n,
  9007199254740993n,
  18014398509481985n,
  2n ** 1024n - 2n ** 970n,
  2n ** 1024n - 2n ** 970n - 1n,
];

export const NASTY_FLOATS: readonly number[] = [
  0,
  1,
  0.5,
  1.5,
  2.5,
  0.1,
  1e-5,
  1e-4,
  9.999e-5,
  1e15,
  1e16,
  1e17,
  123456789012345680,
  1e22,
  1e23,
  5e-324,
  1e-323,
  2.2250738585072014e-308,
  2.225073858507201e-308,
  1.7976931348623157e308,
  8.98846567431158e307,
  Infinity,
  NaN,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  2 ** 63,
  2 ** 64,
  1 + 2 ** -52,
  1 - 2 ** -53,
  1e-300,
  1e300,
  0.49999999999999994,
  4503599627370495.5,
  1e-160,
  Math.PI,
  2.675,
  1.005,
  0.125,
  0.375,
];

const ALPHABETS: readonly (readonly string[])[] = [
  [...'abcxyzABCXYZ'],
  [...' \t\n\r\v\f'],
  [...'0123456789'],
  [...'\'"\\{}%.,_-+'],
  [...'éßİıſǅΣσςﬁŉΐῼⅷⓐªºµÿ'],
  [...'٣७½²①一㊀𝟘𐒠'],
  [...'\0\x1c\x1f\x7f\x85\xa0\xad\u200b\u2028\u3000\ufeff\uffff'],
  [...'😀𐐀𐐨𝒳𠀀\u{e0001}\u{10ffff}'],
  ['\ud800', '\udbff', '\udc00', '\udfff'],
];
