import type { Statistics } from '../vm/index.ts';

/** What `--stats` prints: a line for each number. The times alone differ from run to run. */
export function statisticsText({ instructions, heap, pauses }: Statistics, milliseconds: number): string {
  const rows: readonly (readonly [name: string, value: string])[] = [
    ['instructions', whole(instructions)],
    ['objects made', whole(heap.allocatedObjects)],
    ['bytes made', whole(heap.allocatedBytes)],
    ['objects on the heap', whole(heap.objects)],
    ['bytes on the heap', whole(heap.bytes)],
    ['collections', whole(heap.collections)],
    ['collecting', time(pauses.total)],
    ['longest pause', time(pauses.longest)],
    ['time', time(milliseconds)],
  ];
  return rows.map(([name, value]) => `${name.padEnd(20)}${value.padStart(20)}\n`).join('');
}

function whole(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

function time(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
