import { expect, test } from 'vitest';
import { Raised } from '../../vm/runtime/errors.ts';
import { MAXIMUM_STRING_LENGTH } from '../../vm/runtime/values/bounds.ts';
import { powerFloats } from '../../vm/runtime/values/float-arithmetic.ts';
import { divideInts } from '../../vm/runtime/values/true-division.ts';
import {
  Float,
  HeapObject,
  STR_METHODS,
  binaryOperation,
  codePointAtIndex,
  codePointLength,
  equals,
  format,
  hash,
  isSame,
  isTrue,
  join,
  order,
  repr,
  translate,
  type Int,
  type Value,
} from '../../vm/runtime/values/index.ts';
import { answering } from '../../vm/runtime/values/object-request.ts';
import { RandomValues } from './random.ts';

test('quotient times divisor plus remainder is the dividend', () => {
  const random = new RandomValues('division law');
  for (let round = 0; round < 5000; round++) {
    const [dividend, divisor] = [random.int(), random.int()];
    if (divisor === 0) continue;
    const quotient = binaryOperation('FLOOR_DIV', dividend, divisor);
    const remainder = binaryOperation('MOD', dividend, divisor) as Int;
    expect(binaryOperation('ADD', binaryOperation('MUL', quotient, divisor), remainder)).toBe(dividend);
    expect(remainder === 0 || remainder < 0 === divisor < 0).toBe(true);
  }
});

test('operators on ints of any size come to what bigints come to', () => {
  const random = new RandomValues('bigint law');
  for (let round = 0; round < 20_000; round++) {
    const [left, right] = [random.int(), random.int()];
    for (const [operator, exact] of Object.entries(EXACT)) {
      const expected = exactForm(exact(BigInt(left), BigInt(right)));
      expect(
        Object.is(binaryOperation(operator as keyof typeof EXACT, left, right), expected),
        `${left} ${operator} ${right}`,
      ).toBe(true);
    }
    const count = random.below(80);
    for (const operator of ['SHIFT_LEFT', 'SHIFT_RIGHT'] as const) {
      const big = operator === 'SHIFT_LEFT' ? BigInt(left) << BigInt(count) : BigInt(left) >> BigInt(count);
      expect(Object.is(binaryOperation(operator, left, count), exactForm(big)), `${left} ${operator} ${count}`).toBe(
        true,
      );
    }
  }
});

