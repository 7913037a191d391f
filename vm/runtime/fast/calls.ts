import { pushResult, type Frame } from '../frame.ts';
import { CALLS as BEGINNINGS, type BeginCall } from '../handlers/index.ts';
import { Cell, type FunctionObject } from '../objects/index.ts';
import { Pending } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { running } from './engine.ts';
import { raiseInLoop } from './errors.ts';
import { putFrame } from './frames.ts';
import { goOn, goTo } from './operate.ts';
import { CALLS, CALL_WORDS, CODE, Call, ENTRIES, FRAME_SIZES, NEEDED_SLOTS, Way, limits } from './registers.ts';
import { settleInLoop } from './settle.ts';
import { REFERENCES, Tag, putReference, putValue, unbind, valueAt } from './slots.ts';
import { window } from './window.ts';

/** Does the call at `pc`, whatever is called and however. Answers as `operate` does. */
export function call(pc: number, sp: number, fp: number, calls: number): number {
  if (calls >= limits.calls) return Way.leave;
  const engine = running();
  const { machine, linked } = engine;
  const caller = linked.functions[CALLS[calls + Call.function]];
  const at = (pc - ENTRIES[caller.index]) / 2;
  const begin = BEGINNINGS[caller.code.opcodes[at]] as BeginCall;
  const result = sp - caller.needs[at];
  engine.hotFrames = calls / CALL_WORDS;
  try {
    const begun = begin(machine, window.move(caller, sp, fp), caller.code.operands[at]);
    if ('frame' in begun && !begun.frame.function.isGenerator) return enterFrame(begun.frame, { result, back: pc + 2, fp, calls });
    const outcome = 'frame' in begun ? machine.makeGenerator(begun.frame) : begun.outcome;
    if (outcome instanceof Pending) return settleInLoop({ outcome, chain: null, deliver: pushResult, back: pc + 2, result, fp, calls });
    putValue(result, outcome);
    return goOn(pc, result + 1, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}

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
  return running().image.isFast[index] && first + NEEDED_SLOTS[index] <= limits.slots && calls < limits.calls;
}

/** Goes on in a frame that has been made for a call. */
function enterFrame(frame: Frame, { result, back, fp, calls }: Caller): number {
  const { index } = frame.function;
  if (!canEnter(index, result, calls)) {
    running().parked = { kind: 'call', frame };
    goTo(back, result, fp, calls);
    return Way.stop;
  }
  const record = pushCall(index, result, back, fp, calls);
  goTo(ENTRIES[index], putFrame(frame, result, record), result, record);
  return attend(Way.elsewhere);
}

/** The same, or the way back to the machine where the heap is due. */
export function attend(way: number): number {
  return running().machine.heap.isDue ? Way.stop : way;
}

/**
 * Begins a call of a function of the program whose arguments fit as they are. False, with nothing changed, where the loop
 * cannot: the machine then does it.
 */
export function enterFunction(callee: FunctionObject, values: readonly Value[], { result, back, fp, calls }: Caller): boolean {
  const { index, plainParameters, code, isGenerator } = callee.code;
  const isPlain = plainParameters === code.parameters.length && values.length === plainParameters && !isGenerator;
  if (!isPlain || !canEnter(index, result, calls)) return false;
  for (let slot = 0; slot < values.length; slot++) putValue(result + slot, values[slot]);
  bindCells(callee, result, values.length);
  const record = pushCall(index, result, back, fp, calls);
  goTo(ENTRIES[index], result + FRAME_SIZES[index], result, record);
  return true;
}

/** Sets up what lies behind the arguments of a function, which are in the first slots: other locals, and cells. */
export function bindCells(callee: FunctionObject, first: number, given: number): void {
  const { code, index, cellCount } = callee.code;
  const end = first + FRAME_SIZES[index];
  unbind(first + given, end);
  if (cellCount === 0) return;
  const { machine } = running();
  let slot = first + code.locals.length;
  for (const { parameter } of code.cells) {
    putReference(slot++, Tag.Other, machine.allocate(new Cell(parameter < 0 ? undefined : valueAt(first + parameter))));
  }
  for (const cell of callee.cells) putReference(slot++, Tag.Other, cell);
}

/** Adds a record; answers with its place. */
export function pushCall(index: number, result: number, back: number, fp: number, calls: number): number {
  const record = calls + CALL_WORDS;
  CALLS[record + Call.back] = back;
  CALLS[record + Call.fp] = fp;
  CALLS[record + Call.result] = result;
  CALLS[record + Call.function] = index;
  return record;
}

/**
 * Does the `CALL` or `CALL_FUNC` at `pc` of a function whose arguments are in the slots from `first` on; what it takes besides
 * are cells.
 */
export function callFunction(pc: number, sp: number, fp: number, calls: number): number {
  const callee = REFERENCES[sp - 1 - CODE[pc + 1]] as FunctionObject;
  const { index, plainParameters, code, isGenerator } = callee.code;
  const count = CODE[pc + 1];
  const isPlain = plainParameters === code.parameters.length && count === plainParameters && !isGenerator;
  const first = sp - count;
  if (!isPlain || !canEnter(index, first, calls)) return call(pc, sp, fp, calls);
  try {
    bindCells(callee, first, count);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  const record = pushCall(index, first - 1, pc + 2, fp, calls);
  goTo(ENTRIES[index], first + FRAME_SIZES[index], first, record);
  return attend(Way.elsewhere);
}
