import type { Frame } from '../frame.ts';
import type { GeneratorObject } from '../objects/index.ts';
import type { Value } from '../values/index.ts';
import { running } from './current.ts';
import { canEnter, pushCall, roomFor, type Caller } from './entering.ts';
import { putFrame } from './frames.ts';
import { goTo } from './going.ts';
import { CALL_WORDS, ENTRIES, REGISTERS, Register, TRIES_END, TRY_WORDS } from './registers.ts';
import { placeOf, setUpTries, sitDown } from './seats.ts';
import { putValue } from './slots.ts';

/** Runs a generator on, as a call of the loop. False, with nothing changed, where only the machine can. */
export function drive(generator: GeneratorObject, value: Value, caller: Caller): boolean {
  return driveInSeat(generator, value, caller) || driveAbove(generator, value, caller);
}

/** The same for who finds the generator by its seat. False, with nothing changed, also where it gets none. */
export function driveInSeat(generator: GeneratorObject, value: Value, caller: Caller): boolean {
  const { frame } = generator;
  if (frame === null || !mayGoOn(generator, frame, value, caller)) return false;
  const record = caller.calls + CALL_WORDS;
  if (generator.seat >= 0) {
    const { seat } = generator;
    const { pc, sp } = placeOf(seat);
    setUpTries(seat, record);
    begin(generator, frame, value, { pc, sp, fp: seat }, caller);
    return true;
  }
  const sp = sitDown(generator, frame, record);
  if (sp < 0) return false;
  begin(generator, frame, value, { pc: pcOf(frame), sp, fp: generator.seat }, caller);
  return true;
}

/** Copies the frame of a generator to where that of a function would be. */
function driveAbove(generator: GeneratorObject, value: Value, caller: Caller): boolean {
  const { frame } = generator;
  if (frame === null || !mayGoOn(generator, frame, value, caller)) return false;
  const triesEnd = REGISTERS[Register.tries] + TRY_WORDS * frame.handlers.length;
  if (triesEnd > TRIES_END) return false;
  const fp = roomFor(caller.result, caller.calls);
  const sp = putFrame(frame, fp, caller.calls + CALL_WORDS);
  begin(generator, frame, value, { pc: pcOf(frame), sp, fp }, caller);
  return true;
}

function mayGoOn({ state }: GeneratorObject, { function: { index } }: Frame, value: Value, caller: Caller): boolean {
  if (state === 'running' || (state === 'created' && value !== null)) return false;
  return canEnter(index, roomFor(caller.result, caller.calls), caller.calls);
}

function pcOf({ at, function: { index } }: Frame): number {
  return ENTRIES[index] + 2 * at;
}

interface Place {
  readonly pc: number;
  readonly sp: number;
  readonly fp: number;
}

/** Records the call, and goes on where the generator is; a `YIELD` where it stands gets the value. */
function begin(
  generator: GeneratorObject,
  { function: { index } }: Frame,
  value: Value,
  { pc, sp, fp }: Place,
  caller: Caller,
): void {
  const { state } = generator;
  const record = pushCall(index, caller.result, caller.back, caller.fp, caller.calls);
  generator.enter(running().machine.heap, 'running');
  generator.goOn();
  if (state === 'suspended') putValue(sp, value);
  goTo(pc, state === 'suspended' ? sp + 1 : sp, fp, record);
}
