import { Frame, pushResult } from '../../frame.ts';
import { CALLS as BEGINNINGS, type BeginCall } from '../../handlers/index.ts';
import {
  type Cell,
  FunctionObject,
  type GeneratorObject,
  InstanceObject,
  ROOMY_INSTANCE_BYTES,
  NativeFunction,
  ClassObject,
} from '../../objects/index.ts';
import { Pending } from '../../pending.ts';
import { constructObject } from '../../types/object.ts';
import type { Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { bindCells, canEnter, copyAll, enterFrame, pushCall, roomFor } from '../entering.ts';
import { raiseInLoop } from '../errors.ts';
import { Word } from '../generated/words.ts';
import { makeInSeat } from '../generators.ts';
import { attend, goOn, goTo } from '../going.ts';
import {
  CALLS,
  CALL_WORDS,
  CODE,
  Call,
  DEFAULTS,
  ENTRIES,
  FRAME_SIZES,
  PARAMETERS,
  PLAIN_CODE,
  RESUME_AT,
  Way,
  limits,
} from '../registers.ts';
import { settleInLoop } from '../settle.ts';
import { NO_DEFAULTS, directCallable, type Callable } from '../../calls.ts';
import type { LinkedFunction, LinkedSite } from '../../link.ts';
import { learned } from '../sites.ts';
import { append, callNative, callNativeMethod, isAppend, isKnownType, learnNative, valuesFrom } from './natives.ts';
import { setMade } from '../waits.ts';
import { REFERENCES, TAGS, Tag, push, putReference, putValue, valueAt } from '../slots.ts';
import { window } from '../window.ts';

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

/** `CALL_METHOD` of a method that is called by place. */
export function callMethod(pc: number, sp: number, fp: number, calls: number): number {
  const site = learned.sites[CODE[pc + 1]];
  const self = sp - 1 - site.count;
  const object = valueAt(self) as Value;
  const isKnown = isKnownType(site, object);
  if (!isKnown && object instanceof InstanceObject) {
    const lesson = site.recall(object) ?? site.learnMethod(object);
    if (lesson === null) return call(pc, sp, fp, calls);
    return enterAt(lesson.method as FunctionObject, self, sp, pc, self, fp, calls);
  }
  if (!isKnown) learnNative(site, object);
  if (isAppend(site)) {
    CODE[pc] = Word.CALL_APPEND;
    PLAIN_CODE[pc] = Word.CALL_APPEND;
    return append(pc, sp, fp, calls);
  }
  return callNativeMethod(site, object, pc, sp, fp, calls) ?? call(pc, sp, fp, calls);
}

/** Enters a function whose arguments are in the slots from `first` up to `sp`. */
function enterAt(
  callee: Callable,
  first: number,
  sp: number,
  pc: number,
  result: number,
  fp: number,
  calls: number,
): number {
  const { index, plainParameters, code, isGenerator } = callee.code;
  if (isGenerator) return makeGenerator(callee, first, sp, pc, result, fp, calls);
  const room = roomFor(first, calls);
  if (plainParameters !== code.parameters.length || !canEnter(index, room, calls)) return call(pc, sp, fp, calls);
  if (room !== first) copyAll(first, sp, room);
  const given = sp - first;
  if (given !== plainParameters && !putDefaults(callee, room, given)) return call(pc, sp, fp, calls);
  try {
    bindCells(callee, room, plainParameters);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  const record = pushCall(index, result, pc + 2, fp, calls);
  goTo(ENTRIES[index], room + FRAME_SIZES[index], room, record);
  return attend(Way.elsewhere);
}

/** Calls a generator function, whose arguments are in the slots from `first` up to `sp`. */
function makeGenerator(
  callee: Callable,
  first: number,
  sp: number,
  pc: number,
  result: number,
  fp: number,
  calls: number,
): number {
  const { plainParameters, code } = callee.code;
  const given = sp - first;
  const isPlain = plainParameters === code.parameters.length && given === plainParameters && code.cells.length === 0;
  if (!isPlain) return call(pc, sp, fp, calls);
  try {
    const generator = makeInSeat(callee, first, sp) ?? makeWithFrame(callee, first, sp);
    putReference(result, generator);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, result + 1, fp, calls);
}

function makeWithFrame({ code, cells }: Callable, first: number, end: number): GeneratorObject {
  const locals: (Value | undefined)[] = valuesFrom(first, end);
  while (locals.length < code.code.locals.length) locals.push(undefined);
  return running().machine.makeGenerator(new Frame(code, locals, cells));
}

/** Gives the parameters behind those that are given their defaults. False where one has none, or there are too many arguments. */
function putDefaults({ code: { plainParameters, index }, defaults }: Callable, first: number, given: number): boolean {
  for (let slot = given; slot < plainParameters; slot++) {
    const own = defaults === NO_DEFAULTS ? undefined : defaults.get(slot);
    const from = DEFAULTS[index] + slot;
    if (own !== undefined) putValue(first + slot, own);
    else if (TAGS[from] === Tag.Unbound) return false;
    else push(first + slot, from);
  }
  return given <= plainParameters;
}

/** `CALL_FUNC` of a function that captures nothing, in a frame that is not where its arguments are. */
export function callDirect(pc: number, sp: number, fp: number, calls: number): number {
  const index = CODE[pc + 1];
  const first = sp - PARAMETERS[index];
  if (PARAMETERS[index] < 0 || first < limits.seats) return call(pc, sp, fp, calls);
  const code = running().linked.functions[index];
  return enterAt(directCallable(code, NO_CELLS), first, sp, pc, first, fp, calls);
}

/** `CALL_FUNC` of a function of the program, with arguments by place. */
export function callKnown(pc: number, sp: number, fp: number, calls: number): number {
  const { linked } = running();
  const caller = linked.functions[CALLS[calls + Call.function]];
  const { count, target, callee } = caller.sites[caller.code.operands[(pc - ENTRIES[caller.index]) / 2]];
  const first = sp - count;
  const callable = directCallable(target as LinkedFunction, capturedCells(callee, fp + caller.code.locals.length));
  return enterAt(callable, first, sp, pc, first, fp, calls);
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
  const { machine, linked } = running();
  const maker = linked.functions[CALLS[calls + Call.function]];
  const { target, callee } = maker.sites[CODE[pc + 1]];
  const cells = capturedCells(callee, fp + maker.code.locals.length);
  try {
    putReference(sp, machine.allocate(new FunctionObject(target as LinkedFunction, cells, NO_DEFAULTS)));
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, sp + 1, fp, calls);
}

/** `CALL` of what is no function; of a class of the program it makes an object, and calls its `__init__`. */
export function callValue(pc: number, sp: number, fp: number, calls: number): number {
  const { machine } = running();
  const count = CODE[pc + 1];
  const first = sp - count;
  const type = TAGS[first - 1] === Tag.Object ? REFERENCES[first - 1] : null;
  if (type instanceof NativeFunction) return callNative(type, first, first - 1, pc, sp, fp, calls);
  if (!(type instanceof ClassObject)) return call(pc, sp, fp, calls);
  const initialize = type.construct === constructObject ? type.initializer : undefined;
  if (!(initialize instanceof FunctionObject)) return callNative(type, first, first - 1, pc, sp, fp, calls);
  const { index, plainParameters, code, isGenerator } = initialize.code;
  const isPlain = plainParameters === code.parameters.length && count + 1 === plainParameters && !isGenerator;
  const room = roomFor(first - 1, calls);
  if (!isPlain || !canEnter(index, room, calls)) return call(pc, sp, fp, calls);
  try {
    const made = machine.heap.add(new InstanceObject(type, true), ROOMY_INSTANCE_BYTES);
    if (room !== first - 1) copyAll(first, sp, room + 1);
    putReference(room, made);
    bindCells(initialize, room, count + 1);
    const record = pushCall(index, first - 1, RESUME_AT, fp, calls);
    setMade(record, made, pc + 2);
    goTo(ENTRIES[index], room + FRAME_SIZES[index], room, record);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return attend(Way.elsewhere);
}

/** `CALL` of a function that has more to set up than its arguments. */
export function callFunction(pc: number, sp: number, fp: number, calls: number): number {
  const first = sp - CODE[pc + 1];
  return enterAt(REFERENCES[first - 1] as FunctionObject, first, sp, pc, first - 1, fp, calls);
}
