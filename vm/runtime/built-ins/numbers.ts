import type { BuiltInName } from '../../isa/index.ts';
import type { Machine } from '../machine.ts';
import type { NativeCode } from '../objects/index.ts';
import { absolute, divmod, power, round } from '../operations/arithmetic.ts';
import { toIndex } from '../operations/conversions.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { prefixedDigits, type Value } from '../values/index.ts';
import { namedArguments, onlyArgument, placedArguments } from './arguments.ts';

/** Built-ins that calculate with numbers or show them. */
export const numberBuiltIns = {
  abs: (machine, given) => absolute(machine, onlyArgument('abs', given)),
  bin: (machine, given) => digits(machine, onlyArgument('bin', given), 2),
  oct: (machine, given) => digits(machine, onlyArgument('oct', given), 8),
  hex: (machine, given) => digits(machine, onlyArgument('hex', given), 16),

  divmod(machine, given) {
    const [left, right] = placedArguments('divmod', given, 2, 2);
    return divmod(machine, left, right);
  },

  pow(machine, given) {
    const [base, exponent, modulus] = namedArguments('pow', given, ['base', 'exp', 'mod'], 2);
    return power(machine, base as Value, exponent as Value, modulus);
  },

  round(machine, given) {
    const [number, places] = namedArguments('round', given, ['number', 'ndigits'], 1);
    return round(machine, number as Value, places);
  },
} satisfies { readonly [N in BuiltInName]?: NativeCode };

function digits(machine: Machine, value: Value, base: 2 | 8 | 16): Outcome {
  return andThen(machine, toIndex(machine, value), prefixed, base);
}

const prefixed: Step<[base: number]> = { after: (_machine, int, base) => prefixedDigits(int, base as 2 | 8 | 16) };
