import { placedArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import { RangeObject, type Construct } from '../objects/index.ts';
import { indexOperand } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';

const constructRange: Construct = (machine, _type, given) => {
  const numbers = placedArguments('range', given, 1, 3).map(value => BigInt(indexOperand(value)));
  const [start, stop, step] = numbers.length === 1 ? [0n, numbers[0], 1n] : [numbers[0], numbers[1], numbers[2] ?? 1n];
  if (step === 0n) raise('ValueError', 'range() arg 3 must not be zero');
  return machine.allocate(new RangeObject(start, stop, step));
};

export const RANGE: TypeDefinition = { methods: {}, construct: constructRange };
