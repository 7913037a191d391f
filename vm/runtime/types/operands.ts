/** How methods of operators take their operands, with CPython's messages. */
import { raise } from '../errors.ts';
import type { Arguments } from '../objects/index.ts';
import type { Value } from '../values/index.ts';

/** The operands behind the object itself: `expected 1 argument, got 0`. */
export function operands({ values }: Arguments, count: number): readonly Value[] {
  if (values.length === count) return values;
  raise('TypeError', `expected ${count} argument${count === 1 ? '' : 's'}, got ${values.length}`);
}

export function oneOperand(given: Arguments): Value {
  return operands(given, 1)[0];
}
