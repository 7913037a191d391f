import type { CallStack } from '../call-stack.ts';
import type { Globals } from '../globals.ts';
import type { Heap, SavedHeap } from '../heap/heap.ts';
import type { Value } from '../values/value.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { RecordedHost } from './recorded-host.ts';
import { restoreFrames, saveFrames, type SavedFrame } from './saved-frames.ts';

/** What a state consists of, but for the machine's own registers. */
export interface StateParts {
  readonly calls: CallStack;
  readonly globals: Globals;
  readonly heap: Heap;
  readonly host: RecordedHost;
}

/** The states of a machine that it can be brought back to. */
export class History<Registers> {
  private readonly parts: StateParts;
  /** Oldest first. */
  private readonly kept: Kept<Registers>[] = [];

  constructor(parts: StateParts) {
    this.parts = parts;
  }

  /** Keeps the present state. It costs what has changed since the newest checkpoint. */
  keep(instructions: number, registers: Registers): Checkpoint {
    const { calls, globals, heap, host } = this.parts;
    const checkpoint: Checkpoint = { instructions, position: host.position };
    const newest = this.kept.at(-1);
    if (newest !== undefined) newest.untouched = calls.untouched;
    this.kept.push({
      checkpoint,
      frames: saveFrames(calls.frames, newest?.frames ?? null, calls.untouched),
      valuesBelow: calls.valuesBelow,
      globals: globals.values(),
      heap: heap.save(checkpoint),
      registers,
      untouched: 0,
    });
    calls.untouched = calls.depth - 1;
    host.record();
    return checkpoint;
  }

  /** Brings a state back, and gives its registers; the newer states are no more. `undefined` where it is none of these. */
  bringBack(checkpoint: Checkpoint): Registers | undefined {
    const index = this.kept.findIndex(each => each.checkpoint === checkpoint);
    if (index < 0) return undefined;
    const { calls, globals, heap, host } = this.parts;
    const saved = this.kept[index];
    const later = this.kept.slice(index, -1).map(each => each.untouched);
    heap.restore(checkpoint, saved.heap);
    restoreFrames(calls.frames, saved.frames, Math.min(calls.untouched, ...later));
    calls.valuesBelow = saved.valuesBelow;
    for (const [slot, value] of saved.globals.entries()) globals.set(slot, value);
    host.moveTo(checkpoint.position);
    this.kept.length = index + 1;
    calls.untouched = calls.depth - 1;
    return saved.registers;
  }

  /** Forgets a state: nobody goes back to it any more. */
  drop(checkpoint: Checkpoint): void {
    const index = this.kept.findIndex(each => each.checkpoint === checkpoint);
    if (index < 0) return;
    const { calls, heap, host } = this.parts;
    const [dropped] = this.kept.splice(index, 1);
    const older = index > 0 ? this.kept[index - 1] : null;
    if (index === this.kept.length) calls.untouched = Math.min(calls.untouched, older?.untouched ?? 0);
    else if (older !== null) older.untouched = Math.min(older.untouched, dropped.untouched);
    heap.drop(checkpoint);
    if (this.kept.length === 0) host.stopRecording();
  }
}

interface Kept<Registers> {
  readonly checkpoint: Checkpoint;
  readonly frames: SavedFrame;
  readonly valuesBelow: number;
  readonly globals: readonly (Value | undefined)[];
  readonly heap: SavedHeap;
  readonly registers: Registers;
  /** Frames below this index have not run between this state and the next one that is kept. */
  untouched: number;
}
