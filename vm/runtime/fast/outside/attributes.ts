import {
  ClassObject,
  FunctionObject,
  MethodWrapper,
  NativeFunction,
  NativeGetter,
  PropertyObject,
  ShapedObject,
} from '../../objects/index.ts';
import { typeNamed } from '../../types/registry.ts';
import type { Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { goOn } from '../going.ts';
import { NO_NAMES } from './arguments.ts';
import { enterAt } from './enter-function.ts';
import { operate } from './operate.ts';
import { learned } from '../sites.ts';
import { CODE } from '../registers.ts';
import { REFERENCES, TAGS, Tag, putValue, valueAt } from '../slots.ts';

/** `LOAD_ATTR` */
export function loadAttribute(pc: number, sp: number, fp: number, calls: number): number {
  const slot = sp - 1;
  const object = TAGS[slot] === Tag.Object ? REFERENCES[slot] : null;
  const site = learned.sites[CODE[pc + 1]];
  const getter = object instanceof ShapedObject ? site.recallGetter(object) : null;
  if (getter !== null) return enterGetter(getter, pc, sp, fp, calls);
  const kind = object instanceof ShapedObject ? object.shape : object instanceof ClassObject ? object : null;
  const found = kind === null ? undefined : site.recallFound(kind);
  if (found !== undefined) {
    putValue(slot, found);
    return sp;
  }
  if (object instanceof ShapedObject) {
    const lesson = site.recall(object) ?? site.learnValue(object);
    if (lesson !== null) {
      putValue(slot, object.at(lesson.place));
      return sp;
    }
  }
  const held = heldByClass(object, site.name);
  if (held instanceof PropertyObject && object instanceof ShapedObject) {
    const learnedGetter = site.learnGetter(object);
    return learnedGetter === null ? operate(pc, sp, fp, calls) : enterGetter(learnedGetter, pc, sp, fp, calls);
  }
  if (held === undefined || isBoundWhenRead(held)) return operate(pc, sp, fp, calls);
  if (kind !== null) site.learnFound(kind);
  putValue(slot, held);
  return sp;
}

/** What a class holds under a name, looked up through it or an object without such an attribute; `undefined` where that is more. */
function heldByClass(object: unknown, name: string): Value | undefined {
  let type: unknown = object;
  if (object instanceof ShapedObject) {
    const { shape } = object;
    if (shape.isTable || shape.placeOf(name) >= 0) return undefined;
    type = object.class;
  }
  if (!(type instanceof ClassObject) || name.startsWith('__')) return undefined;
  return type.lookUp(name);
}

/** Enters the function that computes an attribute. */
function enterGetter(getter: FunctionObject, pc: number, sp: number, fp: number, calls: number): number {
  return enterAt(getter, sp - 1, sp, NO_NAMES, pc, sp - 1, fp, calls) ?? operate(pc, sp, fp, calls);
}

/** Whether reading it gives something else: a method, or what a function computes. */
function isBoundWhenRead(value: Value): boolean {
  return (
    value instanceof FunctionObject ||
    value instanceof PropertyObject ||
    value instanceof MethodWrapper ||
    value instanceof NativeFunction ||
    value instanceof NativeGetter
  );
}

/** `STORE_ATTR` */
export function storeAttribute(pc: number, sp: number, fp: number, calls: number): number {
  const slot = sp - 2;
  const object = TAGS[slot] === Tag.Object ? REFERENCES[slot] : null;
  const engine = running();
  const site = learned.sites[CODE[pc + 1]];
  if (object instanceof ClassObject) return storeOnClass(object, site.name, pc, sp, fp, calls);
  if (!(object instanceof ShapedObject)) return operate(pc, sp, fp, calls);
  const lesson = site.recall(object) ?? site.learnStore(object);
  if (lesson === null) return operate(pc, sp, fp, calls);
  const { heap } = engine.machine;
  const value = valueAt(sp - 1) as Value;
  try {
    if (lesson.wider === null) object.setAt(heap, lesson.place, value);
    else object.widen(heap, lesson.wider, value);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, slot, fp, calls);
}

/** The same of a class: what is neither special nor computed is simply set. */
function storeOnClass(type: ClassObject, name: string, pc: number, sp: number, fp: number, calls: number): number {
  const isPlain = !type.isBuiltIn && !name.startsWith('__') && typeNamed('type').lookUp(name) === undefined;
  if (!isPlain) return operate(pc, sp, fp, calls);
  try {
    type.attributes.set(running().machine.heap, name, valueAt(sp - 1) as Value);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, sp - 2, fp, calls);
}
