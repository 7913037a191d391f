import type { Frame, FrameContent } from '../frame.ts';

/** A frame as it was, above those below it. Immutable, so checkpoints share what has not been touched between them. */
export interface SavedFrame {
  readonly frame: Frame;
  readonly content: FrameContent;
  readonly below: SavedFrame | null;
  /** The frame's index: 0 is main's. */
  readonly index: number;
}

/** Saves all frames; of an earlier save it takes over those below `untouched`, which have not run since. */
export function saveFrames(frames: readonly Frame[], earlier: SavedFrame | null, untouched: number): SavedFrame {
  let top = earlier;
  while (top !== null && top.index >= untouched) top = top.below;
  for (let index = top === null ? 0 : top.index + 1; index < frames.length; index++) {
    top = { frame: frames[index], content: frames[index].save(), below: top, index };
  }
  return top as SavedFrame;
}

/** Puts saved frames into their places, and makes them what they were; those below `untouched` are so already. */
export function restoreFrames(frames: Frame[], saved: SavedFrame, untouched: number): void {
  frames.length = saved.index + 1;
  for (let each: SavedFrame | null = saved; each !== null && each.index >= untouched; each = each.below) {
    frames[each.index] = each.frame;
    each.frame.restore(each.content);
  }
}
