import { expect, test } from 'vitest';
import { ChunkedList } from '../../vm/source/index.ts';
import { SEED } from '../support/seed.ts';
import { RandomValues } from '../values/random.ts';

test(`a list in pieces is the array that it stands for, and so are those that it was made of (seed ${SEED})`, () => {
  const random = new RandomValues('chunked list');
  let array: readonly number[] = Array.from({ length: 1000 }, (_, index) => index);
  let list = ChunkedList.of(array);
  const earlier: [ChunkedList<number>, readonly number[]][] = [];
  for (let step = 0; step < 300; step++) {
    const from = random.below(array.length + 1);
    const to = Math.min(array.length, from + random.below(random.below(4) === 0 ? 300 : 4));
    const count = random.below(2) === 0 ? to - from : random.below(5);
    const replacement = Array.from({ length: count }, () => random.below(1_000_000));
    earlier.push([list, array]);
    list = list.replaced(from, to, replacement);
    array = [...array.slice(0, from), ...replacement, ...array.slice(to)];
    expectSame(list, array);
  }
  for (const [made, of] of earlier) expectSame(made, of);
});

test('an empty list has nothing, and takes something', () => {
  expect([...ChunkedList.of([])]).toEqual([]);
  expect([...ChunkedList.of<number>([]).replaced(0, 0, [1, 2])]).toEqual([1, 2]);
});

test('what is not replaced is shared', () => {
  const elements = Array.from({ length: 100_000 }, (_, index) => ({ index }));
  const before = ChunkedList.of(elements);
  const after = before.replaced(50_000, 50_001, [{ index: -1 }]);
  expect(before.at(50_000)).toBe(elements[50_000]);
  expect(after.at(50_000).index).toBe(-1);
  expect(after.at(50_001)).toBe(elements[50_001]);
});

function expectSame(list: ChunkedList<number>, array: readonly number[]): void {
  expect(list.length).toBe(array.length);
  expect([...list]).toEqual(array);
  const visited: number[] = [];
  list.forEach((element, index) => expect(index).toBe(visited.push(element) - 1));
  expect(visited).toEqual(array);
  const middle = array.length >> 1;
  expect(list.slice(middle, middle + 200)).toEqual(array.slice(middle, middle + 200));
  for (let index = 0; index < array.length; index += 7) expect(list.at(index)).toBe(array[index]);
}
