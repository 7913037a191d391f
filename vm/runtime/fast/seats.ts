import type { Frame } from '../frame.ts';
import type { GeneratorObject } from '../objects/index.ts';
import { firstTryOf, frameOfGenerator, pushTry, putFrame, takeFrame } from './frames.ts';
import {
  ENTRIES,
  MOST_FUNCTIONS,
  FRAME_SIZES,
  NEEDED_SLOTS,
  REGISTERS,
  Register,
  SEATED,
  SEAT_TRIES,
  Seat,
  TRIES,
  TRY_WORDS,
  Try,
  limits,
} from './registers.ts';
import { NUMBERS, REFERENCES, putReference } from './slots.ts';

/*
 * Seats: slots above those of the calls, where frames of generators stay while these are suspended, so that neither to go on nor to
 * yield copies anything. What a generator calls has its frame among the other calls' (`roomFor`). While it is suspended, its
 * handlers are in its seat as well: in `TRIES` they would be among those of calls that have nothing to do with it.
 *
 * Between two runs nobody sits: the frames are the machine's then (`vacateSeats`).
 */

/** The slots before a seat. */
const HEADER_SLOTS = 2 * SEAT_TRIES - Seat.firstTry - 1;

/** All seats since nobody sat. */
const seats: number[] = [];
/** By function, the latest seat that nobody needs any more, or 0. In the place of its `pc` it has the one before. */
const FREE = new Int32Array(MOST_FUNCTIONS);
let next = 0;
/** Whether the latest generator got no new seat. */
let isFull = false;

/** Whether all seats were taken when a generator came, since somebody asked. */
let wereShort = false;

/** Gives the frame of a generator that a call runs a seat, which is its first slot, and answers with its `sp`; -1 where it gets none. */
export function sitDown(generator: GeneratorObject, frame: Frame, record: number): number {
  if (frame.handlers.length > SEAT_TRIES) return -1;
  const seat = seatFor(frame.function.index);
  if (seat < 0) return -1;
  generator.seat = seat;
  putReference(seat + Seat.generator, generator);
  NUMBERS[seat + Seat.gets] = 1;
  return putFrame(frame, seat, record);
}

/** Gives a generator that has not begun a seat, where its frame is to be; -1 where it gets none. */
export function reserveSeat(generator: GeneratorObject): number {
  const { index } = generator.function;
  const seat = seatFor(index);
  if (seat < 0) return -1;
  generator.seat = seat;
  putReference(seat + Seat.generator, generator);
  NUMBERS[seat + Seat.pc] = ENTRIES[index];
  NUMBERS[seat + Seat.sp] = seat + FRAME_SIZES[index];
  NUMBERS[seat + Seat.gets] = 0;
  NUMBERS[seat + Seat.tries] = 0;
  return seat;
}

/** A seat for a generator of a function; -1 where there is none. */
function seatFor(index: number): number {
  if (!SEATED[index]) return -1;
  const seat = FREE[index];
  if (seat === 0) return newSeat(index);
  FREE[index] = NUMBERS[seat + Seat.pc];
  return seat;
}

function newSeat(index: number): number {
  // One slot more: some instructions put what they exchange above the stack.
  const size = HEADER_SLOTS + NEEDED_SLOTS[index] + 1;
  if (next + size > limits.seatSlots) {
    wereShort = true;
    // Most often those that are taken are of generators that nobody goes on with.
    if (!isFull && seats.every(isAtRest)) vacateSeats();
  }
  isFull = next + size > limits.seatSlots;
  if (isFull) return -1;
  const seat = limits.seats + next + HEADER_SLOTS;
  next += size;
  NUMBERS[seat + Seat.function] = index;
  seats.push(seat);
  return seat;
}

/** Notes where a generator goes on that yields in its seat. False, with nothing changed, where it has too many handlers for that. */
export function rest(generator: GeneratorObject, seat: number, pc: number, sp: number, record: number): boolean {
  if (!keepTries(seat, record)) return false;
  NUMBERS[seat + Seat.pc] = pc;
  NUMBERS[seat + Seat.sp] = sp;
  generator.rest(seat);
  return true;
}

/** Takes the handlers of the innermost call along into its seat. False, with nothing changed, where they are too many. */
export function keepTries(seat: number, record: number): boolean {
  const end = REGISTERS[Register.tries];
  const first = firstTryOf(record);
  const count = (end - first) / TRY_WORDS;
  if (count > SEAT_TRIES) return false;
  NUMBERS[seat + Seat.tries] = count;
  for (let each = first, slot = seat + Seat.firstTry; each < end; each += TRY_WORDS, slot -= 2) {
    NUMBERS[slot] = TRIES[each + Try.target];
    NUMBERS[slot - 1] = TRIES[each + Try.sp];
  }
  REGISTERS[Register.tries] = first;
  return true;
}

/** Makes the handlers in a seat those of the call that goes on there. */
export function setUpTries(seat: number, record: number): void {
  const first = seat + Seat.firstTry;
  const end = first - 2 * NUMBERS[seat + Seat.tries];
  for (let slot = first; slot > end; slot -= 2) pushTry(NUMBERS[slot], NUMBERS[slot - 1], record);
}

/** Whether no generator runs in a seat. */
function isAtRest(seat: number): boolean {
  return (REFERENCES[seat + Seat.generator] as GeneratorObject).state !== 'running';
}

/** Lets another generator of the function have a seat. */
export function freeSeat(index: number, seat: number): void {
  NUMBERS[seat + Seat.pc] = FREE[index];
  FREE[index] = seat;
}

/** Writes the frames of all that are suspended back. */
export function vacateSeats(): void {
  if (seats.length === 0) return;
  for (const seat of seats) {
    FREE[NUMBERS[seat + Seat.function]] = 0;
    const generator = REFERENCES[seat + Seat.generator] as GeneratorObject;
    // Others have finished, run, or have given the seat up.
    if (generator.seat !== seat) continue;
    generator.seat = -1;
    const frame = frameOfGenerator(generator, seat);
    takeFrame(frame, seat, NUMBERS[seat + Seat.sp]);
    takeTriesOf(frame, seat);
    frame.at = (NUMBERS[seat + Seat.pc] - ENTRIES[frame.function.index]) / 2;
    frame.continuation = null;
  }
  seats.length = 0;
  next = 0;
  isFull = false;
}

/** Whether there are any seats. */
export function areSeatsTaken(): boolean {
  return seats.length > 0;
}

/** Whether there was a seat for each generator that came since the last time that this was asked. */
export function hadSeats(): boolean {
  const had = !wereShort;
  wereShort = false;
  return had;
}

/** Gives a frame the handlers that are in its seat. */
function takeTriesOf({ handlers, function: { index } }: Frame, seat: number): void {
  const first = seat + Seat.firstTry;
  const end = first - 2 * NUMBERS[seat + Seat.tries];
  const base = seat + FRAME_SIZES[index];
  handlers.length = 0;
  for (let slot = first; slot > end; slot -= 2) {
    handlers.push({ target: (NUMBERS[slot] - ENTRIES[index]) / 2, height: NUMBERS[slot - 1] - base });
  }
}
