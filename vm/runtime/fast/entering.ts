import type { Callable } from '../calls.ts';
import type { Frame } from '../frame.ts';
import { Cell, type FunctionObject } from '../objects/index.ts';
import type { Value } from '../values/index.ts';
import { running } from './current.ts';
import { pushCall, putFrame } from './frames.ts';
import { attend, goTo, park } from './going.ts';
import { CALLS, CALL_WORDS, Call, ENTRIES, FRAME_SIZES, NEEDED_SLOTS, Way, limits } from './registers.ts';
import { push, putReference, putValue, unbind, valueAt } from './slots.ts';

/** Where a call begins and where it goes back to. */
export interface Caller {
  /** The slot that gets the result, and the first that is free. */
  readonly result: number;
  readonly back: number;
  readonly fp: number;
  readonly calls: number;
}

/** Whether the loop has room for a call of a function whose frame begins at a slot, and may run it. */
export function canEnter(index: number, first: number, calls: number): boolean {
  const engine = running();
  if (!(engine.isChecking || engine.image.isProven[index]) || calls >= limits.calls) return false;
  const end = first + NEEDED_SLOTS[index];
  return end <= limits.slots || engine.addSlots(end);
}

/**
 * Where the frame of a call begins whose arguments are in the slots from `slot` on: there, unless the caller is a generator in its
 * seat; then above all other frames.
 */
export function roomFor(slot: number, calls: number): number {
  let room = slot;
  for (let record = calls; room >= limits.seats; record -= CALL_WORDS) room = CALLS[record + Call.result];
  return room;
}

/** Goes on in a frame that has been made for a call. */
export function enterFrame(frame: Frame, { result, back, fp, calls }: Caller): number {
  const { index } = frame.function;
  const first = roomFor(result, calls);
  if (!canEnter(index, first, calls)) {
    return park({ kind: 'call', frame }, back, result, fp, calls);
  }
  const record = pushCall(index, result, back, fp, calls);
  goTo(ENTRIES[index], putFrame(frame, first, record), first, record);
  return attend(Way.elsewhere);
}

/**
 * Begins a call of a function of the program whose arguments fit as they are. False, with nothing changed, where the loop
 * cannot: the machine then does it.
 */
export function enterFunction(
  callee: FunctionObject,
  values: readonly Value[],
  { result, back, fp, calls }: Caller,
): boolean {
  const { index, plainParameters, code, isGenerator } = callee.code;
  const isPlain = plainParameters === code.parameters.length && values.length === plainParameters && !isGenerator;
  const first = roomFor(result, calls);
  if (!isPlain || !canEnter(index, first, calls)) return false;
  for (let slot = 0; slot < values.length; slot++) putValue(first + slot, values[slot]);
  bindCells(callee, first, values.length);
  const record = pushCall(index, result, back, fp, calls);
  goTo(ENTRIES[index], first + FRAME_SIZES[index], first, record);
  return true;
}

/** Sets up what lies behind the arguments of a function, which are in the first slots: other locals, and cells. */
export function bindCells(callee: Callable, first: number, given: number): void {
  const { code, index, cellCount } = callee.code;
  const end = first + FRAME_SIZES[index];
  unbind(first + given, end);
  if (cellCount === 0) return;
  if (code.cells.length > 0) makeCells(code.cells, first, first + code.locals.length);
  capture(callee.cells, end);
}

/** Makes the cells of a call in the slots from `slot` on; its arguments are in those from `first` on. */
function makeCells(cells: Callable['code']['code']['cells'], first: number, slot: number): void {
  const { heap } = running().machine;
  for (let each = 0; each < cells.length; each++) {
    const { parameter } = cells[each];
    putReference(slot + each, heap.allocate(new Cell(parameter < 0 ? undefined : valueAt(first + parameter))));
  }
}

/** Puts cells into the slots below `end`. */
export function capture(cells: readonly Cell[], end: number): void {
  const first = end - cells.length;
  for (let each = 0; each < cells.length; each++) putReference(first + each, cells[each]);
}

/** Copies the slots from `first` up to `end` to those from `to` on. */
export function copyAll(first: number, end: number, to: number): void {
  for (let slot = first; slot < end; slot++) push(to + slot - first, slot);
}
