import type { Callable } from '../calls.ts';
import type { Frame } from '../frame.ts';
import { putNew } from '../heap/put-new.ts';
import { GeneratorObject } from '../objects/index.ts';
import type { Value } from '../values/index.ts';
import { running } from './current.ts';
import { canEnter, capture, roomFor, type Caller } from './entering.ts';
import { pushCall, putFrame } from './frames.ts';
import { goTo } from './going.ts';
import { CALL_WORDS, ENTRIES, FRAME_SIZES, REGISTERS, Register, Seat, TRIES_END, TRY_WORDS } from './registers.ts';
import { reserveSeat, setUpTries, sitDown } from './seats.ts';
import { NUMBERS, push, putValue, unbind } from './slots.ts';

/** Runs a generator on, as a call of the loop. False, with nothing changed, where only the machine can. */
export function drive(generator: GeneratorObject, value: Value, caller: Caller): boolean {
  return driveInSeat(generator, value, caller) || driveAbove(generator, value, caller);
}

/** The same for who finds the generator by its seat. False, with nothing changed, also where it gets none. */
export function driveInSeat(generator: GeneratorObject, value: Value, caller: Caller): boolean {
  if (!mayGoOn(generator, value, caller)) return false;
  const record = caller.calls + CALL_WORDS;
  const { frame, seat } = generator;
  if (seat >= 0) {
    setUpTries(seat, record);
    goOnAt(generator, value, NUMBERS[seat + Seat.pc], NUMBERS[seat + Seat.sp], seat, caller);
    NUMBERS[seat + Seat.gets] = 1;
    return true;
  }
  const sp = frame === null ? -1 : sitDown(generator, frame, record);
  if (sp < 0) return false;
  goOnAt(generator, value, pcOf(frame as Frame), sp, generator.seat, caller);
  return true;
}

/** Copies the frame of a generator to where that of a function would be. */
function driveAbove(generator: GeneratorObject, value: Value, caller: Caller): boolean {
  const { frame } = generator;
  if (frame === null || !mayGoOn(generator, value, caller)) return false;
  const triesEnd = REGISTERS[Register.tries] + TRY_WORDS * frame.handlers.length;
  if (triesEnd > TRIES_END) return false;
  const fp = roomFor(caller.result, caller.calls);
  const sp = putFrame(frame, fp, caller.calls + CALL_WORDS);
  goOnAt(generator, value, pcOf(frame), sp, fp, caller);
  return true;
}

function mayGoOn({ state, function: { index } }: GeneratorObject, value: Value, caller: Caller): boolean {
  if (state === 'finished' || state === 'running' || (state === 'created' && value !== null)) return false;
  return canEnter(index, roomFor(caller.result, caller.calls), caller.calls);
}

function pcOf({ at, function: { index } }: Frame): number {
  return ENTRIES[index] + 2 * at;
}

/** Records the call, and goes on where the generator is; a `YIELD` where it stands gets the value. */
function goOnAt(
  generator: GeneratorObject,
  value: Value,
  pc: number,
  sp: number,
  fp: number,
  { result, back, fp: callerFp, calls }: Caller,
): void {
  const isAtYield = generator.state === 'suspended';
  const record = pushCall(generator.function.index, result, back, callerFp, calls);
  generator.enter(running().machine.heap, 'running');
  generator.goOn();
  if (isAtYield) putValue(sp, value);
  goTo(pc, isAtYield ? sp + 1 : sp, fp, record);
}

/**
 * Makes the generator of a call whose arguments, as many as it has parameters, are in the slots from `first` up to `end`, with its
 * frame in a seat; `null` where it gets none.
 */
export function makeInSeat({ code, cells }: Callable, first: number, end: number): GeneratorObject | null {
  const generator = new GeneratorObject(code, null);
  const seat = reserveSeat(generator);
  if (seat < 0) return null;
  const frameEnd = seat + FRAME_SIZES[code.index];
  for (let slot = first; slot < end; slot++) push(seat + slot - first, slot);
  unbind(seat + end - first, frameEnd);
  capture(cells, frameEnd);
  return putNew(running().machine.heap, generator);
}
