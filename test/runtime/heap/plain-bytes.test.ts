import { expect, test } from 'vitest';
import { intBytes, isLarge, isSmallInt } from '../../../vm/runtime/heap/plain-bytes.ts';

/** Bits of an int without its sign, as two's complement needs them. */
function bitsOf(value: bigint): number {
  return (value < 0n ? ~value : value).toString(2).length;
}

const INTS = [
  100, 127, 128, 191, 192, 254, 255, 256, 383, 384, 511, 512, 1024, 8191, 8192, 12_288, 16_383, 16_384, 65_536,
]
  .map(bits => 1n << BigInt(bits))
  .flatMap(power => [power - 1n, power, power + 1n, -power - 1n, -power, 1n - power]);

test('ints of up to 255 bits are small, and those of 16,384 and more large', () => {
  for (const int of INTS) {
    expect(isSmallInt(int)).toBe(bitsOf(int) <= 255);
    expect(isLarge(int)).toBe(bitsOf(int) > 16_383);
  }
});

test('the bytes of an int are within a third of its size', () => {
  for (const int of INTS.filter(each => !isSmallInt(each))) {
    const counted = intBytes(int) - 16;
    const needed = bitsOf(int) / 8;
    expect(counted / needed).toBeGreaterThan(0.82);
    expect(counted / needed).toBeLessThan(1.34);
  }
});

test('an int that is larger never counts for less', () => {
  const counted = INTS.filter(each => each > 0n)
    .toSorted((left, right) => (left < right ? -1 : 1))
    .map(intBytes);
  expect(counted).toEqual(counted.toSorted((left, right) => left - right));
});
