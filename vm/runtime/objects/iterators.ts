import type { Heap } from '../heap/heap.ts';
import { nextSharedNumber } from '../heap/shared-numbers.ts';
import type { Machine } from '../machine.ts';
import type { Outcome } from '../pending.ts';
import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES } from '../values/index.ts';

/** What the machine's own iterators are: a built-in type's, or those of `map`, `zip` and the like. */
export abstract class IteratorObject extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark: number;

  // Without a constructor the build would hand on arguments that nobody gives, which takes longer than to make the iterator.
  constructor() {
    super();
    this.mark = 0;
  }

  /**
   * The next item, or `EXHAUSTED` behind the last one. Where the program has to be asked, its `StopIteration` means the end,
   * too: `operations/iteration.ts` makes one of the two.
   */
  abstract next(machine: Machine): Outcome;

  /** Whether `next` neither raises nor asks the program, and is the end again once it has been. */
  get isSimple(): boolean {
    return false;
  }

  /** How many iterators stand one behind the other here: `map` over a `zip` over a list are 3. */
  readonly nesting: number = 1;

  override get bytes(): number {
    return OBJECT_BYTES + 2 * REFERENCE_BYTES;
  }
}

/** Stands for 'no further item' where an item is expected. Programs never see it. */
export const EXHAUSTED: HeapObject = new (class Exhausted extends HeapObject {
  epoch = 0;
  mark = 0;
  allocation = nextSharedNumber();
  get typeName(): string {
    return 'exhausted';
  }
})();

/** An iterator that is a source and a place in it. */
export abstract class PlaceIterator extends IteratorObject {
  protected at = 0;

  override get isSimple(): boolean {
    return true;
  }

  /** Goes to another place. */
  advance(heap: Heap, at: number): void {
    heap.beforeWrite(this);
    this.at = at;
  }

  override save(): unknown {
    return this.at;
  }

  override restore(saved: unknown): void {
    this.at = saved as number;
  }
}

/** Where an exhausted iterator stays: behind the longest list. A small int, as the host keeps places that may be none in boxes. */
export const BEHIND_ALL = 0x7fffffff;
