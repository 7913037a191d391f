import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ListObject, type SliceObject } from '../objects/index.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { collectOr } from './iteration-errors.ts';
import { itemBounds } from './slices.ts';

/** `list[slice] = values` with a resolved slice; answers with `None`. */
export function storeListSlice(machine: Machine, list: ListObject, slice: SliceObject, values: Value): Outcome {
  const { start, stop, step, count } = itemBounds(slice, list.length);
  if (step === 1) {
    // Another list is only read.
    const isOther = values instanceof ListObject && values !== list;
    const items = isOther ? values : collectOr(machine, values, 'can only assign an iterable');
    return andThen(machine, items, replacePart, list, start, Math.max(stop, start));
  }
  const items = collectOr(machine, values, 'must assign iterable to extended slice');
  return andThen(machine, items, replaceEvery, list, start, step, count);
}

/** `del list[slice]` with a resolved slice; answers with `None`. */
export function deleteListSlice({ heap }: Machine, list: ListObject, slice: SliceObject): Outcome {
  const { start, step, count } = itemBounds(slice, list.length);
  if (count === 0) return null;
  // The step may be larger than all numbers that are exact; then there is only one item.
  const [first, stride] = step > 0 || count === 1 ? [start, Math.abs(step)] : [start + step * (count - 1), -step];
  if (stride === 1 || count === 1) list.splice(heap, first, count, []);
  else list.removeEvery(heap, first, stride, count);
  return null;
}

const replacePart: Step<[ListObject, number, number]> = {
  after({ heap }, values, list, start, stop) {
    // What gave the values may have changed the list.
    const from = Math.min(start, list.length);
    const to = Math.min(Math.max(stop, from), list.length);
    list.splice(heap, from, to - from, (values as ListObject).items);
    return null;
  },
};

const replaceEvery: Step<[ListObject, number, number, number]> = {
  after({ heap }, values, list, start, step, count) {
    const { items } = values as ListObject;
    if (items.length !== count) {
      raise('ValueError', `attempt to assign sequence of size ${items.length} to extended slice of size ${count}`);
    }
    for (let at = 0, index = start; at < items.length; at++, index += step) {
      if (index < list.length) list.set(heap, index, items[at]);
    }
    return null;
  },
};
