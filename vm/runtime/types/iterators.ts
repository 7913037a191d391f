import type { TypeDefinition } from './built-in-types.ts';
import { ENUMERATE } from './enumerate.ts';
import { FILTER } from './filter.ts';
import { GENERATOR } from './generator.ts';
import { MAP } from './map.ts';
import { REVERSED } from './reversed.ts';
import { ZIP } from './zip.ts';

/** The types of iterators that do more than every iterator does. */
export const ITERATOR_TYPES: Readonly<Record<string, TypeDefinition>> = {
  enumerate: ENUMERATE,
  filter: FILTER,
  generator: GENERATOR,
  map: MAP,
  reversed: REVERSED,
  zip: ZIP,
};
