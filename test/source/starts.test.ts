import { expect, test } from 'vitest';
import { Starts } from '../../vm/source/index.ts';
import { SEED } from '../support/seed.ts';
import { RandomValues } from '../values/random.ts';

test(`starts in pieces are the numbers that they stand for, and so are those that they were made of (seed ${SEED})`, () => {
  const random = new RandomValues('starts');
  const ascending = (from: number, count: number): number[] => {
    const numbers: number[] = [];
    for (let last = from; numbers.length < count; numbers.push(last)) last += random.below(40);
    return numbers;
  };
  let array: readonly number[] = [0, ...ascending(0, 1000)];
  let starts = Starts.of(array);
  const earlier: [Starts, readonly number[]][] = [];
  for (let step = 0; step < 300; step++) {
    const from = random.below(array.length);
    const to = Math.min(array.length - 1, from + random.below(random.below(4) === 0 ? 300 : 4));
    const count = random.below(2) === 0 ? to - from : random.below(5);
    const numbers = ascending(array[from], count);
    const shift = random.below(2) === 0 ? 0 : (numbers.at(-1) ?? array[from]) + random.below(9) - array[to];
    earlier.push([starts, array]);
    starts = starts.replaced(from, to, numbers, shift);
    array = [...array.slice(0, from), ...numbers, ...array.slice(to).map(each => each + shift)];
    expectSame(starts, array);
  }
  for (const [made, of] of earlier) expectSame(made, of);
});

test('a place is in the last part that begins at or before it', () => {
  const array = Array.from({ length: 1000 }, (_, index) => 3 * index);
  const starts = Starts.of(array);
  for (let place = 0; place < 2997; place++) expect(starts.lastUpTo(place, 1000)).toBe(Math.floor(place / 3));
  expect(starts.lastUpTo(-1, 1000)).toBe(0);
  expect(starts.lastUpTo(1e9, 500)).toBe(499);
});

function expectSame(starts: Starts, array: readonly number[]): void {
  expect(starts.length).toBe(array.length);
  expect(array.map((_, index) => starts.at(index))).toEqual(array);
}
