import { describe, expect, test } from 'vitest';
import { WideInt, normalizeInt, wideOf, type Int } from '../../vm/runtime/values/index.ts';
import {
  LEFT,
  RIGHT,
  addWide,
  andSmall,
  andWide,
  divideWide,
  loadBigInt,
  loadSmall,
  loadWide,
  moduloSmall,
  moduloWide,
  multiplySmall,
  multiplyWide,
  orWide,
  shiftLeftWide,
  shiftRightWide,
  subtractWide,
  xorWide,
  type SmallOrWide,
} from '../../vm/runtime/values/wide-int.ts';
import { SEED } from '../support/seed.ts';
import { RandomValues } from './random.ts';

const BOUND = 2n ** 128n;

/** The operators, as the host's bigints have them; `undefined` where there is no result from 0 on of at most 128 bits. */
const OPERATORS: readonly [
  name: string,
  wide: () => SmallOrWide | undefined,
  exact: (left: bigint, right: bigint) => bigint | undefined,
][] = [
  ['+', addWide, (left, right) => left + right],
  ['-', subtractWide, (left, right) => left - right],
  ['*', multiplyWide, (left, right) => left * right],
  ['//', divideWide, (left, right) => (right === 0n ? undefined : left / right)],
  ['%', moduloWide, (left, right) => (right === 0n ? undefined : left % right)],
  ['&', andWide, (left, right) => left & right],
  ['|', orWide, (left, right) => left | right],
  ['^', xorWide, (left, right) => left ^ right],
  ['<<', shiftLeftWide, (left, right) => (right < 1000n ? left << right : undefined)],
  ['>>', shiftRightWide, (left, right) => (right < 1000n ? left >> right : 0n)],
];

describe(`wide ints, from seed ${SEED}`, () => {
  test('are what the host says that they are', () => {
    for (const value of operands('forms', 5000)) {
      expect(wideOf(value)?.bigInt).toBe(typeof normalizeInt(value) === 'bigint' ? value : undefined);
    }
    for (const value of [-1n, -(2n ** 70n), BOUND, 2n ** 200n]) expect(wideOf(value)).toBeUndefined();
    for (const value of [-1n, -(2n ** 63n), 2n ** 64n, BOUND]) expect(loadBigInt(LEFT, value)).toBe(false);
  });

  test.each(OPERATORS)('%s gives what bigints give, in the one form that an int has', (name, wide, exact) => {
    const lefts = operands(name, 20_000);
    const rights = operands(`${name} `, 20_000);
    let computed = 0;
    for (const [index, left] of lefts.entries()) {
      // Every third count or divisor is a short one.
      const right = index % 3 === 0 ? rights[index] % 200n : rights[index];
      const expected = exact(left, right);
      if (expected === undefined) continue;
      load(LEFT, left);
      load(RIGHT, right);
      const found = wide();
      if (found === undefined) continue;
      computed++;
      if (intOf(found) !== normalizeInt(expected)) expect(`${left} ${name} ${right} = ${intOf(found)}`).toBe(expected);
    }
    expect(computed).toBeGreaterThan(lefts.length / 4);
  });

  test('with a small int they give the same without being loaded', () => {
    const random = new RandomValues('small');
    let products = 0;
    let remainders = 0;
    for (const value of operands('with small', 20_000)) {
      const small = bits(random, 53) || 1n;
      const other = bits(random, 53);
      const product = multiplySmall(Number(small), Number(other));
      if (product !== undefined) {
        products++;
        expect(intOf(product)).toBe(normalizeInt(small * other));
      }
      const wide = wideOf(value);
      if (wide === undefined) continue;
      expect(andSmall(wide, Number(other))).toBe(normalizeInt(value & other));
      const remainder = moduloSmall(wide, Number(small));
      if (remainder === undefined) continue;
      remainders++;
      expect(remainder).toBe(normalizeInt(value % small));
    }
    expect(Math.min(products, remainders)).toBeGreaterThan(1000);
  });

  test('a result that has a sign or more than 128 bits is none', () => {
    for (const [left, right, wide] of [
      [BOUND - 1n, 1n, addWide],
      [2n ** 64n, 2n ** 64n + 1n, subtractWide],
      [2n ** 64n, 2n ** 64n, multiplyWide],
      [2n ** 60n, 69n, shiftLeftWide],
      [1n, 2n ** 32n, shiftLeftWide],
    ] as const) {
      load(LEFT, left);
      load(RIGHT, right);
      expect(wide()).toBeUndefined();
    }
  });

  test('remainders of products stay exact, close to multiples of the divisor, too', () => {
    const random = new RandomValues('multiples');
    for (let round = 0; round < 20_000; round++) {
      const divisor = bits(random, 50) || 1n;
      const left = bits(random, 50) * divisor + BigInt(random.below(3) - 1);
      if (left < 0n) continue;
      load(LEFT, left);
      load(RIGHT, divisor);
      const remainder = moduloWide();
      if (remainder !== undefined) expect(intOf(remainder)).toBe(normalizeInt(left % divisor));
      load(LEFT, left);
      const quotient = divideWide();
      if (quotient !== undefined) expect(intOf(quotient)).toBe(normalizeInt(left / divisor));
    }
  });
});

function intOf(int: SmallOrWide): Int {
  return int instanceof WideInt ? int.bigInt : int;
}

function load(operand: Int32Array, value: bigint): void {
  const wide = wideOf(value);
  if (wide !== undefined) loadWide(operand, wide);
  else loadSmall(operand, Number(value));
}

/** Ints from 0 on of up to 128 bits, many of them close to where the number of words changes. */
function operands(salt: string, count: number): bigint[] {
  const random = new RandomValues(salt);
  return random.times(count, () => {
    const length = random.pick([8, 32, 53, 64, 96, 128]);
    const value = random.below(2) === 0 ? bits(random, length) : 2n ** BigInt(length) + BigInt(random.below(5) - 2);
    return value % BOUND;
  });
}

/** Of up to so many bits. */
function bits(random: RandomValues, most: number): bigint {
  let value = 0n;
  for (let each = 0; each < most; each += 32) value = (value << 32n) | BigInt(random.below(2 ** 32));
  return BigInt.asUintN(1 + random.below(most), value);
}
