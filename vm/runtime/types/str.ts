import { namedArguments, onlyArgument, placedArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import type { Arguments, Construct } from '../objects/index.ts';
import { formatWithArguments, formatWithMapping } from '../operations/format-method.ts';
import { joinItems } from '../operations/join.ts';
import { str } from '../operations/text.ts';
import { makeTranslation, translateText } from '../operations/translate.ts';
import type { Outcome } from '../pending.ts';
import { typeName, type Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { PLAIN_STR_METHODS } from './str-methods.ts';

const constructStr: Construct = (machine, _type, given) => {
  // By far the most frequent call.
  if (given.values.length === 1 && given.names.length === 0) return str(machine, given.values[0]);
  const [value, encoding, errors] = namedArguments('str', given, ['object', 'encoding', 'errors'], 0);
  checkText('encoding', encoding);
  checkText('errors', errors);
  if (encoding !== undefined || errors !== undefined) return refuseDecoding(value);
  return value === undefined ? '' : str(machine, value);
};

function checkText(name: string, value: Value | undefined): void {
  if (value === undefined || typeof value === 'string') return;
  raise('TypeError', `str() argument '${name}' must be str, not ${value === null ? 'None' : typeName(value)}`);
}

/** There are no bytes that could be decoded. */
function refuseDecoding(value: Value | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') raise('TypeError', 'decoding str is not supported');
  return raise('TypeError', `decoding to str: need a bytes-like object, ${typeName(value)} found`);
}

export const STR: TypeDefinition = {
  construct: constructStr,
  methods: {
    ...PLAIN_STR_METHODS,

    join: (machine: Machine, self: string, given: Arguments): Outcome =>
      joinItems(machine, self, onlyArgument('str.join', given)),

    translate: (machine: Machine, self: string, given: Arguments): Outcome =>
      translateText(machine, self, onlyArgument('str.translate', given)),

    format: (machine: Machine, self: string, given: Arguments): Outcome => formatWithArguments(machine, self, given),

    format_map: (machine: Machine, self: string, given: Arguments): Outcome =>
      formatWithMapping(machine, self, onlyArgument('str.format_map', given)),
  },
  statics: {
    maketrans(machine, given) {
      if (given.names.length > 0) raise('TypeError', 'str.maketrans() takes no keyword arguments');
      const [from, to, deleted] = placedArguments('maketrans', given, 1, 3);
      return makeTranslation(machine, from, to, deleted);
    },
  },
};
