import type { GeneratorObject } from '../objects/index.ts';
import type { Frame } from '../frame.ts';
import { putFrame, takeFrame } from './frames.ts';
import { ENTRIES, NEEDED_SLOTS, SEATED, limits } from './registers.ts';
import { NUMBERS } from './slots.ts';

/**
 * Seats: slots above those of the calls, where frames of generators stay while these are suspended, so that neither to go on nor to
 * yield copies anything. What a generator calls has its frame among the other calls' (`roomFor`).
 *
 * Between two runs nobody sits: the frames are the machine's then (`vacateSeats`).
 */
export const SEAT_SLOTS = 1 << 12;

/** What stands before the frame: the function, and where the generator goes on. */
const Header = { function: -3, pc: -2, sp: -1, length: 3 } as const;

/** Those who have sat down since nobody sat. */
const sitting: GeneratorObject[] = [];
/** By function, seats that nobody needs any more. */
const free = new Map<number, number[]>();
let next = 0;

/** Gives the frame of a generator a seat, which is its first slot, and answers with its `sp`; -1 where it gets none. */
export function sitDown(generator: GeneratorObject, frame: Frame): number {
  const { index } = frame.function;
  if (!SEATED[index]) return -1;
  const seat = free.get(index)?.pop() ?? newSeat(index);
  if (seat < 0) return -1;
  sitting.push(generator);
  generator.seat = seat;
  NUMBERS[seat + Header.function] = index;
  return putFrame(frame, seat, 0);
}

function newSeat(index: number): number {
  const seat = limits.seats + next + Header.length;
  // One slot more: some instructions put what they exchange above the stack.
  const end = next + Header.length + NEEDED_SLOTS[index] + 1;
  if (end > SEAT_SLOTS) return -1;
  next = end;
  return seat;
}

/** Notes where a generator goes on that yields in its seat. */
export function rest(generator: GeneratorObject, seat: number, pc: number, sp: number): void {
  NUMBERS[seat + Header.pc] = pc;
  NUMBERS[seat + Header.sp] = sp;
  generator.rest(seat);
}

/** Where a generator goes on in its seat. */
export function placeOf(seat: number): { readonly pc: number; readonly sp: number } {
  return { pc: NUMBERS[seat + Header.pc], sp: NUMBERS[seat + Header.sp] };
}

/** Lets another generator of the function have a seat. */
export function freeSeat(index: number, seat: number): void {
  const seats = free.get(index);
  if (seats === undefined) free.set(index, [seat]);
  else seats.push(seat);
}

/** Writes the frames of all that are suspended back. */
export function vacateSeats(): void {
  if (sitting.length === 0) return;
  for (const generator of sitting) {
    const { seat, frame } = generator;
    generator.seat = -1;
    if (seat < 0 || frame === null || generator.state !== 'suspended') continue;
    takeFrame(frame, seat, NUMBERS[seat + Header.sp]);
    frame.at = (NUMBERS[seat + Header.pc] - ENTRIES[frame.function.index]) / 2;
    frame.continuation = null;
  }
  sitting.length = 0;
  free.clear();
  next = 0;
}
