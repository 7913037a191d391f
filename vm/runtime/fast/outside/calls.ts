import { pushResult } from '../../frame.ts';
import { CALLS as BEGINNINGS, type BeginCall } from '../../handlers/index.ts';
import { spread } from '../../handlers/functions.ts';
import {
  BoundMethod,
  type Cell,
  FunctionObject,
  newFunction,
  InstanceObject,
  newInstance,
  NativeFunction,
  ClassObject,
} from '../../objects/index.ts';
import { Pending } from '../../pending.ts';
import { plainInitializer } from '../../operations/construct.ts';
import { constructObject } from '../../types/object.ts';
import type { Value } from '../../values/index.ts';
import { functionOf, running } from '../current.ts';
import { bindCells, canEnter, copyAll, enterFrame, roomFor } from '../entering.ts';
import { pushCall } from '../frames.ts';
import { raiseInLoop } from '../errors.ts';
import { attend, goOn, goTo } from '../going.ts';
import { Word } from '../generated/words.ts';
import {
  CALL_WORDS,
  CODE,
  FUSED_CODE,
  ENTRIES,
  FRAME_SIZES,
  PARAMETERS,
  PLAIN_CODE,
  RESUME_AT,
  Way,
  limits,
} from '../registers.ts';
import { settleInLoop } from '../settle.ts';
import { NO_DEFAULTS, directCallable } from '../../calls.ts';
import type { LinkedFunction, LinkedSite } from '../../link.ts';
import { NO_NAMES, fitArguments } from './arguments.ts';
import { enterAt } from './enter-function.ts';
import { callNative } from './natives.ts';
import { setMade } from '../waits.ts';
import { REFERENCES, TAGS, Tag, putReference, putValue, valueAt } from '../slots.ts';
import { window } from '../window.ts';

