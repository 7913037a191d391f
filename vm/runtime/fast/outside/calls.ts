import { pushResult } from '../../frame.ts';
import { CALLS as BEGINNINGS, type BeginCall } from '../../handlers/index.ts';
import { type Cell, FunctionObject, InstanceObject, NativeFunction, ClassObject } from '../../objects/index.ts';
import { initialized } from '../../operations/construct.ts';
import { Pending, type Continuation } from '../../pending.ts';
import { constructObject } from '../../types/object.ts';
import type { Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { bindCells, canEnter, enterFrame, pushCall } from '../entering.ts';
import { raiseInLoop } from '../errors.ts';
import { attend, goOn, goTo } from '../going.ts';
import { CALLS, CALL_WORDS, CODE, Call, ENTRIES, FRAME_SIZES, RESUME_AT, Way, limits } from '../registers.ts';
import { settleInLoop } from '../settle.ts';
import { directCallable, type Callable } from '../../calls.ts';
import type { LinkedFunction } from '../../link.ts';
import { learned } from '../sites.ts';
import { callNative, callNativeMethod, isKnownType } from './natives.ts';
import { setWait } from '../waits.ts';
import { REFERENCES, TAGS, Tag, putReference, putValue, valueAt } from '../slots.ts';
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
  if (!isKnownType(site, object) && object instanceof InstanceObject) {
    const lesson = site.recall(object) ?? site.learnMethod(object);
    if (lesson === null) return call(pc, sp, fp, calls);
    return enterAt(lesson.method as FunctionObject, self, sp, { pc, result: self, fp, calls });
  }
  return callNativeMethod(site, object, pc, sp, fp, calls) ?? call(pc, sp, fp, calls);
}

interface Place {
  readonly pc: number;
  readonly result: number;
  readonly fp: number;
  readonly calls: number;
}

/** Enters a function whose arguments are in the slots from `first` up to `sp`. */
function enterAt(callee: Callable, first: number, sp: number, { pc, result, fp, calls }: Place): number {
  const { index, plainParameters, code, isGenerator } = callee.code;
  if (plainParameters !== code.parameters.length || isGenerator || !canEnter(index, first, calls))
    return call(pc, sp, fp, calls);
  if (sp - first !== plainParameters && !putDefaults(callee, first, sp - first)) return call(pc, sp, fp, calls);
  try {
    bindCells(callee, first, plainParameters);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  const record = pushCall(index, result, pc + 2, fp, calls);
  goTo(ENTRIES[index], first + FRAME_SIZES[index], first, record);
  return attend(Way.elsewhere);
}

/** Gives the parameters behind those that are given their defaults. False where one has none, or there are too many arguments. */
function putDefaults(
  { code: { plainParameters, defaults }, defaults: own }: Callable,
  first: number,
  given: number,
): boolean {
  for (let slot = given; slot < plainParameters; slot++) {
    let value = own.get(slot);
    if (value === undefined) value = defaults.get(slot);
    if (value === undefined) return false;
    putValue(first + slot, value);
  }
  return given <= plainParameters;
}

/** `CALL_FUNC` of a function of the program, with arguments by place. */
export function callKnown(pc: number, sp: number, fp: number, calls: number): number {
  const { linked } = running();
  const caller = linked.functions[CALLS[calls + Call.function]];
  const { count, target, callee } = caller.sites[caller.code.operands[(pc - ENTRIES[caller.index]) / 2]];
  const { cells } = callee as { cells: readonly number[] };
  const firstCell = fp + caller.code.locals.length;
  const captured = cells.length === 0 ? NO_CELLS : cells.map(cell => REFERENCES[firstCell + cell] as Cell);
  const first = sp - count;
  return enterAt(directCallable(target as LinkedFunction, captured), first, sp, { pc, result: first, fp, calls });
}

const NO_CELLS: readonly Cell[] = [];

/** `CALL` of what is no function; of a class of the program it makes an object, and calls its `__init__`. */
export function callValue(pc: number, sp: number, fp: number, calls: number): number {
  const engine = running();
  const count = CODE[pc + 1];
  const first = sp - count;
  const type = TAGS[first - 1] === Tag.Object ? REFERENCES[first - 1] : null;
  if (type instanceof NativeFunction) return callNative(type, first, first - 1, pc, sp, fp, calls);
  if (!(type instanceof ClassObject)) return call(pc, sp, fp, calls);
  if (type.isBuiltIn) return callNative(type, first, first - 1, pc, sp, fp, calls);
  const initialize = type.construct === constructObject ? type.lookUp('__init__') : undefined;
  if (!(initialize instanceof FunctionObject)) return call(pc, sp, fp, calls);
  const { index, plainParameters, code, isGenerator } = initialize.code;
  const isPlain = plainParameters === code.parameters.length && count + 1 === plainParameters && !isGenerator;
  if (!isPlain || !canEnter(index, first - 1, calls)) return call(pc, sp, fp, calls);
  try {
    const made = engine.machine.allocate(new InstanceObject(type));
    putReference(first - 1, made);
    bindCells(initialize, first - 1, count + 1);
    const record = pushCall(index, first - 1, RESUME_AT, fp, calls);
    const chain = { step: initialized as unknown as Continuation['step'], data: [made], next: null };
    setWait(record, { chain, deliver: pushResult, back: pc + 2, generator: null });
    goTo(ENTRIES[index], first - 1 + FRAME_SIZES[index], first - 1, record);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return attend(Way.elsewhere);
}

/** `CALL` of a function that has more to set up than its arguments. */
export function callFunction(pc: number, sp: number, fp: number, calls: number): number {
  const first = sp - CODE[pc + 1];
  return enterAt(REFERENCES[first - 1] as FunctionObject, first, sp, { pc, result: first - 1, fp, calls });
}
