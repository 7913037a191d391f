import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  DictObject,
  DictView,
  ListObject,
  RangeObject,
  SetObject,
  TupleObject,
  ShapedObject,
} from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { specialMethod } from '../types/registry.ts';
import { HeapObject, typeName, type Int, type Value } from '../values/index.ts';
import { isTrue } from '../values/truth.ts';
import { LARGEST_SIZE, toIndex, tooLarge } from './indices.ts';

/** The truth value of anything: a bool. */
export function truth(_machine: Machine, value: Value): Outcome {
  const known = plainTruth(value);
  if (known !== undefined) return known;
  const toBool = specialMethod(value, '__bool__');
  if (toBool !== undefined) return callMethod(toBool, [value]).thenDo(boolOf);
  const toLength = specialMethod(value, '__len__');
  return toLength === undefined ? true : callMethod(toLength, [value]).thenDo(isNotZero);
}

/** The truth value where no method of the program has to be asked; else `undefined`. */
export function plainTruth(value: Value): boolean | undefined {
  if (!(value instanceof HeapObject)) return isTrue(value);
  if (value instanceof ShapedObject) return value.class.definesTruth ? undefined : true;
  if (value instanceof ListObject) return value.length > 0;
  if (value instanceof TupleObject) return value.items.length > 0;
  if (value instanceof DictObject || value instanceof SetObject) return value.table.size > 0;
  if (value instanceof DictView) return value.dict.table.size > 0;
  return !(value instanceof RangeObject) || value.length > 0n;
}

const boolOf: Step<[]> = {
  after(_machine, result) {
    if (typeof result === 'boolean') return result;
    raise('TypeError', `__bool__ should return bool, returned ${typeName(result)}`);
  },
};

const isNotZero: Step<[]> = {
  after: (machine, result) => andThen(machine, checkLength(machine, result), notZero),
};

const notZero: Step<[]> = { after: (_machine, length) => length !== 0 };

/** What `__len__` gave as an int, if it may be a length. */
export function checkLength(machine: Machine, result: Value): Outcome {
  return andThen(machine, toIndex(machine, result), checked);
}

const checked: Step<[]> = {
  after(_machine, length) {
    if ((length as Int) < 0) raise('ValueError', '__len__() should return >= 0');
    return (length as Int) > LARGEST_SIZE ? raise('OverflowError', tooLarge(length)) : length;
  },
};
