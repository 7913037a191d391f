/** What depends on the kinds of objects of the heap: truth, equality, membership, length and text of any value. */
import { DictObject, TupleObject } from './collections.ts';
import { raise } from './errors.ts';
import { iterate } from './iterators.ts';
import { areRangesEqual, rangeContains, rangeEnds, rangeText } from './ranges.ts';
import { BuiltInObject, FunctionObject, IteratorObject, RangeObject } from './objects.ts';
import * as plain from './values/index.ts';
import { HeapObject, normalizeInt, type Int, type Value } from './values/index.ts';

/** Data nested deeper than this is neither shown nor compared: these functions call themselves for what is inside. */
const MAXIMUM_DATA_DEPTH = 1000;

export function truth(value: Value): boolean {
  if (value instanceof RangeObject) return value.length > 0n;
  if (value instanceof TupleObject) return value.items.length > 0;
  if (value instanceof DictObject) return value.entries.size > 0;
  return plain.isTrue(value);
}

/** `left == right` */
export function isEqual(left: Value, right: Value, depth = 0): boolean {
  if (left instanceof RangeObject && right instanceof RangeObject) return areRangesEqual(left, right);
  if (left instanceof TupleObject && right instanceof TupleObject) {
    checkDataDepth(depth, ' in comparison');
    const { items } = right;
    return left.items.length === items.length && left.items.every((item, index) => isItem(item, items[index], depth));
  }
  if (left instanceof DictObject && right instanceof DictObject) {
    checkDataDepth(depth, ' in comparison');
    const { entries } = right;
    return (
      left.entries.size === entries.size &&
      [...left.entries].every(([key, item]) => isItem(item, entries.get(key), depth))
    );
  }
  return plain.equals(left, right);
}

/** `item in container` */
export function contains(container: Value, item: Value): boolean {
  if (container instanceof RangeObject) return rangeContains(container, item);
  if (container instanceof DictObject) return typeof item === 'string' && container.entries.has(item);
  if (container instanceof TupleObject || container instanceof IteratorObject) {
    const iterator = iterate(container);
    for (let each = iterator.next(); each !== undefined; each = iterator.next()) if (isItem(each, item, 0)) return true;
    return false;
  }
  return plain.contains(container, item);
}

/** `len(value)` */
export function length(value: Value): Int {
  if (typeof value === 'string') return plain.codePointLength(value);
  if (value instanceof RangeObject) return normalizeInt(value.length);
  if (value instanceof TupleObject) return value.items.length;
  if (value instanceof DictObject) return value.entries.size;
  raise('TypeError', `object of type '${plain.typeName(value)}' has no len()`);
}

/** `hash(value)`; raises `TypeError` for what cannot be a key. */
export function hash(value: Value, depth = 0): Int {
  if (value instanceof DictObject) raise('TypeError', `unhashable type: '${value.typeName}'`);
  if (value instanceof RangeObject) return hashItems([normalizeInt(value.length), ...rangeEnds(value)], depth);
  return value instanceof TupleObject ? hashItems(value.items, depth) : plain.hash(value);
}

/** `str(value)` */
export function str(value: Value): string {
  return value instanceof HeapObject ? describeObject(value, 0) : plain.str(value);
}

/** `repr(value)` */
export function repr(value: Value, depth = 0): string {
  return value instanceof HeapObject ? describeObject(value, depth) : plain.repr(value);
}

/** Whether an item counts as another when containers are compared or searched: the same, or equal. */
function isItem(left: Value, right: Value | undefined, depth: number): boolean {
  return right !== undefined && (plain.isSame(left, right) || isEqual(left, right, depth + 1));
}

/** Depends on the hashes of the items and on their order; at most 31 bits. */
function hashItems(items: readonly Value[], depth: number): number {
  checkDataDepth(depth, '');
  let mixed = items.length;
  for (const item of items)
    mixed = Math.imul(mixed, 1_000_003) ^ Number(BigInt.asIntN(32, BigInt(hash(item, depth + 1))));
  return mixed >>> 1;
}

function describeObject(object: HeapObject, depth: number): string {
  checkDataDepth(depth, ' while getting the repr of an object');
  if (object instanceof BuiltInObject)
    return object.isType ? `<class '${object.name}'>` : `<built-in function ${object.name}>`;
  if (object instanceof RangeObject) return rangeText(object);
  if (object instanceof TupleObject) {
    const items = object.items.map(item => repr(item, depth + 1));
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
  }
  if (object instanceof DictObject) {
    return `{${[...object.entries].map(([key, item]) => `${repr(key)}: ${repr(item, depth + 1)}`).join(', ')}}`;
  }
  const address = `0x${object.allocation.toString(16)}`;
  if (object instanceof FunctionObject) return `<function ${object.code.code.qualifiedName} at ${address}>`;
  return `<${object.typeName} object at ${address}>`;
}

function checkDataDepth(depth: number, where: string): void {
  if (depth > MAXIMUM_DATA_DEPTH) raise('RecursionError', `maximum recursion depth exceeded${where}`);
}
