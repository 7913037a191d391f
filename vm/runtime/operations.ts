/** What depends on the kinds of objects of the heap: truth, equality, membership, length and text of any value. */
import { raise } from './errors.ts';
import { BuiltInObject, FunctionObject, IteratorObject, RangeObject } from './objects.ts';
import * as plain from './values/index.ts';
import { HeapObject, normalizeInt, type Int, type Value } from './values/value.ts';

export function truth(value: Value): boolean {
  return value instanceof RangeObject ? value.length > 0n : plain.isTrue(value);
}

/** `left == right` */
export function isEqual(left: Value, right: Value): boolean {
  if (left instanceof RangeObject && right instanceof RangeObject) return areRangesEqual(left, right);
  return plain.equals(left, right);
}

/** `item in container` */
export function contains(container: Value, item: Value): boolean {
  if (container instanceof RangeObject) return rangeContains(container, item);
  if (container instanceof IteratorObject) return iteratorContains(container, item);
  return plain.contains(container, item);
}

/** `len(value)` */
export function length(value: Value): Int {
  if (typeof value === 'string') return plain.codePointLength(value);
  if (value instanceof RangeObject) return normalizeInt(value.length);
  raise('TypeError', `object of type '${plain.typeName(value)}' has no len()`);
}

/** `str(value)` */
export function str(value: Value): string {
  return value instanceof HeapObject ? describeObject(value) : plain.str(value);
}

/** `repr(value)` */
export function repr(value: Value): string {
  return value instanceof HeapObject ? describeObject(value) : plain.repr(value);
}

function describeObject(object: HeapObject): string {
  const address = `0x${object.allocation.toString(16)}`;
  if (object instanceof FunctionObject) return `<function ${object.code.code.qualifiedName} at ${address}>`;
  if (object instanceof BuiltInObject)
    return object.isType ? `<class '${object.name}'>` : `<built-in function ${object.name}>`;
  if (object instanceof RangeObject) {
    const step = object.step === 1n ? '' : `, ${object.step}`;
    return `range(${object.start}, ${object.stop}${step})`;
  }
  return `<${object.typeName} object at ${address}>`;
}

function areRangesEqual(left: RangeObject, right: RangeObject): boolean {
  const count = left.length;
  if (count !== right.length) return false;
  return count === 0n || (left.start === right.start && (count === 1n || left.step === right.step));
}

function rangeContains(range: RangeObject, item: Value): boolean {
  const wanted = plain.asInt(item);
  if (wanted === undefined)
    return item instanceof plain.Float && Number.isInteger(item.value)
      ? rangeContains(range, normalizeInt(BigInt(item.value)))
      : false;
  const distance = BigInt(wanted) - range.start;
  const index = distance / range.step;
  return distance % range.step === 0n && index >= 0n && index < range.length;
}

function iteratorContains(iterator: IteratorObject, item: Value): boolean {
  for (let each = iterator.next(); each !== undefined; each = iterator.next()) {
    if (plain.isSame(each, item) || isEqual(each, item)) return true;
  }
  return false;
}
