/** Everything that lives on the heap. */
export * from './attributes.ts';
export * from './classes.ts';
export * from './dicts.ts';
export * from './exceptions.ts';
export * from './functions.ts';
export * from './generators.ts';
export * from './iterators.ts';
export * from './lists.ts';
export * from './range-iterators.ts';
export * from './ranges.ts';
export * from './sequence-iterators.ts';
export * from './shaped-objects.ts';
export * from './shapes.ts';
export * from './table-iterators.ts';
export * from './tables.ts';
export * from './tuples.ts';
export { isUnhashable, keyOf, packedKey, raiseUnhashable, type Key } from './keys.ts';
