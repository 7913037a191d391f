import type { HeapObject } from '../values/index.ts';

/**
 * All objects of a heap, in chunks.
 *
 * Invariant: a chunk only ever grows; what a sweep keeps goes into new chunks. So a checkpoint keeps the list by its chunks and
 * the length of the last one, and objects that have been swept since are in it as they were.
 */
export class ObjectList {
  private chunks: HeapObject[][] = [[]];
  private last: HeapObject[] = this.chunks[0];
  private inFullChunks = 0;

  get size(): number {
    return this.inFullChunks + this.last.length;
  }

  add(object: HeapObject): void {
    if (this.last.length >= CHUNK_OBJECTS) this.open();
    this.last.push(object);
  }

  /** Drops the objects that `isKept` does not keep, and tells `drop` of each. */
  sweep(isKept: (object: HeapObject) => boolean, drop: ((object: HeapObject) => void) | null): void {
    const { chunks } = this;
    this.chunks = [];
    this.inFullChunks = 0;
    this.last = [];
    for (const chunk of chunks) {
      if (chunk.every(isKept)) {
        this.close();
        this.last = chunk;
        this.close();
        continue;
      }
      for (const object of chunk) {
        if (!isKept(object)) {
          drop?.(object);
        } else {
          if (this.last.length >= CHUNK_OBJECTS) this.close();
          this.last.push(object);
        }
      }
    }
    this.chunks.push(this.last);
  }

  forEach(visit: (object: HeapObject) => void): void {
    for (const chunk of this.chunks) chunk.forEach(visit);
  }

  save(): SavedObjects {
    return { chunks: this.chunks.slice(), lastLength: this.last.length };
  }

  /** Chunks that have grown since are cut back: checkpoints made later than the saved one are of no use any more. */
  restore({ chunks, lastLength }: SavedObjects): void {
    this.chunks = chunks.slice();
    this.last = this.chunks[this.chunks.length - 1];
    this.last.length = lastLength;
    this.inFullChunks = 0;
    for (const chunk of chunks) this.inFullChunks += chunk.length;
    this.inFullChunks -= lastLength;
  }

  private open(): void {
    this.inFullChunks += this.last.length;
    this.last = [];
    this.chunks.push(this.last);
  }

  /** While sweeping: the chunk that survivors go into is full, or has to stay in its place. */
  private close(): void {
    if (this.last.length === 0) return;
    this.chunks.push(this.last);
    this.inFullChunks += this.last.length;
    this.last = [];
  }
}

export interface SavedObjects {
  readonly chunks: readonly HeapObject[][];
  readonly lastLength: number;
}

const CHUNK_OBJECTS = 4096;