/** The form of an int by the host's own conversion. */
function exactForm(value: bigint): Int {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

const EXACT = {
  ADD: (left: bigint, right: bigint) => left + right,
  SUB: (left: bigint, right: bigint) => left - right,
  MUL: (left: bigint, right: bigint) => left * right,
  BIT_AND: (left: bigint, right: bigint) => left & right,
  BIT_OR: (left: bigint, right: bigint) => left | right,
  BIT_XOR: (left: bigint, right: bigint) => left ^ right,
};

test('shifting left and right again is the identity', () => {
  const random = new RandomValues('shift law');
  for (let round = 0; round < 3000; round++) {
    const value = random.int();
    const count = random.below(200);
    expect(binaryOperation('SHIFT_RIGHT', binaryOperation('SHIFT_LEFT', value, count), count)).toBe(value);
  }
});

test('an integral power of a float is the float nearest to the exact power', () => {
  const random = new RandomValues('power law');
  for (let round = 0; round < 10_000; round++) {
    const base = 1 + random.below(2 ** 32) / random.pick([1, 3, 2 ** 10, 2 ** 20, 2 ** 32]);
    const exponent = random.smallInt(30);
    expect(powerFloats(base, exponent), `${base} ** ${exponent}`).toBe(exactPower(base, exponent));
  }
});

test('powers in the middle of two floats go to the even one', () => {
  // The exact power is 16677181699666569.
  expect(powerFloats(81, 8.5)).toBe(16677181699666568);
  expect(powerFloats(2 ** 27 + 1, 2)).toBe((2 ** 27 + 1) ** 2);
  expect(powerFloats(2, -1075)).toBe(0);
  expect(powerFloats(2, -1074)).toBe(5e-324);
  expect(powerFloats(32, -1.6)).toBe(0.0039062499999999987);
});

test('order agrees with equality, and is exact', () => {
  const random = new RandomValues('order law');
  for (let round = 0; round < 5000; round++) {
    const [left, right] = [random.number(), random.number()];
    const held = [order('LT', left, right), equals(left, right), order('GT', left, right)].filter(Boolean);
    const hasNan = [left, right].some(value => value instanceof Float && Number.isNaN(value.value));
    expect(held.length, `${repr(left)} and ${repr(right)}`).toBe(hasNan ? 0 : 1);
  }
});

test('a value is itself, whatever box it is in', () => {
  expect(isSame(new Float(NaN), new Float(NaN))).toBe(true);
  expect(isSame(new Float(0), new Float(-0))).toBe(false);
  expect(isSame(1, new Float(1))).toBe(false);
  expect(isSame(true, 1)).toBe(false);
  expect(isSame(2n ** 70n, 2n ** 70n)).toBe(true);
});

test('an object of the heap is what a bare object is', () => {
  class Thing extends HeapObject {
    epoch = 0;
    mark = 0;
    override readonly typeName = 'Thing';
    allocation = 26;
  }
  const [thing, other] = [new Thing(), new Thing()];
  expect(repr(thing)).toBe('<Thing object at 0x1a>');
  expect(isTrue(thing)).toBe(true);
  expect(equals(thing, thing)).toBe(true);
  expect(equals(thing, other)).toBe(false);
  expect(hash(thing)).toBe(26);
  expect(() => order('LT', thing, 1)).toThrow(
    expect.objectContaining({ message: "'<' not supported between instances of 'Thing' and 'int'" }),
  );
});

test('long strings are indexed by code points, also several in turn', () => {
  const random = new RandomValues('long strings');
  const texts = random.times(6, () => random.text().repeat(40) + '😀a'.repeat(random.below(90)));
  const points = texts.map(text => [...text]);
  for (let round = 0; round < 5000; round++) {
    const which = random.below(texts.length);
    const index = random.below(points[which].length);
    expect(codePointAtIndex(texts[which], index)).toBe(points[which][index]);
    expect(codePointLength(texts[which])).toBe(points[which].length);
  }
});

test('what is too large is a MemoryError before it is computed, and never an error of the host', () => {
  const long = 'é'.repeat(MAXIMUM_STRING_LENGTH);
  const tooLarge: readonly (() => unknown)[] = [
    () => binaryOperation('ADD', long, 'a'),
    () => binaryOperation('MUL', 'ab', MAXIMUM_STRING_LENGTH),
    () => binaryOperation('MOD', '%100000000d', 1),
    () => binaryOperation('MOD', '%.100000000f', 1),
    () => binaryOperation('MUL', 2n ** 70_000_000n, 2n ** 70_000_000n),
    () => binaryOperation('POW', 3, 10 ** 10),
    () => binaryOperation('POW', 3, 2n ** 80n),
    () => binaryOperation('SHIFT_LEFT', 1, 2 ** 30),
    () => format(1, '100000000'),
    () => format(1, '0100000000,'),
    () => format(new Float(1.5), '.100000000f'),
    () => join(long, ['a', 'b']),
    () => translate('a'.repeat(100), () => long),
    () => STR_METHODS.get('center')?.apply('a', 2 ** 40),
    () => STR_METHODS.get('expandtabs')?.apply('\t'.repeat(100), 2 ** 20),
    () => STR_METHODS.get('replace')?.apply('aa', 'a', long),
    () => STR_METHODS.get('replace')?.apply('aa', '', long),
  ];
  const kinds = tooLarge.map(compute => {
    try {
      return typeof compute();
    } catch (error) {
      return error instanceof Raised ? error.kind : String(error);
    }
  });
  expect(kinds).toEqual(tooLarge.map(() => 'MemoryError'));
});

test('a computation gets its answers', () => {
  const thing: Value = null;
  function* asksTwice(): Generator<{ kind: 'item'; object: Value; key: Value }, number, Value | undefined> {
    const first = yield { kind: 'item', object: thing, key: 1 };
    const second = yield { kind: 'item', object: thing, key: 2 };
    return Number(first) + Number(second);
  }
  expect(answering(asksTwice(), request => (request.kind === 'item' ? 10 * Number(request.key) : undefined))).toBe(30);
});

/** By a quotient of ints. */
function exactPower(base: number, exponent: number): number {
  let denominator = 1n;
  let scaled = base;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    denominator *= 2n;
  }
  const count = BigInt(Math.abs(exponent));
  const [top, bottom] = [BigInt(scaled) ** count, denominator ** count];
  return exponent < 0 ? nearestQuotient(bottom, top) : nearestQuotient(top, bottom);
}

function nearestQuotient(top: bigint, bottom: bigint): number {
  const one = (value: bigint): Int => (Number.isSafeInteger(Number(value)) ? Number(value) : value);
  return divideInts(one(top), one(bottom));
}
