import type { Machine } from '../machine.ts';
import { DictView, SetObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { BinaryOperator, Value } from '../values/index.ts';
import { itemLoop } from './loops.ts';
import { contains } from './membership.ts';
import { addAll, intersection, makeSet, removeAll, toggleAll } from './sets.ts';
import { addItem } from './tables.ts';

/** `left operator right` where one of them is a view of keys or items, the other any iterable: a new set. */
export function combineViews(
  machine: Machine,
  operator: BinaryOperator,
  left: Value,
  right: Value,
): Outcome | undefined {
  switch (operator) {
    case 'BIT_AND':
      return left instanceof DictView ? viewIntersection(machine, left, right) : viewIntersection(machine, right, left);
    case 'BIT_OR':
      return andThen(machine, makeSet(machine, left, false), withAll, right);
    case 'BIT_XOR':
      return andThen(machine, makeSet(machine, left, false), toggled, right);
    case 'SUB':
      return andThen(machine, makeSet(machine, left, false), without, right);
    default:
      return undefined;
  }
}

/** Whether a view has no item in common with an iterable. */
export function isViewDisjoint(machine: Machine, view: DictView, iterable: Value): Outcome {
  if (iterable === view) return view.dict.table.size === 0;
  const size = sizeOf(iterable);
  const isLarger = size !== undefined && size > view.dict.table.size;
  return isLarger ? hasNoItem(machine, view, iterable) : hasNoItem(machine, iterable, view);
}

/** Goes through the smaller of two that can be asked what they contain, else through the iterable. */
function viewIntersection(machine: Machine, view: Value, iterable: Value): Outcome {
  const size = (view as DictView).dict.table.size;
  if (iterable instanceof SetObject && !iterable.isFrozen && size <= iterable.table.size) {
    return intersection(machine, iterable, view);
  }
  const result = machine.allocate(new SetObject(false));
  const isLarger = iterable instanceof DictView && iterable.of !== 'values' && iterable.dict.table.size > size;
  const [items, container] = isLarger ? [view, iterable] : [iterable, view];
  return andThen(machine, addCommon(machine, items, container, result), itself, result);
}

function sizeOf(value: Value): number | undefined {
  if (value instanceof SetObject) return value.table.size;
  return value instanceof DictView && value.of !== 'values' ? value.dict.table.size : undefined;
}

const addCommon = itemLoop<[Value, SetObject]>(
  (machine, item, container, result) => andThen(machine, contains(machine, container, item), addIfThere, item, result),
  () => null,
);

const addIfThere: Step<[Value, SetObject]> = {
  after: (machine, isThere, item, result) => (isThere === true ? addItem(machine, result, item) : null),
};

const hasNoItem = itemLoop<[Value]>(
  (machine, item, container) => andThen(machine, contains(machine, container, item), falseIfThere),
  () => true,
);

const falseIfThere: Step<[]> = { after: (_machine, isThere) => (isThere === true ? false : null) };

const itself: Step<[Value]> = { after: (_machine, _none, value) => value };

const withAll: Step<[Value]> = {
  after: (machine, set, other) => andThen(machine, addAll(machine, set as SetObject, other), itself, set),
};

const toggled: Step<[Value]> = {
  after: (machine, set, other) => andThen(machine, toggleAll(machine, set as SetObject, other), itself, set),
};

const without: Step<[Value]> = {
  after: (machine, set, other) => andThen(machine, removeAll(machine, set as SetObject, other), itself, set),
};
