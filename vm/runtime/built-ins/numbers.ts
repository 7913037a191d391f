import type { BuiltInName } from '../../isa/index.ts';
import { absolute, power, powerModulo, prefixedDigits, raiseUnsupported, round } from '../values/index.ts';
import { namedArguments, onlyArgument } from './arguments.ts';
import type { NativeCode } from '../objects/index.ts';

/** Built-ins that make numbers or calculate with them. */
export const numberBuiltIns = {
  abs: (_machine, given) => absolute(onlyArgument('abs', given)),
  bin: (_machine, given) => prefixedDigits(onlyArgument('bin', given), 2),
  oct: (_machine, given) => prefixedDigits(onlyArgument('oct', given), 8),
  hex: (_machine, given) => prefixedDigits(onlyArgument('hex', given), 16),

  pow(_machine, given) {
    const [base, exponent, modulus] = namedArguments('pow', given, ['base', 'exp', 'mod'], 2);
    if (base === undefined || exponent === undefined) return null;
    if (modulus !== undefined && modulus !== null) return powerModulo(base, exponent, modulus);
    return power(base, exponent) ?? raiseUnsupported('POW', base, exponent);
  },

  round(_machine, given) {
    const [number, digits] = namedArguments('round', given, ['number', 'ndigits'], 1);
    if (number === undefined) return null;
    return round(number, digits ?? null);
  },
} satisfies { readonly [N in BuiltInName]?: NativeCode };
