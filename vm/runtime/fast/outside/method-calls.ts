import {
  ClassObject,
  FunctionObject,
  GeneratorObject,
  MethodWrapper,
  NativeGetter,
  PropertyObject,
  ShapedObject,
} from '../../objects/index.ts';
import { typeNamed } from '../../types/registry.ts';
import type { Value } from '../../values/index.ts';
import { functionOf, running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { Word } from '../generated/words.ts';
import { driveInSeat } from '../generators.ts';
import { attend, goOn } from '../going.ts';
import { CALL_WORDS, CODE, Way } from '../registers.ts';
import { learned, type MethodInSlots } from '../sites.ts';
import { putReference, putValue, valueAt } from '../slots.ts';
import { NO_NAMES } from './arguments.ts';
import { become, call } from './calls.ts';
import { enterAt } from './enter-function.ts';
import {
  append,
  callNativeByName,
  callNativeMethod,
  isAppend,
  isKnownAt,
  isKnownType,
  learnNative,
} from './natives.ts';

/** `CALL_METHOD` of a method that is called by place. */
export function callMethod(pc: number, sp: number, fp: number, calls: number): number {
  const site = learned.sites[CODE[pc + 1]];
  const self = sp - 1 - site.count;
  const object = valueAt(self) as Value;
  const isKnown = isKnownType(site, object);
  if (!isKnown && object instanceof ShapedObject) {
    const lesson = site.recall(object) ?? site.learnMethod(object);
    const way =
      lesson === null
        ? enterMember(object, site.name, self, sp, NO_NAMES, pc, fp, calls)
        : enterAt(lesson.method as FunctionObject, self, sp, NO_NAMES, pc, self, fp, calls);
    return way ?? call(pc, sp, fp, calls);
  }
  if (!isKnown && object instanceof ClassObject)
    return enterMember(object, site.name, self, sp, NO_NAMES, pc, fp, calls) ?? call(pc, sp, fp, calls);
  if (object instanceof GeneratorObject && site.name === 'send' && site.count === 1) {
    const value = valueAt(sp - 1) as Value;
    if (driveInSeat(object, value, { result: self, back: pc + 2, fp, calls })) return attend(Way.elsewhere);
  }
  if (!isKnown) learnNative(site, object);
  if (isAppend(site)) {
    become(Word.CALL_APPEND, pc);
    return append(pc, sp, fp, calls);
  }
  if (site.inSlots !== null) become(Word.CALL_IN_SLOTS, pc);
  return callNativeMethod(site, object, pc, sp, fp, calls) ?? call(pc, sp, fp, calls);
}

/** `CALL_METHOD` of what a built-in type had the last time, with a way on the slots. */
export function callInSlots(pc: number, sp: number, fp: number, calls: number): number {
  const site = learned.sites[CODE[pc + 1]];
  const self = sp - 1 - site.count;
  if (!isKnownAt(site, self)) {
    become(Word.CALL_METHOD, pc);
    return callMethod(pc, sp, fp, calls);
  }
  const engine = running();
  engine.hotFrames = calls / CALL_WORDS;
  try {
    if ((site.inSlots as MethodInSlots)(engine.machine, self, site.count)) return goOn(pc, self + 1, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return callMethod(pc, sp, fp, calls);
}

/** `CALL_METHOD` with arguments by name. */
export function callMethodByName(pc: number, sp: number, fp: number, calls: number): number {
  const { callee, count, names } = functionOf(calls).sites[CODE[pc + 1]];
  const { name } = callee as { name: string };
  const self = sp - 1 - count;
  const object = valueAt(self) as Value;
  const isOfProgram = object instanceof ShapedObject || object instanceof ClassObject;
  const way = isOfProgram
    ? enterMember(object, name, self, sp, names, pc, fp, calls)
    : callNativeByName(object, name, names, self, pc, sp, fp, calls);
  return way ?? call(pc, sp, fp, calls);
}

/**
 * Enters what an object or a class has under a name, with the object in the slot before the arguments. `null`, with nothing changed,
 * where that is no function of the program, or has to be computed.
 */
function enterMember(
  object: ShapedObject | ClassObject,
  name: string,
  self: number,
  sp: number,
  names: readonly string[],
  pc: number,
  fp: number,
  calls: number,
): number | null {
  const type = object instanceof ClassObject ? object : object.class;
  if (type === object && typeNamed('type').lookUp(name) !== undefined) return null;
  const ofClass = type.lookUp(name);
  if (ofClass instanceof PropertyObject || ofClass instanceof NativeGetter) return null;
  const own = object instanceof ClassObject ? undefined : object.get(name);
  const member = own ?? ofClass;
  if (member instanceof FunctionObject) {
    const isMethod = own === undefined && object !== type;
    return enterAt(member, isMethod ? self : self + 1, sp, names, pc, self, fp, calls);
  }
  const isWrapped = own === undefined && member instanceof MethodWrapper && member.function instanceof FunctionObject;
  if (!isWrapped) return null;
  const callee = member.function as FunctionObject;
  if (member.typeName === 'staticmethod') return enterAt(callee, self + 1, sp, names, pc, self, fp, calls);
  putReference(self, type);
  const way = enterAt(callee, self, sp, names, pc, self, fp, calls);
  if (way === null) putValue(self, object);
  return way;
}
