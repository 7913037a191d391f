import type { BuiltInName } from '../../isa/index.ts';
import { raise } from '../errors.ts';
import { repr, str } from '../operations.ts';
import { HeapObject, chr, format, ord, typeName, type Value } from '../values/index.ts';
import { keywordArguments, onlyArgument, placedArguments } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';

/** Built-ins that make text, write it or read it. */
export const textBuiltIns = {
  chr: (_machine, given) => chr(onlyArgument('chr', given)),
  ord: (_machine, given) => ord(onlyArgument('ord', given)),
  repr: (_machine, given) => repr(onlyArgument('repr', given)),

  str(_machine, given) {
    if (given.values.length > 3) raise('TypeError', `str() takes at most 3 arguments (${given.values.length} given)`);
    const { positional, named } = keywordArguments('str', given, ['object', 'encoding', 'errors']);
    const value = positional.length > 0 ? positional[0] : named.get('object');
    if (positional.length > 1 || named.has('encoding') || named.has('errors')) {
      raise('TypeError', `decoding to str: need a bytes-like object, ${typeName(value ?? null)} found`);
    }
    return value === undefined ? '' : str(value);
  },

  format(_machine, given) {
    const [value, spec] = placedArguments('format', given, 1, 2);
    if (spec !== undefined && typeof spec !== 'string') {
      raise('TypeError', `format() argument 2 must be str, not ${spec === null ? 'None' : typeName(spec)}`);
    }
    if (!(value instanceof HeapObject)) return format(value, spec ?? '');
    if (spec === undefined || spec === '') return str(value);
    raise('TypeError', `unsupported format string passed to ${typeName(value)}.__format__`);
  },

  print(machine, given) {
    const { positional, named } = keywordArguments('print', given, ['sep', 'end']);
    const separator = textOption('sep', named.get('sep'), ' ');
    const end = textOption('end', named.get('end'), '\n');
    machine.host.write(positional.map(str).join(separator) + end);
    return null;
  },

  input(machine, given) {
    const [prompt] = placedArguments('input', given, 0, 1);
    return machine.readLine(prompt === undefined ? '' : str(prompt));
  },
} satisfies { readonly [N in BuiltInName]?: BuiltIn };

function textOption(name: string, value: Value | undefined, otherwise: string): string {
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'string') return value;
  raise('TypeError', `${name} must be None or a string, not ${typeName(value)}`);
}
