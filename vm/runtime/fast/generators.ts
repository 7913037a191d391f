import type { GeneratorObject } from '../objects/index.ts';
import type { Value } from '../values/index.ts';
import { running } from './current.ts';
import { canEnter, pushCall, type Caller } from './entering.ts';
import { putFrame } from './frames.ts';
import { goTo } from './going.ts';
import { ENTRIES } from './registers.ts';
import { putValue } from './slots.ts';

/** Runs a generator on, as a call of the loop. False, with nothing changed, where only the machine can. */
export function drive(generator: GeneratorObject, value: Value, { result, back, fp, calls }: Caller): boolean {
  const { frame, state } = generator;
  if (frame === null || state === 'running' || (state === 'created' && value !== null)) return false;
  const { index } = frame.function;
  if (!canEnter(index, result, calls)) return false;
  generator.enter(running().machine.heap, 'running');
  const record = pushCall(index, result, back, fp, calls);
  let sp = putFrame(frame, result, record);
  if (state === 'suspended') putValue(sp++, value);
  goTo(ENTRIES[index] + 2 * frame.at, sp, result, record);
  return true;
}
