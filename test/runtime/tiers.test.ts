import { expect, test } from 'vitest';
import { runEmptyTurns } from '../../vm/runtime/fast/empty-turns.ts';
import { runLoop } from '../../vm/runtime/fast/generated/loop.ts';
import { REGISTERS, Register } from '../../vm/runtime/fast/registers.ts';
import { runSteps } from '../../vm/runtime/fast/stepping.ts';
import { Tiers } from '../../vm/runtime/fast/tiers.ts';

test('while the loop is slower than the steps, it has hardly any of the time', () => {
  const runs = new Runs({ loop: 50, steps: 5 });
  runs.run(1_000_000);
  expect(runs.time.loop).toBeGreaterThan(0);
  expect(runs.time.loop / runs.time.steps).toBeLessThan(0.4);
  runs.run(10_000_000);
  expect(runs.time.loop / runs.time.steps).toBeLessThan(0.1);
});

test('once the loop is faster, it has nearly all of the time', () => {
  const runs = new Runs({ loop: 50, steps: 5 });
  runs.run(1_000_000);
  runs.costs.loop = 1;
  runs.forget();
  runs.run(100_000_000);
  expect(runs.time.steps / runs.time.loop).toBeLessThan(0.02);
});

test('a loop that has become slow is left after a millisecond', () => {
  const runs = new Runs({ loop: 1, steps: 5 });
  runs.run(100_000_000);
  runs.costs.loop = 50;
  runs.forget();
  runs.run(100_000);
  expect(runs.time.loop).toBeLessThanOrEqual(1.3e6);
  expect(runs.time.steps).toBeGreaterThan(0);
});

test('a loop that takes as long to enter as a thousand words is found to be faster all the same', () => {
  const runs = new Runs({ loop: 50, steps: 3 });
  runs.run(10_000_000);
  runs.costs.loop = 1;
  runs.entry = 1000;
  runs.forget();
  runs.run(100_000_000);
  expect(runs.time.steps / runs.time.loop).toBeLessThan(0.02);
});

test('a pause of the host in a turn of the loop is no reason to leave it', () => {
  const runs = new Runs({ loop: 1, steps: 5 });
  runs.run(100_000_000);
  runs.forget();
  for (let round = 0; round < 100; round++) {
    runs.pause(5e6);
    runs.run(1_000_000);
  }
  expect(runs.time.steps / runs.time.loop).toBeLessThan(0.02);
});

test('loop and steps are entered and left at once before each of their turns, and nothing else is changed', () => {
  const runs = new Runs({ loop: 50, steps: 5 });
  runs.run(1_000_000);
  expect(runs.emptyTurns.loop).toBeGreaterThan(10);
  expect(runs.emptyTurns.steps).toBeGreaterThan(10);
  runs.costs.loop = 1;
  runs.run(10_000_000);
  expect(runs.emptyTurns.loop).toBeGreaterThan(10_000_000 / 20_000);
  for (const run of [runLoop, runSteps]) {
    const before = [...REGISTERS];
    runEmptyTurns(run);
    expect([...REGISTERS]).toStrictEqual(before);
  }
});

test('without a clock, the loop runs alone', () => {
  const runs = new Runs({ loop: 0, steps: 0 });
  runs.run(1_000_000);
  expect(runs.words.steps).toBe(0);
  expect(runs.words.loop).toBeGreaterThanOrEqual(1_000_000);
});

/** Two runners by a clock of their own, given what a word costs each of them in nanoseconds. */
class Runs {
  readonly costs: { loop: number; steps: number };
  time = { loop: 0, steps: 0 };
  words = { loop: 0, steps: 0 };
  /** Nanoseconds that a turn of the loop takes beside its words. */
  entry = 0;
  readonly emptyTurns = { loop: 0, steps: 0 };
  private now = 0;
  private paused = 0;
  private readonly tiers = new Tiers(this.runner('loop'), this.runner('steps'), {
    loop: () => this.emptyTurns.loop++,
    steps: () => this.emptyTurns.steps++,
  });

  constructor(costs: { loop: number; steps: number }) {
    this.costs = costs;
  }

  run(words: number): void {
    const clock = { now: () => this.now / 1e6 };
    for (let left = words; left > 0; left -= REGISTERS[Register.words]) this.tiers.run(left, clock);
  }

  /** The next turn takes so many nanoseconds longer. */
  pause(nanoseconds: number): void {
    this.paused = nanoseconds;
  }

  forget(): void {
    this.time = { loop: 0, steps: 0 };
  }

  private runner(name: 'loop' | 'steps') {
    return (stopAt: number): boolean => {
      // To the next jump.
      const words = stopAt + 8;
      REGISTERS[Register.words] = words;
      this.words[name] += words;
      this.time[name] += words * this.costs[name];
      this.now += words * this.costs[name] + this.paused + (name === 'loop' ? this.entry : 0);
      this.paused = 0;
      return false;
    };
  }
}
