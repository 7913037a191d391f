/**
 * Comparisons of collections whose items are plain values, and of objects that nobody has said more about than that they are
 * themselves. `undefined` stands for: the program, or the general way (`comparison.ts`), has to be asked; nothing has happened then.
 */
import { DictObject, InstanceObject, ListObject, SetObject, TupleObject, type HashTable } from '../objects/index.ts';
import { greaterOrEqual, greaterThan, lessOrEqual, lessThan } from '../values/comparison.ts';
import { HeapObject, equals, isSame, type OrderOperator, type Value } from '../values/index.ts';
import { LONG_LOOP } from './iteration.ts';

/** Whether two objects are equal. */
export function arePlainlyEqual(left: HeapObject, right: HeapObject): boolean | undefined {
  if (left instanceof TupleObject) {
    if (right instanceof TupleObject) return areItemsEqual(left.items, right.items);
  } else if (left instanceof ListObject) {
    if (right instanceof ListObject) return areListsEqual(left, right);
  } else if (left instanceof DictObject) {
    if (right instanceof DictObject) return areTablesEqual(left.table, right.table);
  } else if (left instanceof SetObject) {
    if (right instanceof SetObject) return areTablesEqual(left.table, right.table);
  } else if (left instanceof InstanceObject && right instanceof InstanceObject) {
    if (!saysNothingOfEquality(left) || (right.class !== left.class && !saysNothingOfEquality(right))) return undefined;
    return left === right;
  }
  return undefined;
}

/** Whether an object is of those that no plain value equals. */
export function isNoPlainValue(object: HeapObject): boolean {
  if (object instanceof InstanceObject) return saysNothingOfEquality(object);
  return (
    object instanceof TupleObject ||
    object instanceof ListObject ||
    object instanceof DictObject ||
    object instanceof SetObject
  );
}

/** `left operator right` of two tuples or two lists. */
export function arePlainlyOrdered(operator: OrderOperator, left: HeapObject, right: HeapObject): boolean | undefined {
  if (left instanceof TupleObject) {
    return right instanceof TupleObject ? areItemsOrdered(operator, left.items, right.items) : undefined;
  }
  if (!(left instanceof ListObject && right instanceof ListObject) || areUnboxed(left, right)) return undefined;
  return areItemsOrdered(operator, left.items, right.items);
}

function saysNothingOfEquality({ class: type }: InstanceObject): boolean {
  return type.lookUpOwn('__eq__') === undefined && type.lookUpOwn('__ne__') === undefined;
}

/** Lists that hold floats without boxes stay as they are. */
function areUnboxed(left: ListObject, right: ListObject): boolean {
  return left.floats !== null || right.floats !== null;
}

function areListsEqual(left: ListObject, right: ListObject): boolean | undefined {
  return areUnboxed(left, right) ? undefined : areItemsEqual(left.items, right.items);
}

function areItemsEqual(left: readonly Value[], right: readonly Value[]): boolean | undefined {
  if (left.length !== right.length) return false;
  const place = firstDifference(left, right);
  return place === undefined ? undefined : place === left.length;
}

/** Whether two tables have the same keys, and equal values under them. */
function areTablesEqual(left: HashTable, right: HashTable): boolean | undefined {
  if (left.size !== right.size) return false;
  if (!left.isPlain || !right.isPlain || left.size > LONG_LOOP) return undefined;
  for (let entry = left.first; entry < left.end; entry++) {
    const form = left.formAt(entry);
    if (form === undefined) continue;
    const found = right.find(form);
    if (found < 0) return false;
    const value = left.valueAt(entry);
    const other = right.valueAt(found);
    if (value === other) continue;
    if (value instanceof HeapObject || other instanceof HeapObject) return undefined;
    if (!isSame(value, other) && !equals(value, other)) return false;
  }
  return true;
}

function areItemsOrdered(
  operator: OrderOperator,
  left: readonly Value[],
  right: readonly Value[],
): boolean | undefined {
  const place = firstDifference(left, right);
  if (place === undefined) return undefined;
  if (place === left.length || place === right.length) return ORDERS[operator](left.length, right.length);
  const [item, other] = [left[place], right[place]];
  return item instanceof HeapObject || other instanceof HeapObject ? undefined : ORDERS[operator](item, other);
}

/** The first place where items are neither the same nor equal; where there is none, the end of the shorter ones. */
function firstDifference(left: readonly Value[], right: readonly Value[]): number | undefined {
  const shared = Math.min(left.length, right.length);
  if (shared > LONG_LOOP) return undefined;
  for (let index = 0; index < shared; index++) {
    const item = left[index];
    const other = right[index];
    if (item === other) continue;
    if (item instanceof HeapObject || other instanceof HeapObject) return undefined;
    if (!isSame(item, other) && !equals(item, other)) return index;
  }
  return shared;
}

const ORDERS = { LT: lessThan, LE: lessOrEqual, GT: greaterThan, GE: greaterOrEqual } as const;
