import { keywordArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Construct } from '../objects/index.ts';
import { str } from '../operations/text.ts';
import { typeName } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';

const constructStr: Construct = (machine, _type, given) => {
  if (given.values.length > 3) raise('TypeError', `str() takes at most 3 arguments (${given.values.length} given)`);
  const { positional, named } = keywordArguments('str', given, ['object', 'encoding', 'errors']);
  const value = positional.length > 0 ? positional[0] : named.get('object');
  if (positional.length > 1 || named.has('encoding') || named.has('errors')) {
    raise('TypeError', `decoding to str: need a bytes-like object, ${typeName(value ?? null)} found`);
  }
  return value === undefined ? '' : str(machine, value);
};

export const STR: TypeDefinition = { methods: {}, construct: constructStr };
