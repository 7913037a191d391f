import type { Heap } from '../heap/heap.ts';
import type { ListObject } from '../objects/index.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, type Value, type Visit } from '../values/index.ts';

/**
 * A sort under way. It asks whether one key is less than another (`question`) and is told (`answer`), so that the program's own
 * comparisons run outside of it, and it can be kept and brought back between any two of them.
 *
 * The algorithm is the one of CPython 3.11's `list.sort` (Objects/listsort.txt): natural runs, short ones made longer by binary
 * insertion, merged in the order of their powers; but without galloping. So lists of fewer than 64 items, which take no merge, see
 * exactly the comparisons that CPython makes.
 *
 * Invariant: `sorted` is a permutation of the items' numbers, outside of `answer` and, once `abandon` has been called, of a merge.
 */
export class SortingState extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  get typeName(): string {
    return 'sorting';
  }
  readonly list: ListObject;
  readonly isReversed: boolean;
  /** The items as they were, and what they are compared by: the items themselves, or what the key function has given. */
  readonly values: readonly Value[];
  private keys: readonly Value[];
  /** The items' numbers, in the order that has been reached. */
  private sorted: number[];
  private stage: Stage = 'unbegun';
  /** The run that is being looked for or made longer: its first place, the place behind it, and where it shall end. */
  private base = 0;
  private at = 0;
  private end = 0;
  /** Between these places the item at `at` will be inserted. */
  private low = 0;
  private high = 0;
  private runs: readonly Run[] = [];
  /** The run that was found last, and is not among `runs` yet. */
  private found: Run | null = null;
  /** A merge: the left run's items, how many of them are placed; the next one of the right run, which ends at `end`; the next place. */
  private aside: readonly number[] = [];
  private asidePlaced = 0;
  private right = 0;
  private place = 0;

  constructor(list: ListObject, values: readonly Value[], isReversed: boolean) {
    super();
    this.list = list;
    this.values = values;
    this.keys = values;
    this.isReversed = isReversed;
    this.sorted = values.map((_, index) => index);
  }

  /** The items in the order that has been reached. */
  result(): Value[] {
    return this.sorted.map(index => this.values[index]);
  }

  /** Has the sort compare these instead of the items. */
  useKeys(heap: Heap, keys: readonly Value[]): void {
    heap.beforeWrite(this);
    this.keys = keys;
  }

  /** Begins; items that are equal keep their order, also where the result is reversed. */
  begin(heap: Heap): void {
    heap.beforeWrite(this);
    if (this.isReversed) this.sorted.reverse();
    this.findRun(0);
  }

  /** Sorts at once by a comparison of the host, which has to agree with what the program would get. */
  sortBy(heap: Heap, compare: (left: Value, right: Value) => number): void {
    heap.beforeWrite(this);
    const { keys, isReversed } = this;
    if (keys.length <= FEW_ITEMS) this.insertAll(compare);
    else if (isReversed) this.sorted.sort((left, right) => compare(keys[right], keys[left]));
    else this.sorted.sort((left, right) => compare(keys[left], keys[right]));
    this.stage = 'done';
  }

  /** Sorts few items by insertion, for which the host's own sort takes long to begin. */
  private insertAll(compare: (left: Value, right: Value) => number): void {
    const { keys, sorted, isReversed } = this;
    const sign = isReversed ? -1 : 1;
    for (let next = 1; next < sorted.length; next++) {
      const item = sorted[next];
      const key = keys[item];
      let place = next;
      while (place > 0 && sign * compare(keys[sorted[place - 1]], key) > 0) {
        sorted[place] = sorted[place - 1];
        place--;
      }
      sorted[place] = item;
    }
  }

  /** Sorts at once: takes the items' numbers in their order. */
  put(heap: Heap, order: number[]): void {
    heap.beforeWrite(this);
    this.sorted = order;
    this.stage = 'done';
  }

  get comparedKeys(): readonly Value[] {
    return this.keys;
  }

  /** The two keys to compare next; `undefined` when there is nothing left to ask. */
  question(): readonly [left: Value, right: Value] | undefined {
    const { keys, sorted } = this;
    switch (this.stage) {
      case 'unbegun':
      case 'done':
        return undefined;
      case 'direction':
      case 'ascending':
      case 'descending':
        return [keys[sorted[this.at]], keys[sorted[this.at - 1]]];
      case 'insertion':
        return [keys[sorted[this.at]], keys[sorted[(this.low + this.high) >> 1]]];
      case 'merge':
        return [keys[sorted[this.right]], keys[this.aside[this.asidePlaced]]];
    }
  }

  /** Goes on up to the next question: the left key was less than the right one, or was not. */
  answer(heap: Heap, isLess: boolean): void {
    heap.beforeWrite(this);
    switch (this.stage) {
      case 'direction':
        this.stage = isLess ? 'descending' : 'ascending';
        return this.extendRun();
      case 'ascending':
        return isLess ? this.endNaturalRun() : this.extendRun();
      case 'descending':
        return isLess ? this.extendRun() : this.endNaturalRun();
      case 'insertion':
        return this.narrowInsertion(isLess);
      case 'merge':
        return this.placeMerged(isLess);
    }
  }

  /** Gives up: puts everything that a merge has laid aside back, and leaves a permutation. */
  abandon(heap: Heap): void {
    if (this.stage === 'unbegun' || this.stage === 'done') return;
    heap.beforeWrite(this);
    if (this.stage === 'merge') this.placeAside();
    if (this.isReversed) this.sorted.reverse();
    this.stage = 'done';
  }

  private findRun(base: number): void {
    this.base = base;
    this.at = base;
    this.stage = 'direction';
    this.extendRun();
  }

  private extendRun(): void {
    this.at++;
    if (this.at >= this.sorted.length) this.endNaturalRun();
  }

  private endNaturalRun(): void {
    const { base, sorted } = this;
    const at = Math.min(this.at, sorted.length);
    if (this.stage === 'descending') reversePart(sorted, base, at);
    this.at = at;
    this.end = Math.max(at, Math.min(base + shortestRun(sorted.length), sorted.length));
    this.insertNext();
  }

  private insertNext(): void {
    if (this.at === this.end) {
      this.found = { base: this.base, length: this.end - this.base, power: 0 };
      return this.mergeRuns();
    }
    this.low = this.base;
    this.high = this.at;
    this.stage = 'insertion';
  }

  private narrowInsertion(isLess: boolean): void {
    const middle = (this.low + this.high) >> 1;
    if (isLess) this.high = middle;
    else this.low = middle + 1;
    if (this.low < this.high) return;
    const { sorted, low, at } = this;
    const item = sorted[at];
    // The host's `copyWithin` takes arrays for objects of any kind.
    for (let place = at; place > low; place--) sorted[place] = sorted[place - 1];
    sorted[low] = item;
    this.at++;
    this.insertNext();
  }

  /** Begins the next merge that is due, else looks for the next run; behind the last one all runs become one. */
  private mergeRuns(): void {
    const { runs, found, sorted } = this;
    if (found !== null) {
      const power = runs.length === 0 ? 0 : powerBetween(runs[runs.length - 1], found, sorted.length);
      if (runs.length > 1 && runs[runs.length - 2].power > power) return this.merge(runs.length - 2);
      this.runs = [...runs.slice(0, -1), ...runs.slice(-1).map(last => ({ ...last, power })), found];
      this.found = null;
      const next = found.base + found.length;
      if (next < sorted.length) return this.findRun(next);
    }
    const count = this.runs.length;
    if (count > 1) {
      const isSmallBehind = count > 2 && this.runs[count - 3].length < this.runs[count - 1].length;
      return this.merge(count - (isSmallBehind ? 3 : 2));
    }
    this.stage = 'done';
    if (this.isReversed) sorted.reverse();
  }

  /** Begins to merge a run with the one behind it. */
  private merge(index: number): void {
    const [left, right] = this.runs.slice(index, index + 2);
    const merged = { ...left, length: left.length + right.length };
    this.runs = [...this.runs.slice(0, index), merged, ...this.runs.slice(index + 2)];
    this.aside = this.sorted.slice(left.base, right.base);
    this.asidePlaced = 0;
    this.place = left.base;
    this.right = right.base;
    this.end = right.base + right.length;
    this.stage = 'merge';
  }

  private placeMerged(isRightLess: boolean): void {
    const { sorted } = this;
    if (isRightLess) sorted[this.place++] = sorted[this.right++];
    else sorted[this.place++] = this.aside[this.asidePlaced++];
    if (this.right < this.end && this.asidePlaced < this.aside.length) return;
    this.placeAside();
    this.mergeRuns();
  }

  private placeAside(): void {
    while (this.asidePlaced < this.aside.length) this.sorted[this.place++] = this.aside[this.asidePlaced++];
  }

  override get bytes(): number {
    return OBJECT_BYTES + REFERENCE_BYTES * 3 * this.values.length;
  }

  override trace(visit: Visit): void {
    visit(this.list);
    this.values.forEach(visit);
    if (this.keys !== this.values) this.keys.forEach(visit);
  }

  override save(): unknown {
    const { keys, stage, base, at, end, low, high, runs, found, aside, asidePlaced, right, place } = this;
    const sorted = this.sorted.slice();
    return { keys, sorted, stage, base, at, end, low, high, runs, found, aside, asidePlaced, right, place };
  }

  override restore(saved: unknown): void {
    Object.assign(this, saved);
    this.sorted = this.sorted.slice();
  }
}

