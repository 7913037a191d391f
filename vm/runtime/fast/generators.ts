import type { GeneratorObject } from '../objects/index.ts';
import type { Value } from '../values/index.ts';
import { running } from './current.ts';
import { canEnter, pushCall, roomFor, type Caller } from './entering.ts';
import { putFrame } from './frames.ts';
import { goTo } from './going.ts';
import { ENTRIES } from './registers.ts';
import { placeOf, sitDown } from './seats.ts';
import { putValue } from './slots.ts';

/** Runs a generator on, as a call of the loop. False, with nothing changed, where only the machine can. */
export function drive(generator: GeneratorObject, value: Value, { result, back, fp, calls }: Caller): boolean {
  const { frame, state } = generator;
  if (frame === null || state === 'running' || (state === 'created' && value !== null)) return false;
  const { index } = frame.function;
  const room = roomFor(result, calls);
  if (!canEnter(index, room, calls)) return false;
  let sp: number;
  let pc = ENTRIES[index] + 2 * frame.at;
  let first = generator.seat;
  if (first < 0) {
    sp = sitDown(generator, frame);
    first = sp < 0 ? room : generator.seat;
  } else {
    ({ pc, sp } = placeOf(first));
  }
  const record = pushCall(index, result, back, fp, calls);
  if (sp < 0) sp = putFrame(frame, room, record);
  generator.enter(running().machine.heap, 'running');
  generator.goOn();
  if (state === 'suspended') putValue(sp++, value);
  goTo(pc, sp, first, record);
  return true;
}
