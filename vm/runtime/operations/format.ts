import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { specialMethod } from '../types/registry.ts';
import * as plain from '../values/index.ts';
import { HeapObject, typeName, type Value } from '../values/index.ts';
import { str } from './text.ts';

/** `format(value, spec)`: a str, by `__format__` of an object; one without it takes the empty spec alone. */
export function format(machine: Machine, value: Value, spec: string): Outcome {
  if (!(value instanceof HeapObject)) return plain.format(value, spec);
  const own = specialMethod(value, '__format__');
  return own === undefined ? formatObject(machine, value, spec) : callMethod(own, [value, spec]).thenDo(formattedText);
}

/** `format` as `object` does it. */
export function formatObject(machine: Machine, value: Value, spec: string): Outcome {
  if (spec !== '') raise('TypeError', `unsupported format string passed to ${typeName(value)}.__format__`);
  return str(machine, value);
}

const formattedText: Step<[]> = {
  after(_machine, result) {
    if (typeof result === 'string') return result;
    return raise('TypeError', `__format__ must return a str, not ${typeName(result)}`);
  },
};
