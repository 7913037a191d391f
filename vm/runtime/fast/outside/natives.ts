import { Op } from '../../../isa/index.ts';
import { builtInNamed } from '../../built-ins/index.ts';
import { pushResult } from '../../frame.ts';
import { methodOf } from '../../handlers/objects.ts';
import {
  type ClassObject,
  DictObject,
  ListObject,
  NativeFunction,
  SetObject,
  TupleObject,
} from '../../objects/index.ts';
import { Pending, type Outcome } from '../../pending.ts';
import type { HeapObject, Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { goOn } from '../going.ts';
import { CALL_WORDS, CODE } from '../registers.ts';
import { settleInLoop } from '../settle.ts';
import { learned, type NativeType, type Site } from '../sites.ts';
import { REFERENCES, TAGS, Tag, putValue, valueAt } from '../slots.ts';
import { methodInSlots } from './methods-in-slots.ts';
import { enterSpecialMethod } from './special-methods.ts';

/** `CALL_FUNC` of a built-in, with arguments by place. */
export function callBuiltIn(pc: number, sp: number, fp: number, calls: number): number {
  const { builtIn, count } = learned.sites[CODE[pc + 1]];
  const first = sp - count;
  const callee = builtIn as NativeFunction | ClassObject;
  if (callee.atOnce?.(first, count, first)) return first + 1;
  return callNative(callee, first, first, pc, sp, fp, calls);
}

const LEN = builtInNamed('len');

/**
 * Calls a function or type of the machine itself with the arguments from `first` up to `sp`, where that is not done at once; `names`
 * are those of the last ones.
 */
export function callNative(
  callee: NativeFunction | ClassObject,
  first: number,
  result: number,
  pc: number,
  sp: number,
  fp: number,
  calls: number,
  names = NO_NAMES,
): number {
  const engine = running();
  const { machine } = engine;
  engine.hotFrames = calls / CALL_WORDS;
  try {
    if (names === NO_NAMES) {
      if (callee.inSlots?.(machine, first, sp - first, result)) return goOn(pc, result + 1, fp, calls);
      const way = callee === LEN && sp - first === 1 ? enterSpecialMethod(Op.LEN, pc, sp, fp, calls, result) : null;
      if (way !== null) return way;
    }
    const given = { values: valuesFrom(first, sp), names };
    const outcome = machine.heap.made(
      callee instanceof NativeFunction ? callee.run(machine, given) : callee.construct(machine, callee, given),
    );
    return finish(outcome, result, pc, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}

/** `CALL_METHOD` of `list.append`, by far the most frequent one, with an argument. */
export function append(pc: number, sp: number, fp: number, calls: number): number {
  const self = sp - 2;
  const list = REFERENCES[self] as ListObject;
  try {
    list.push(running().machine.heap, valueAt(sp - 1) as Value);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  TAGS[self] = Tag.None;
  return goOn(pc, self + 1, fp, calls);
}

/** `CALL_METHOD` of what a site has learned of a built-in type; `null`, with nothing done, where the call is more than that. */
export function callNativeMethod(
  site: Site,
  object: Value,
  pc: number,
  sp: number,
  fp: number,
  calls: number,
): number | null {
  if (site.native === null) return null;
  const self = sp - 1 - site.count;
  const engine = running();
  const { machine } = engine;
  engine.hotFrames = calls / CALL_WORDS;
  try {
    if (site.inSlots?.(machine, self, site.count)) return goOn(pc, self + 1, fp, calls);
    const given = { values: valuesFrom(self + 1, sp), names: NO_NAMES };
    return finish(machine.heap.made(site.native(machine, object, given)), self, pc, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}

/** `CALL_METHOD` of a method of a built-in type with arguments by name; `null`, with nothing done, where the call is more than that. */
export function callNativeByName(
  object: Value,
  name: string,
  names: readonly string[],
  self: number,
  pc: number,
  sp: number,
  fp: number,
  calls: number,
): number | null {
  const found = methodOf(object, name);
  const method = found instanceof NativeFunction ? found.method : null;
  if (method === null) return null;
  const engine = running();
  engine.hotFrames = calls / CALL_WORDS;
  try {
    const given = { values: valuesFrom(self + 1, sp), names };
    return finish(engine.machine.heap.made(method(engine.machine, object, given)), self, pc, fp, calls);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
}

function finish(outcome: Outcome, result: number, pc: number, fp: number, calls: number): number {
  if (outcome instanceof Pending) return settleInLoop(outcome, null, pushResult, pc + 2, result, fp, calls);
  putValue(result, outcome);
  return goOn(pc, result + 1, fp, calls);
}

const NO_NAMES: readonly string[] = [];

/** Whether a value is of the built-in type that a site has met last. */
export function isKnownType({ nativeType }: Site, value: Value): boolean {
  return nativeType !== null && isOfType(value, nativeType);
}

/** The same of what a slot holds. */
export function isKnownAt({ nativeType }: Site, slot: number): boolean {
  if (nativeType === null) return false;
  if (nativeType === 'str') return TAGS[slot] === Tag.String;
  return TAGS[slot] === Tag.Object && isOfType(REFERENCES[slot] as HeapObject, nativeType);
}

function isOfType(value: Value, type: NativeType): boolean {
  switch (type) {
    case 'str':
      return typeof value === 'string';
    case 'list':
      return value instanceof ListObject;
    case 'dict':
      return value instanceof DictObject;
    case 'set':
      return value instanceof SetObject && !value.isFrozen;
    case 'tuple':
      return value instanceof TupleObject;
  }
}

const TYPES: readonly NativeType[] = ['str', 'list', 'dict', 'set', 'tuple'];

/** Learns what a built-in type has under the name of a site. */
export function learnNative(site: Site, value: Value): void {
  site.nativeType = TYPES.find(type => isOfType(value, type)) ?? null;
  const method = site.nativeType === null ? undefined : methodOf(value, site.name);
  site.native = method instanceof NativeFunction ? method.method : null;
  site.inSlots = site.nativeType === null ? null : methodInSlots(site.nativeType, site.name);
}

/** Whether a call is that of `list.append`, as far as a site has met it: then the loop takes another word for it. */
export function isAppend({ nativeType, name, count }: Site): boolean {
  return nativeType === 'list' && name === 'append' && count === 1;
}

/** The values of slots. The host makes short arrays faster where it sees that they are short. */
export function valuesFrom(first: number, end: number): Value[] {
  switch (end - first) {
    case 0:
      return [];
    case 1:
      return [valueAt(first) as Value];
    case 2:
      return [valueAt(first) as Value, valueAt(first + 1) as Value];
    case 3:
      return [valueAt(first) as Value, valueAt(first + 1) as Value, valueAt(first + 2) as Value];
  }
  const values: Value[] = [];
  for (let slot = first; slot < end; slot++) values.push(valueAt(slot) as Value);
  return values;
}
