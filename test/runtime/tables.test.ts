import { describe, expect, it } from 'vitest';
import { Heap } from '../../vm/runtime/heap/heap.ts';
import type { Key } from '../../vm/runtime/objects/keys.ts';
import { NumberIndex } from '../../vm/runtime/objects/number-index.ts';
import { HashTable } from '../../vm/runtime/objects/tables.ts';
import type { Value } from '../../vm/runtime/values/index.ts';
import { SEED } from '../support/seed.ts';
import { pick, randomFrom, type Random } from '../verifier/random.ts';

describe('tables', () => {
  it(`keep what a map of the host keeps, in its order, from seed ${SEED}`, () => {
    const random = randomFrom(SEED);
    for (let round = 0; round < 60; round++)
      compareWithMap(random, pick(random, KEYS), pick(random, [4, 20, 300, 2000]));
  });
});

it('a table has no key that there was no memory for', () => {
  for (const limit of [2_000, 5_000, 40_000]) {
    const heap = new Heap(limit);
    const table = new HashTable();
    let key = 0;
    const fill = (): void => {
      for (; key < 100_000; key++) table.findOrAdd(heap, key, key, key);
    };
    expect(fill).toThrow();
    expect(fill).toThrow();
    expect(table.find(key)).toBe(-1);
    expect(table.size).toBe(key);
    expect(table.find(key - 1)).toBe(key - 1);
  }
});

describe('an index of numbers', () => {
  it.each(Object.entries(PATTERNS()))('finds %s in a few steps', (_name, keyOf) => {
    for (const count of [10, 40, 500, 20_000]) {
      const keys = Array.from({ length: count }, (_, number) => keyOf(number));
      const index = new NumberIndex(0);
      for (const [entry, key] of keys.entries()) index.add(keys, key, entry);
      let steps = 0;
      const counting = new Proxy(keys, {
        get(array, entry) {
          steps++;
          return Reflect.get(array, entry) as unknown;
        },
      });
      expect(keys.every((key, entry) => index.find(counting, key) === entry)).toBe(true);
      expect(steps / count).toBeLessThan(4);
    }
  });

  it('has room for entries with high numbers', () => {
    const forms: unknown[] = [];
    forms[253] = 1;
    forms[254] = 2;
    forms[100_000] = 3;
    const index = new NumberIndex(1);
    for (const entry of [253, 254, 100_000]) index.add(forms, forms[entry] as number, entry);
    expect([1, 2, 3, 4].map(key => index.find(forms, key))).toEqual([253, 254, 100_000, -1]);
  });
});

type MakeKey = (random: Random, range: number) => Exclude<Key, object | null>;

const KEYS: readonly MakeKey[] = [
  (random, range) => Math.floor(random() * range),
  (random, range) => Math.floor(random() * range) * 2 ** 24 - 2 ** 30,
  (random, range) => Math.floor(random() * range) / 8,
  (random, range) => 2 ** 61 * (1 + Math.floor(random() * range) / 2 ** 52),
  (random, range) => String(Math.floor(random() * range)),
  (random, range) => pick(random, [NaN, Infinity, 0, '', 2n ** 60n, Math.floor(random() * range), `${random()}`]),
];

/** Does the same with a table and with a map, where a key's value is its entry in a list of all. */
function compareWithMap(random: Random, makeKey: MakeKey, range: number): void {
  const heap = new Heap();
  const map = new Map<Key, Value>();
  let table = new HashTable();
  const isItsForm = random() < 0.5;
  const wishToRemove = random();
  for (let turn = 0; turn < 4 * range; turn++) {
    const form = makeKey(random, range);
    const entry = table.find(form);
    expect(entry < 0 ? undefined : table.valueAt(entry)).toBe(map.get(form));
    if (entry >= 0 && random() < wishToRemove) {
      table.remove(heap, entry);
      map.delete(form);
    } else if (entry >= 0) {
      expect(table.findOrAdd(heap, isItsForm ? form : `key of ${form}`, null, form)).toBe(entry);
      table.setValue(entry, turn);
      map.set(form, turn);
    } else {
      const key = isItsForm ? form : `key of ${form}`;
      if (random() < 0.5) table.add(heap, key, turn, form);
      else expect(table.findOrAdd(heap, key, turn, form)).toBe(-1);
      map.set(form, turn);
    }
    if (random() < 0.05 && table.size > 0) dropLast(table, heap, map);
    if (random() < 2 / range) table = table.copy();
    if (random() < 0.5 / range) {
      table.clear(heap);
      map.clear();
    }
    expect(table.size).toBe(map.size);
  }
  expect(table.values()).toEqual([...map.values()]);
  for (const [form, value] of map) expect(table.valueAt(table.find(form))).toBe(value);
}

function dropLast(table: HashTable, heap: Heap, map: Map<Key, Value>): void {
  const entry = table.dropToLast();
  map.delete(table.formAt(entry) as Key);
  table.remove(heap, entry);
  table.dropToLast();
}

/** Keys as programs have them, by their number. */
function PATTERNS(): Record<string, (number: number) => number> {
  const multiples = [1, 3, 8, 16, 24, 28, 32, 36].map(
    bits => [`multiples of 2 ** ${bits}`, (number: number) => number * 2 ** bits] as const,
  );
  return {
    ...Object.fromEntries(multiples),
    'ints that follow each other': number => number,
    'ints that go down': number => -number - 1,
    'places of a grid': number => Math.floor(number / 100) * 1000 + (number % 100),
    'places of a grid with wide rows': number => Math.floor(number / 300) * 65536 - (number % 300),
    'multiples of a power of ten': number => number * 1e9,
    squares: number => number * number,
    halves: number => number + 0.5,
    'fractions of a power of two': number => number / 1024,
    'what one is divided into': number => 1 / (number + 1),
    'forms of pairs': number => 2 ** 61 * (1 + (Math.floor(number / 300) * 2 ** 26 + (number % 300)) / 2 ** 52),
    'what a linear generator gives': number => Math.imul(number, 1103515245),
  };
}
