/** What numbers a value can stand for, with the special methods that its class may have for that. */
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { specialMethod } from '../types/registry.ts';
import * as plain from '../values/index.ts';
import { Float, HeapObject, asInt, isInt, typeName, type Int, type Value } from '../values/index.ts';

/** `operator.index(value)`: an int, by `__index__` where the value is none. */
export function toIndex(_machine: Machine, value: Value): Outcome {
  const own = specialMethod(value, '__index__');
  return own === undefined ? plain.indexOperand(value) : callMethod(own, [value]).thenDo(intOf, '__index__');
}

/** A value as what takes plain values alone wants it: an object with an `__index__` as that int, anything else as it is. */
export function indexOrValue(machine: Machine, value: Value): Outcome {
  return specialMethod(value, '__index__') === undefined ? value : toIndex(machine, value);
}

/** `int(value)`: by `__int__`, `__index__` or `__trunc__` of an object. */
export function toInteger(_machine: Machine, value: Value): Outcome {
  if (!(value instanceof HeapObject)) return plain.toInt(value);
  for (const method of ['__int__', '__index__']) {
    const own = specialMethod(value, method);
    if (own !== undefined) return callMethod(own, [value]).thenDo(intOf, method);
  }
  const truncate = specialMethod(value, '__trunc__');
  return truncate === undefined ? plain.toInt(value) : callMethod(truncate, [value]).thenDo(truncatedInt);
}

/** `float(value)`: by `__float__` or `__index__` of an object. */
export function toFloat(_machine: Machine, value: Value): Outcome {
  if (!(value instanceof HeapObject)) return plain.toFloat(value);
  const own = specialMethod(value, '__float__');
  if (own !== undefined) return callMethod(own, [value]).thenDo(floatOf, value);
  const index = specialMethod(value, '__index__');
  if (index !== undefined) return callMethod(index, [value]).thenDo(intOf, '__index__').thenDo(floatOfInt);
  return plain.toFloat(value);
}

const intOf: Step<[method: string]> = {
  after: (_machine, result, method) => integerOf(result) ?? refuse(`${method} returned non-int`, result),
};

const truncatedInt: Step<[]> = {
  after(_machine, result) {
    const int = integerOf(result);
    if (int !== undefined) return int;
    const own = specialMethod(result, '__index__');
    return own === undefined
      ? refuse('__trunc__ returned non-Integral', result)
      : callMethod(own, [result]).thenDo(intOf, '__index__');
  },
};

const floatOf: Step<[object: HeapObject]> = {
  after: (_machine, result, object) =>
    result instanceof Float ? result : refuse(`${typeName(object)}.__float__ returned non-float`, result),
};

const floatOfInt: Step<[]> = { after: (_machine, int) => plain.toFloat(int) };

/** A bool that a method gives in the place of an int counts as one. */
function integerOf(result: Value): Int | undefined {
  return isInt(result) ? result : asInt(result);
}

function refuse(fault: string, result: Value): never {
  return raise('TypeError', `${fault} (type ${typeName(result)})`);
}
