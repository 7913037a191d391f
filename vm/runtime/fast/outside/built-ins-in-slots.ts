import type { BuiltInName } from '../../../isa/index.ts';
import { builtInNamed } from '../../built-ins/index.ts';
import {
  ClassObject,
  NativeFunction,
  RangeObject,
  SliceObject,
  TupleObject,
  type AtOnce,
  type InSlots,
} from '../../objects/index.ts';
import { derivesFrom } from '../../operations/class-tests.ts';
import { classOf } from '../../types/registry.ts';
import { format, repr, type Value } from '../../values/index.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, intAt, push, putBool, putReference, valueAt } from '../slots.ts';
import { lengthAt } from './items.ts';
import { valuesFrom } from './natives.ts';
import { truthAt } from './truth.ts';

/*
 * What programs call most of the built-ins, done with the arguments where they are: nobody makes boxes and arrays for them. Each does
 * what is frequent, and leaves all else, and every error, to the built-in itself.
 */

const AT_ONCE: { readonly [N in BuiltInName]?: AtOnce } = {
  len(first, count, result) {
    const length = count === 1 ? lengthAt(first) : -1;
    return length >= 0 && putInt(result, length);
  },

  ord(first, count, result) {
    if (count !== 1 || TAGS[first] !== Tag.String) return false;
    const text = REFERENCES[first] as string;
    return text.length === 1 && putInt(result, text.charCodeAt(0));
  },

  chr(first, count, result) {
    const code = NUMBERS[first];
    const isUnit = count === 1 && TAGS[first] === Tag.Int && code >= 0 && code <= LAST_BEFORE_SURROGATES;
    return isUnit && putText(result, String.fromCharCode(code));
  },

  abs(first, count, result) {
    const tag = TAGS[first];
    if (count !== 1 || (tag !== Tag.Int && tag !== Tag.Float)) return false;
    TAGS[result] = tag;
    NUMBERS[result] = Math.abs(NUMBERS[first]);
    return true;
  },

  int(first, count, result) {
    if (count !== 1 || TAGS[first] > Tag.Bool) return false;
    const whole = Math.trunc(NUMBERS[first]);
    // An int is never -0.
    return Number.isSafeInteger(whole) && putInt(result, whole + 0);
  },

  float(first, count, result) {
    if (count !== 1 || TAGS[first] > Tag.Bool) return false;
    TAGS[result] = Tag.Float;
    NUMBERS[result] = NUMBERS[first];
    return true;
  },

  bool(first, count, result) {
    const truth = count === 1 ? truthAt(first) : -1;
    if (truth < 0) return false;
    putBool(result, truth === 1);
    return true;
  },

  tuple(first, count, result) {
    if (count !== 1 || TAGS[first] !== Tag.Object || !(REFERENCES[first] instanceof TupleObject)) return false;
    push(result, first);
    return true;
  },

  str: (first, count, result) => count === 1 && TAGS[first] === Tag.Int && putText(result, `${intAt(first)}`),

  min: (first, count, result) => putExtreme(first, count, result, -1),
  max: (first, count, result) => putExtreme(first, count, result, 1),

  isinstance(first, count, result) {
    const type = count === 2 && TAGS[first + 1] === Tag.Object ? REFERENCES[first + 1] : null;
    if (!(type instanceof ClassObject)) return false;
    putBool(result, derivesFrom(classOf(valueAt(first) as Value), type) === true);
    return true;
  },
};

const IN_SLOTS: { readonly [N in BuiltInName]?: InSlots } = {
  repr: (machine, first, count, result) =>
    count === 1 && TAGS[first] !== Tag.Object && putText(result, machine.heap.made(repr(valueAt(first) as Value))),

  format: (machine, first, count, result) =>
    count === 2 &&
    TAGS[first] !== Tag.Object &&
    TAGS[first + 1] === Tag.String &&
    putText(result, machine.heap.made(format(valueAt(first) as Value, REFERENCES[first + 1] as string))),

  slice(machine, first, count, result) {
    if (count !== 3) return false;
    const [start, stop, step] = valuesFrom(first, first + count);
    putReference(result, machine.allocate(new SliceObject(start, stop, step)));
    return true;
  },

  range(machine, first, count, result) {
    for (let slot = first; slot < first + count; slot++) if (TAGS[slot] !== Tag.Int) return false;
    if (count < 1 || count > 3) return false;
    const start = count === 1 ? 0 : intAt(first);
    const stop = intAt(count === 1 ? first : first + 1);
    const step = count === 3 ? intAt(first + 2) : 1;
    if (step === 0) return false;
    putReference(result, machine.allocate(new RangeObject(start, stop, step)));
    return true;
  },
};

const LAST_BEFORE_SURROGATES = 0xd7ff;

/** Puts the first of the numbers that no other one exceeds, or (`sign` is -1) falls below. */
function putExtreme(first: number, count: number, result: number, sign: -1 | 1): boolean {
  if (count < 2) return false;
  let extreme = first;
  for (let slot = first; slot < first + count; slot++) {
    if (TAGS[slot] > Tag.Bool) return false;
    if (sign * NUMBERS[slot] > sign * NUMBERS[extreme]) extreme = slot;
  }
  push(result, extreme);
  return true;
}

function putInt(slot: number, value: number): boolean {
  TAGS[slot] = Tag.Int;
  NUMBERS[slot] = value;
  return true;
}

function putText(slot: number, text: string): boolean {
  TAGS[slot] = Tag.String;
  REFERENCES[slot] = text;
  return true;
}

/** Lets calls of these built-ins find what they do here. */
export function placeBuiltIns(): void {
  for (const [name, atOnce] of Object.entries(AT_ONCE)) {
    const builtIn = builtInNamed(name);
    if (builtIn instanceof NativeFunction || builtIn instanceof ClassObject) builtIn.atOnce = atOnce;
  }
  for (const [name, inSlots] of Object.entries(IN_SLOTS)) {
    const builtIn = builtInNamed(name);
    if (builtIn instanceof NativeFunction || builtIn instanceof ClassObject) builtIn.inSlots = inSlots;
  }
}