/** Does the call at `pc`, whatever is called and however. Answers as `operate` does. */
export function call(pc: number, sp: number, fp: number, calls: number): number {
  if (calls >= limits.calls) return Way.leave;
  const engine = running();
  const { machine } = engine;
  const caller = functionOf(calls);
  const at = (pc - ENTRIES[caller.index]) / 2;
  const begin = BEGINNINGS[caller.code.opcodes[at]] as BeginCall;
  const result = sp - caller.needs[at];
  engine.hotFrames = calls / CALL_WORDS;
  try {
    const begun = begin(machine, window.move(caller, sp, fp), caller.code.operands[at]);
    if ('frame' in begun && !begun.frame.function.isGenerator)
      return enterFrame(begun.frame, { result, back: pc + 2, fp, calls });
    const outcome = 'frame' in begun ? machine.makeGenerator(begun.frame) : begun.outcome;
    if (outcome instanceof Pending) return settleInLoop(outcome, null, pushResult, pc + 2, result, fp, calls);
    putValue(result, outcome);
    return goOn(pc, result + 1, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}

/** `CALL_FUNC` of a function that captures nothing, in a frame that is not where its arguments are. */
export function callDirect(pc: number, sp: number, fp: number, calls: number): number {
  const index = CODE[pc + 1];
  const first = sp - PARAMETERS[index];
  if (PARAMETERS[index] < 0 || first < limits.seats) return call(pc, sp, fp, calls);
  const code = running().linked.functions[index];
  return enterAt(directCallable(code, NO_CELLS), first, sp, NO_NAMES, pc, first, fp, calls) ?? call(pc, sp, fp, calls);
}

/** `CALL_FUNC` of a function of the program, with any arguments. */
export function callKnown(pc: number, sp: number, fp: number, calls: number): number {
  const caller = functionOf(calls);
  const { count, target, callee, names } = caller.sites[CODE[pc + 1]];
  const first = sp - count;
  const callable = directCallable(target as LinkedFunction, capturedCells(callee, fp + caller.code.locals.length));
  return enterAt(callable, first, sp, names, pc, first, fp, calls) ?? call(pc, sp, fp, calls);
}

/** The cells that a function captures where it is named, in a frame whose own begin at a slot. */
export function capturedCells(callee: LinkedSite['callee'], firstCell: number): readonly Cell[] {
  const { cells: numbers } = callee as { cells: readonly number[] };
  if (numbers.length === 0) return NO_CELLS;
  const cells = new Array<Cell>(numbers.length);
  for (let each = 0; each < numbers.length; each++) cells[each] = REFERENCES[firstCell + numbers[each]] as Cell;
  return cells;
}

const NO_CELLS: readonly Cell[] = [];

/** `MAKE_FUNC` without defaults of its own. */
export function makeFunction(pc: number, sp: number, fp: number, calls: number): number {
  const maker = functionOf(calls);
  const { target, callee } = maker.sites[CODE[pc + 1]];
  const cells = capturedCells(callee, fp + maker.code.locals.length);
  try {
    putReference(sp, newFunction(running().machine.heap, target as LinkedFunction, cells, NO_DEFAULTS));
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, sp + 1, fp, calls);
}

/** `CALL` of what is no function, or of one that has more to set up than its arguments. */
export function callValue(pc: number, sp: number, fp: number, calls: number): number {
  const first = sp - CODE[pc + 1];
  const callee = calledAt(first - 1);
  // Words of their own know the others.
  if (callee instanceof FunctionObject)
    return enterAt(callee, first, sp, NO_NAMES, pc, first - 1, fp, calls) ?? call(pc, sp, fp, calls);
  if (callee instanceof NativeFunction) {
    become(Word.CALL_NATIVE, pc);
    return callNative(callee, first, first - 1, pc, sp, fp, calls);
  }
  if (callee instanceof ClassObject) {
    become(Word.CALL_CLASS, pc);
    return callClass(pc, sp, fp, calls);
  }
  return enterValue(callee, first, sp, NO_NAMES, pc, fp, calls) ?? call(pc, sp, fp, calls);
}

/** `CALL` of what was a function of the machine the last time. */
export function callFunctionOfMachine(pc: number, sp: number, fp: number, calls: number): number {
  const first = sp - CODE[pc + 1];
  const callee = calledAt(first - 1);
  if (callee instanceof NativeFunction) {
    if (callee.atOnce?.(first, sp - first, first - 1)) return first;
    return callNative(callee, first, first - 1, pc, sp, fp, calls);
  }
  become(Word.CALL, pc);
  return callValue(pc, sp, fp, calls);
}

/** `CALL` of what was a class the last time. */
export function callClass(pc: number, sp: number, fp: number, calls: number): number {
  const first = sp - CODE[pc + 1];
  const callee = calledAt(first - 1);
  if (!(callee instanceof ClassObject)) {
    become(Word.CALL, pc);
    return callValue(pc, sp, fp, calls);
  }
  if (callee.atOnce?.(first, sp - first, first - 1)) return first;
  const way = enterInitializer(callee, first, sp, NO_NAMES, pc, fp, calls);
  if (way !== null) return way;
  const isMade = !(initializerOf(callee) instanceof FunctionObject);
  return isMade ? callNative(callee, first, first - 1, pc, sp, fp, calls) : call(pc, sp, fp, calls);
}

function calledAt(slot: number): unknown {
  return TAGS[slot] === Tag.Object ? REFERENCES[slot] : null;
}

/** Puts another word in the place of the one that is being done. */
export function become(word: number, pc: number): void {
  FUSED_CODE[pc] = word;
  PLAIN_CODE[pc] = word;
  CODE[pc] = Word.BY_STEP;
}

/** `CALL` with arguments by name. */
export function callValueByName(pc: number, sp: number, fp: number, calls: number): number {
  const { count, names } = functionOf(calls).sites[CODE[pc + 1]];
  const first = sp - count;
  const callee = TAGS[first - 1] === Tag.Object ? REFERENCES[first - 1] : null;
  if (callee instanceof NativeFunction || (callee instanceof ClassObject && callee.isBuiltIn))
    return callNative(callee, first, first - 1, pc, sp, fp, calls, names);
  return enterValue(callee, first, sp, names, pc, fp, calls) ?? call(pc, sp, fp, calls);
}

/** `CALL_SPREAD`: the arguments have been collected, and come to lie where the list or tuple and the dict of them are. */
export function callSpread(pc: number, sp: number, fp: number, calls: number): number {
  const callee = calledAt(sp - 3);
  const first = sp - 2;
  const placed = valueAt(first) as Value;
  const named = valueAt(first + 1) as Value;
  // What the machine itself does takes its arguments from there.
  if (callee instanceof NativeFunction || first >= limits.seats) return call(pc, sp, fp, calls);
  try {
    const { values, names } = spread(placed, named);
    const end = first + values.length;
    if (end > limits.slots) return call(pc, sp, fp, calls);
    for (let each = 0; each < values.length; each++) putValue(first + each, values[each]);
    const way = enterValue(callee, first, end, names, pc, fp, calls);
    if (way !== null) return way;
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  putValue(first, placed);
  putValue(first + 1, named);
  return call(pc, sp, fp, calls);
}

/** Enters what calls of a value of the program come to. `null`, with nothing changed, where that is more. */
function enterValue(
  callee: unknown,
  first: number,
  sp: number,
  names: readonly string[],
  pc: number,
  fp: number,
  calls: number,
): number | null {
  if (callee instanceof FunctionObject) return enterAt(callee, first, sp, names, pc, first - 1, fp, calls);
  if (callee instanceof ClassObject) return enterInitializer(callee, first, sp, names, pc, fp, calls);
  if (callee instanceof InstanceObject) {
    const method = callee.class.lookUpOwn('__call__');
    return method instanceof FunctionObject ? enterAt(method, first - 1, sp, names, pc, first - 1, fp, calls) : null;
  }
  if (!(callee instanceof BoundMethod) || !(callee.function instanceof FunctionObject)) return null;
  // The object comes to be the first argument.
  putValue(first - 1, callee.self);
  const way = enterAt(callee.function, first - 1, sp, names, pc, first - 1, fp, calls);
  if (way === null) putReference(first - 1, callee);
  return way;
}

/** Makes an object of a class of the program, and enters its `__init__`. */
function enterInitializer(
  type: ClassObject,
  first: number,
  sp: number,
  names: readonly string[],
  pc: number,
  fp: number,
  calls: number,
): number | null {
  const initialize = initializerOf(type);
  if (initialize instanceof NativeFunction && initialize === plainInitializer() && first === sp)
    return makePlain(type, first - 1, pc, sp, fp, calls);
  if (!(initialize instanceof FunctionObject)) return null;
  const { index, code, isGenerator, restSlot, namedSlot } = initialize.code;
  const room = roomFor(first - 1, calls);
  // The object comes before what collects the other arguments, so that must not be made when these are fitted.
  if (isGenerator || restSlot >= 0 || namedSlot >= 0 || !canEnter(index, room, calls)) return null;
  try {
    if (room !== first - 1) copyAll(first - 1, sp, room);
    if (!fitArguments(initialize, room, sp - first + 1, names)) return null;
    const made = newInstance(running().machine.heap, type);
    putReference(room, made);
    bindCells(initialize, room, code.parameters.length);
    const record = pushCall(index, first - 1, RESUME_AT, fp, calls);
    setMade(record, made, pc + 2);
    goTo(ENTRIES[index], room + FRAME_SIZES[index], room, record);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return attend(Way.elsewhere);
}

/** Makes an object that nothing initializes. */
function makePlain(type: ClassObject, result: number, pc: number, sp: number, fp: number, calls: number): number {
  try {
    putReference(result, newInstance(running().machine.heap, type));
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, result + 1, fp, calls);
}

/** What initializes the objects of a class, where these are plain ones. */
function initializerOf(type: ClassObject): Value | undefined {
  return type.construct === constructObject ? type.initializer : undefined;
}
