import type { HeapObject } from '../values/index.ts';

/**
 * What the objects of a heap were at each checkpoint: each checkpoint keeps a copy of what is changed first after it, as it was.
 * So what has not been changed costs nothing, and going back is putting the copies back, those of newer checkpoints first.
 */
export class Copies {
  /** Oldest first. */
  private readonly kept: Epoch[] = [];

  get isEmpty(): boolean {
    return this.kept.length === 0;
  }

  /** Begins a checkpoint; objects up to the number `allocations` are there. */
  begin(checkpoint: object, allocations: number): void {
    this.kept.push({ checkpoint, allocations, copies: new Map(), bytes: 0 });
  }

  /** Keeps an object for the newest checkpoint, which it may be younger than: then there is nothing to keep. */
  keep(object: HeapObject): void {
    const newest = this.kept.at(-1);
    if (newest === undefined || object.allocation > newest.allocations || newest.copies.has(object)) return;
    newest.copies.set(object, object.save());
    newest.bytes += object.bytes;
  }

  /** How many objects a checkpoint has kept so far, and how many bytes they have; of one that is not known, nothing. */
  keptBy(checkpoint: object): Kept {
    const epoch = this.kept[this.indexOf(checkpoint)] as Epoch | undefined;
    return { objects: epoch?.copies.size ?? 0, bytes: epoch?.bytes ?? 0 };
  }

  /** Makes all objects what they were at a checkpoint, and forgets the newer ones. False where it is not known. */
  restore(checkpoint: object, revive: ((object: HeapObject) => void) | null): boolean {
    const index = this.indexOf(checkpoint);
    if (index < 0) return false;
    const undone = this.kept.splice(index);
    for (const { copies } of undone.toReversed()) {
      for (const [object, saved] of copies) {
        revive?.(object);
        object.restore(saved);
      }
    }
    this.begin(checkpoint, undone[0].allocations);
    return true;
  }

  /** Forgets a checkpoint: what it kept is what the next older one would have had to keep, unless it has. */
  drop(checkpoint: object): void {
    const index = this.indexOf(checkpoint);
    if (index < 0) return;
    const [{ copies }] = this.kept.splice(index, 1);
    if (index === 0) return;
    const older = this.kept[index - 1];
    for (const [object, saved] of copies) {
      if (object.allocation <= older.allocations && !older.copies.has(object)) older.copies.set(object, saved);
    }
  }

  private indexOf(checkpoint: object): number {
    return this.kept.findIndex(each => each.checkpoint === checkpoint);
  }
}

/** Copies of objects that a checkpoint has made: how many, and the bytes of the objects by the machine's own count. */
export interface Kept {
  readonly objects: number;
  readonly bytes: number;
}

interface Epoch {
  readonly checkpoint: object;
  readonly allocations: number;
  readonly copies: Map<HeapObject, unknown>;
  bytes: number;
}
