import type { CallStack } from '../call-stack.ts';
import { Frame, pushResult } from '../frame.ts';
import type { LinkedProgram } from '../link.ts';
import type { Value } from '../values/index.ts';
import { CALLS, CODE, ENTRIES, FRAME_SIZES, NEEDED_SLOTS, PARAMETERS, REGISTERS, limits } from './calls.ts';
import { run } from './generated/run.ts';
import type { Image } from './image.ts';
import { SLOTS, provideReferences, putValue, valueAt } from './slots.ts';

/** What the engine has to know of a machine. */
export interface FastMachine {
  readonly linked: LinkedProgram;
  readonly image: Image;
  readonly calls: CallStack;
  readonly globalValues: (Value | undefined)[];
  readonly depthLimit: number;
}

let owner: FastMachine | null = null;

/**
 * Runs instructions of the innermost frame, and of those that it calls, as long as the fast engine knows them; at most
 * `instructions`, and some more until the next jump. Gives how many it has run. The machine's frames are as if the plain engine had run them.
 */
export function runFast(machine: FastMachine, instructions: number): number {
  const { image, calls } = machine;
  if (owner !== machine) take(machine);
  const { globalValues } = machine;
  for (let slot = 0; slot < globalValues.length; slot++) putValue(image.firstGlobal + slot, globalValues[slot]);
  const bottom = calls.innermost;
  load(bottom, image);
  limits.calls = Math.min(4 * (machine.depthLimit - calls.depth), CALLS.length - 4);
  limits.slots = SLOTS;
  run(2 * instructions);
  flush(machine, bottom);
  for (let slot = 0; slot < globalValues.length; slot++) globalValues[slot] = valueAt(image.firstGlobal + slot);
  return REGISTERS[4] / 2;
}

function take(machine: FastMachine): void {
  const { image, linked } = machine;
  owner = machine;
  CODE.set(image.code);
  provideReferences(1 << 16);
  for (const [slot, constant] of image.constants.entries()) putValue(slot, constant);
  for (const { index, plainParameters } of linked.functions) {
    ENTRIES[index] = image.entries[index];
    PARAMETERS[index] = plainParameters;
    FRAME_SIZES[index] = image.frameSizes[index];
    NEEDED_SLOTS[index] = image.neededSlots[index];
  }
}

function load({ function: { index }, locals, cells, stack, at }: Frame, { entries, firstFrame }: Image): void {
  let slot = firstFrame;
  for (const value of locals) putValue(slot++, value);
  for (const cell of cells) putValue(slot++, cell);
  for (const value of stack) putValue(slot++, value);
  REGISTERS[0] = entries[index] + 2 * at;
  REGISTERS[1] = slot;
  REGISTERS[2] = firstFrame;
  REGISTERS[3] = 0;
}

function flush(machine: FastMachine, bottom: Frame): void {
  const { image, calls, linked } = machine;
  const last = REGISTERS[3];
  let frame = bottom;
  let first = image.firstFrame;
  for (let record = 0; ; record += 4) {
    const isLast = record === last;
    const end = isLast ? REGISTERS[1] : CALLS[record + 4 + 2];
    const pc = isLast ? REGISTERS[0] : CALLS[record + 4];
    const { locals, stack, cells } = frame;
    for (let slot = 0; slot < locals.length; slot++) locals[slot] = valueAt(first + slot);
    const base = first + locals.length + cells.length;
    stack.length = end - base;
    for (let slot = base; slot < end; slot++) stack[slot - base] = valueAt(slot) as Value;
    frame.at = (pc - image.entries[frame.function.index]) / 2;
    if (isLast) return;
    first = nextFirst(record + 4, last);
    const called = linked.functions[CALLS[record + 4 + 3]];
    frame = new Frame(called, new Array<Value | undefined>(called.code.locals.length).fill(undefined), []);
    frame.deliver = pushResult;
    frame.isChecked = false;
    calls.push(frame);
  }
}

/** The first slot of the frame that a record has begun. */
function nextFirst(record: number, last: number): number {
  return record === last ? REGISTERS[2] : CALLS[record + 4 + 1];
}
