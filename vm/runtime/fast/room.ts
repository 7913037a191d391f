import { MOST_SEAT_SLOTS } from './registers.ts';
import { MOST_FRAME_SLOTS } from './slots.ts';

/**
 * How many slots a program gets for its frames and for seats. It begins with few, which are soon renewed (`young-arrays.ts`), and
 * gets twice as many when those were not enough.
 */
export class Room {
  frames = FIRST_FRAMES;
  seats = FIRST_SEATS;

  /** `longestFrame` in slots. */
  constructor(longestFrame: number) {
    this.makeFor(longestFrame);
  }

  /** Makes room for a frame and some others that it calls. False where it is too long. */
  makeFor(frame: number): boolean {
    while (this.frames < 4 * frame && this.frames < MOST_FRAME_SLOTS) this.frames *= 2;
    return frame < this.frames;
  }

  /** Makes room for so many slots of frames, if there can be so many. */
  extend(used: number): void {
    while (this.frames <= used && this.frames < MOST_FRAME_SLOTS) this.frames *= 2;
  }

  /** Takes note of a run: of the slots that its frames had in the end, and whether there was a seat for each generator. */
  note(used: number, hadSeats: boolean): void {
    // Where generators have seats nothing can be added before the run is over.
    this.extend(2 * used);
    if (!hadSeats && this.seats < MOST_SEAT_SLOTS) this.seats *= 2;
  }
}

const FIRST_FRAMES = 512;
const FIRST_SEATS = 512;
