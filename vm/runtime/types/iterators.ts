import type { TypeDefinition } from './built-in-types.ts';
import { ENUMERATE } from './enumerate.ts';
import { FILTER } from './filter.ts';
import { GENERATOR } from './generator.ts';
import { iteratorMethods } from './iterator-methods.ts';
import { MAP } from './map.ts';
import { REVERSED } from './reversed.ts';
import { ZIP } from './zip.ts';

/** Iterators that programs cannot make by a call of their type. */
const HIDDEN_TYPES = [
  'callable_iterator',
  'dict_itemiterator',
  'dict_keyiterator',
  'dict_reverseitemiterator',
  'dict_reversekeyiterator',
  'dict_reversevalueiterator',
  'dict_valueiterator',
  'iterator',
  'list_iterator',
  'list_reverseiterator',
  'longrange_iterator',
  'range_iterator',
  'set_iterator',
  'str_ascii_iterator',
  'str_iterator',
  'tuple_iterator',
] as const;

/** The types of all iterators, by name. */
export const ITERATOR_TYPES: Readonly<Record<string, TypeDefinition>> = {
  ...Object.fromEntries(HIDDEN_TYPES.map(name => [name, { methods: iteratorMethods }])),
  enumerate: ENUMERATE,
  filter: FILTER,
  generator: GENERATOR,
  map: MAP,
  reversed: REVERSED,
  zip: ZIP,
};
