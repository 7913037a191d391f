import { describe, expect, test } from 'vitest';
import { geometricMean, median, mediansOfRounds } from '../../bench/rounds.mjs';

/** Subjects that take the given milliseconds, and the order in which they were measured. */
async function measured(milliseconds: readonly number[], rounds: number, budget: number): Promise<number[]> {
  const order: number[] = [];
  const subjects = milliseconds.map((time, index) => async () => {
    order.push(index);
    return time;
  });
  expect(await mediansOfRounds(subjects, { rounds, budget, divisor: 1 })).toEqual(milliseconds);
  return order;
}

describe('rounds', () => {
  test('take turns in beginning', async () => {
    expect(await measured([1, 2, 3], 3, Infinity)).toEqual([0, 1, 2, 1, 2, 0, 2, 0, 1]);
  });

  test('are sat out, evenly, by who is too slow', async () => {
    expect(await measured([1, 50], 4, 100)).toEqual([0, 1, 0, 0, 1, 0]);
  });

  test('are at least one', async () => {
    expect(await measured([1000], 5, 10)).toEqual([0]);
  });
});

test('a median is the middle one, or between the two of them', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test('a geometric mean of a ratio and its inverse is 1', () => {
  expect(geometricMean([4, 1 / 4])).toBeCloseTo(1);
});
