/** Built-in functions that calculate, with the special methods of objects. */
import type { Machine } from '../machine.ts';
import { newTuple } from '../objects/index.ts';
import { andThen, type Outcome, type Slot, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { specialMethod } from '../types/registry.ts';
import * as plain from '../values/index.ts';
import { Float, asInt, type Value } from '../values/index.ts';
import { toIndex } from './conversions.ts';
import { NOT_IMPLEMENTED } from './not-implemented.ts';
import { binary } from './operators.ts';

/** `abs(value)` */
export function absolute(_machine: Machine, value: Value): Outcome {
  const own = specialMethod(value, '__abs__');
  return own === undefined ? plain.absolute(value) : callMethod(own, [value]);
}

/** `round(value)`, or `round(value, digits)` where there are any. */
export function round(machine: Machine, value: Value, digits: Slot): Outcome {
  const own = specialMethod(value, '__round__');
  if (own !== undefined) return callMethod(own, digits === undefined || digits === null ? [value] : [value, digits]);
  const isNumber = value instanceof Float || asInt(value) !== undefined;
  if (!isNumber || digits === undefined || digits === null) return plain.round(value, null);
  return andThen(machine, toIndex(machine, digits), rounded, value);
}

const rounded: Step<[value: Value]> = { after: (_machine, digits, value) => plain.round(value, digits) };

/** `divmod(left, right)`: a tuple, or what a special method makes of it. */
export function divmod(machine: Machine, left: Value, right: Value): Outcome {
  const both = plain.divmod(left, right);
  if (both !== undefined) {
    for (const part of both) machine.heap.stored(part);
    return newTuple(machine.heap, both);
  }
  const [leftType, rightType] = [machine.classOf(left), machine.classOf(right)];
  const own = specialMethod(left, '__divmod__');
  const reflected = leftType === rightType ? undefined : specialMethod(right, '__rdivmod__');
  const overrides = reflected !== undefined && leftType.lookUp('__rdivmod__') !== reflected;
  const isRightFirst = own === undefined || (overrides && rightType.isSubclassOf(leftType));
  const [first, second] = isRightFirst ? [reflected, own] : [own, reflected];
  return orDivmod.after(machine, NOT_IMPLEMENTED, left, right, isRightFirst, first, second);
}

/** Tries the methods in their order; the first one is the right operand's where `isReflected`. */
const orDivmod: Step<[left: Value, right: Value, isReflected: boolean, first: Slot, second: Slot]> = {
  after(machine, result, left, right, isReflected, first, second) {
    if (result !== NOT_IMPLEMENTED) return result;
    if (first === undefined && second === undefined) return plain.raiseUnsupportedDivmod(left, right);
    if (first === undefined) return orDivmod.after(machine, result, left, right, !isReflected, second, undefined);
    const operands = isReflected ? [right, left] : [left, right];
    return callMethod(first, operands).thenDo(orDivmod, left, right, !isReflected, second, undefined);
  },
};

/** `pow(base, exponent)`, or `pow(base, exponent, modulus)` where there is one; that is up to the base alone. */
export function power(machine: Machine, base: Value, exponent: Value, modulus: Slot): Outcome {
  if (modulus === undefined || modulus === null) return binary(machine, 'POW', base, exponent);
  const own = specialMethod(base, '__pow__');
  if (own === undefined) return plain.powerModulo(base, exponent, modulus);
  return callMethod(own, [base, exponent, modulus]).thenDo(orPowerModulo, base, exponent, modulus);
}

const orPowerModulo: Step<[base: Value, exponent: Value, modulus: Value]> = {
  after: (_machine, result, base, exponent, modulus) =>
    result === NOT_IMPLEMENTED ? plain.powerModulo(base, exponent, modulus) : result,
};
