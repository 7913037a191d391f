import type { BuiltInName } from '../../isa/index.ts';
import {
  Float,
  absolute,
  power,
  powerModulo,
  prefixedDigits,
  raiseUnsupported,
  round,
  toFloat,
  toInt,
  toIntWithBase,
} from '../values/index.ts';
import { raise } from '../errors.ts';
import { truth } from '../operations.ts';
import { keywordArguments, namedArguments, onlyArgument, placedArguments } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';

/** Built-ins that make numbers or calculate with them. */
export const numberBuiltIns = {
  abs: (_machine, given) => absolute(onlyArgument('abs', given)),
  bin: (_machine, given) => prefixedDigits(onlyArgument('bin', given), 2),
  oct: (_machine, given) => prefixedDigits(onlyArgument('oct', given), 8),
  hex: (_machine, given) => prefixedDigits(onlyArgument('hex', given), 16),

  bool(_machine, given) {
    const [value] = placedArguments('bool', given, 0, 1);
    return value !== undefined && truth(value);
  },

  float(_machine, given) {
    const [value] = placedArguments('float', given, 0, 1);
    return value === undefined ? new Float(0) : toFloat(value);
  },

  int(_machine, given) {
    if (given.values.length > 2) raise('TypeError', `int() takes at most 2 arguments (${given.values.length} given)`);
    const { positional, named } = keywordArguments('int', given, ['base']);
    const base = positional.length > 1 ? positional[1] : named.get('base');
    if (base === undefined) return positional.length === 0 ? 0 : toInt(positional[0]);
    if (positional.length === 0) raise('TypeError', 'int() missing string argument');
    return toIntWithBase(positional[0], base);
  },

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
} satisfies { readonly [N in BuiltInName]?: BuiltIn };