/**
 * `direction`: whether the run at hand goes up or down; `ascending`, `descending`: where it ends; `insertion`: where an item
 * belongs that makes it longer; `merge`: which of two runs gives the next item.
 */
type Stage = 'unbegun' | 'direction' | 'ascending' | 'descending' | 'insertion' | 'merge' | 'done';

/** Items that are in order; `power` tells how high in the tree of merges the one with the next run stands. */
interface Run {
  readonly base: number;
  readonly length: number;
  readonly power: number;
}

/** So many are inserted one by one. */
const FEW_ITEMS = 12;

function reversePart(items: number[], from: number, to: number): void {
  for (let low = from, high = to - 1; low < high; low++, high--) {
    [items[low], items[high]] = [items[high], items[low]];
  }
}

/** A run is made at least so long: between 32 and 64 such that the count over it is close to a power of two, or all there is. */
function shortestRun(count: number): number {
  let length = count;
  let hasRest = 0;
  while (length >= 64) {
    hasRest |= length & 1;
    length >>= 1;
  }
  return length + hasRest;
}

/** At which binary digit the middles of two neighbouring runs differ, as fractions of the whole (Munro & Wild, "Powersort"). */
function powerBetween(left: Run, right: Run, count: number): number {
  let leftMiddle = 2 * left.base + left.length;
  let rightMiddle = leftMiddle + left.length + right.length;
  for (let power = 1; ; power++) {
    if (leftMiddle >= count) {
      leftMiddle -= count;
      rightMiddle -= count;
    } else if (rightMiddle >= count) {
      return power;
    }
    leftMiddle *= 2;
    rightMiddle *= 2;
  }
}
