import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { specialMethod } from '../types/registry.ts';
import { asInt, indexOperand, typeName, type Int, type Value } from '../values/index.ts';

/** Whether a value can stand for an int where one is wanted: `__index__` makes it one. */
export function isIndex(value: Value): boolean {
  return asInt(value) !== undefined || specialMethod(value, '__index__') !== undefined;
}

/** The int that a value stands for; raises `TypeError` for one that stands for none. */
export function toIndex(_machine: Machine, value: Value): Outcome {
  const own = specialMethod(value, '__index__');
  return own === undefined ? indexOperand(value) : callMethod(own, [value]).thenDo(intOf);
}

/** The same for an index or a count of an operator, which has to have the size of one; `kind` is the error where it has not. */
export function toSize(machine: Machine, value: Value, kind: 'IndexError' | 'OverflowError'): Outcome {
  if (typeof value === 'number') return value;
  return andThen(machine, toIndex(machine, value), ofSize, kind, tooLarge(value));
}

/** What is said of a value that stands for an int which is too large for an index. */
export function tooLarge(value: Value): string {
  return `cannot fit '${typeName(value)}' into an index-sized integer`;
}

/** The same for an argument of a method. */
export function toSizeArgument(machine: Machine, value: Value): Outcome {
  if (typeof value === 'number') return value;
  const message = 'Python int too large to convert to C ssize_t';
  return andThen(machine, toIndex(machine, value), ofSize, 'OverflowError', message);
}

const intOf: Step<[]> = {
  after(_machine, result) {
    const int = asInt(result);
    return int ?? raise('TypeError', `__index__ returned non-int (type ${typeName(result)})`);
  },
};

const ofSize: Step<[string, string]> = {
  after(_machine, int, kind, message) {
    const isSized = (int as Int) >= -LARGEST_SIZE - 1n && (int as Int) <= LARGEST_SIZE;
    return isSized ? int : raise(kind as 'IndexError', message);
  },
};

/** The largest index of CPython on machines of 64 bits. */
export const LARGEST_SIZE = 2n ** 63n - 1n;
