import { Float, type Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { goOn } from '../going.ts';
import { REGISTERS, Register, Way } from '../registers.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, push } from '../slots.ts';
import { storeAttribute } from './attributes.ts';
import { storeAt } from './items.ts';
import { operate } from './operate.ts';

/**
 * Puts the float or the string in a slot where an object that need not be kept has a value. False, with nothing changed, where it is
 * something else, or the heap has more to do for it.
 */
export function putCounted(holder: Holder, place: number, slot: number): boolean {
  const tag = TAGS[slot];
  if (tag !== Tag.Float && tag !== Tag.String) return false;
  const value = tag === Tag.Float ? new Float(NUMBERS[slot]) : (REFERENCES[slot] as string);
  if (!running().machine.heap.storedQuietly(value)) return false;
  holder.put(place, value);
  return true;
}

/** A list, or an object with attributes. */
interface Holder {
  put(place: number, value: Value): void;
}

/* Stores of a value that was there before what it goes into: the instructions that put them in order are done with the store. */

/** `ROT_THREE`, `ROT_THREE`, `STORE_INDEX`: the value lies below container and index. */
export function storeFirstAtIndex(pc: number, sp: number, fp: number, calls: number): number {
  const first = sp - 3;
  const at = pc + 4;
  let way: number;
  try {
    if (storeAt(sp - 2, sp - 1, first)) return counting(3, goOn(at, first, fp, calls));
    order(sp);
    way = operate(at, sp, fp, calls);
  } catch (thrown) {
    order(sp);
    way = raiseInLoop(thrown, at, sp, fp, calls);
  }
  if (way === Way.leave) rotate(sp);
  return counting(3, way);
}

/** Does what the two `ROT_THREE` do. */
function order(sp: number): void {
  rotate(sp);
  rotate(sp);
}

function rotate(sp: number): void {
  push(sp, sp - 1);
  push(sp - 1, sp - 2);
  push(sp - 2, sp - 3);
  push(sp - 3, sp);
}

/** `SWAP`, `STORE_ATTR`: the value lies below the object. */
export function storeFirstAsAttribute(pc: number, sp: number, fp: number, calls: number): number {
  exchange(sp);
  const way = storeAttribute(pc + 2, sp, fp, calls);
  if (way === Way.leave) exchange(sp);
  return counting(2, way);
}

function exchange(sp: number): void {
  push(sp, sp - 1);
  push(sp - 1, sp - 2);
  push(sp - 2, sp);
}

/** Where the loop goes on elsewhere, it has so many instructions to count, and not one. */
function counting(instructions: number, way: number): number {
  if (way < 0) REGISTERS[Register.counted] = 2 * instructions;
  return way;
}
