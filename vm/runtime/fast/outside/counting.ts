import type { Heap } from '../../heap/heap.ts';
import { NUMBERS, REFERENCES, TAGS, Tag } from '../slots.ts';

/** Shows the heap the values of slots, which an object comes to hold, without a box for any. */
export function countFrom(heap: Heap, first: number, end: number): void {
  for (let slot = first; slot < end; slot++) {
    const tag = TAGS[slot];
    if (tag === Tag.Int) heap.storedInt(NUMBERS[slot]);
    else if (tag === Tag.Float) heap.storedFloat();
    else if (tag === Tag.Wide) heap.countWide();
    else if (tag === Tag.String || tag === Tag.BigInt) heap.stored(REFERENCES[slot] as string | bigint);
  }
}
