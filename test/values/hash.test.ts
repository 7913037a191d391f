import { expect, test } from 'vitest';
import { Float, equals, hash, type Value } from '../../vm/runtime/values/index.ts';
import { expectAgreement, type Subject } from './oracle.ts';
import { RandomValues } from './random.ts';

const HASH: Subject = { name: 'hash', run: hash };

test('hashes of numbers agree with CPython', () => {
  const random = new RandomValues('hash');
  const numbers = random.times(10_000, () => random.number()).filter(isNoNan);
  expectAgreement(numbers.map(value => ({ subject: HASH, values: [value] })));
});

test('equal values have equal hashes', () => {
  const random = new RandomValues('equal hashes');
  for (const int of random.times(5000, () => random.int())) {
    const float = new Float(Number(int));
    if (equals(int, float)) expect(hash(float)).toBe(hash(int));
  }
  expect(hash(true)).toBe(hash(1));
  expect(hash(new Float(-0))).toBe(hash(0));
});

test('hashes of strings are spread, and are never -1', () => {
  const random = new RandomValues('string hashes');
  const texts = new Set(random.times(20_000, () => random.text()));
  const hashes = new Set([...texts].map(text => hash(text)));
  expect(hashes.size).toBe(texts.size);
  for (const value of hashes) expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
});

function isNoNan(value: Value): boolean {
  return !(value instanceof Float && Number.isNaN(value.value));
}
