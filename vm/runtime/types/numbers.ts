import { keywordArguments, placedArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Construct } from '../objects/index.ts';
import { truth } from '../operations/truth.ts';
import { Float, toFloat, toInt, toIntWithBase } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';

const constructBool: Construct = (machine, _type, given) => {
  const [value] = placedArguments('bool', given, 0, 1);
  return value === undefined ? false : truth(machine, value);
};

const constructFloat: Construct = (_machine, _type, given) => {
  const [value] = placedArguments('float', given, 0, 1);
  return value === undefined ? new Float(0) : toFloat(value);
};

const constructInt: Construct = (_machine, _type, given) => {
  if (given.values.length > 2) raise('TypeError', `int() takes at most 2 arguments (${given.values.length} given)`);
  const { positional, named } = keywordArguments('int', given, ['base']);
  const base = positional.length > 1 ? positional[1] : named.get('base');
  if (base === undefined) return positional.length === 0 ? 0 : toInt(positional[0]);
  if (positional.length === 0) raise('TypeError', 'int() missing string argument');
  return toIntWithBase(positional[0], base);
};

export const INT: TypeDefinition = { methods: {}, construct: constructInt };
export const BOOL: TypeDefinition = { base: 'int', methods: {}, construct: constructBool };
export const FLOAT: TypeDefinition = { methods: {}, construct: constructFloat };
