import type { HeapObject } from '../values/index.ts';

/**
 * The machine's memory: numbers its objects in the order of creation and counts their bytes. Everything that changes an object
 * says so first (`beforeWrite`), and says how much it grows: checkpoints and the limit stand on that.
 */
export class Heap {
  private allocations = 0;
  private countedBytes = 0;

  /** Objects made so far. */
  get allocationCount(): number {
    return this.allocations;
  }

  /** Puts a new object on the heap: gives it its number. One that has a number keeps it. */
  allocate<T extends HeapObject>(object: T): T {
    if (object.allocation === 0) {
      object.allocation = ++this.allocations;
      this.grow(object.bytes);
    }
    return object;
  }

  /** Called before anything in an object changes. */
  beforeWrite(_object: HeapObject): void {}

  /** Counts bytes that an object has come to hold, or lost. */
  grow(bytes: number): void {
    this.countedBytes += bytes;
  }

  /**
   * Called before an operation makes something large: raises `MemoryError` where it would not fit. `bytes` is what it will
   * take, at least.
   */
  reserve(_bytes: number): void {}
}
