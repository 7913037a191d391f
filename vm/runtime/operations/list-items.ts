/** What `insert`, `pop` and `del` do with one item of a list. */
import { raise } from '../errors.ts';
import type { Heap } from '../heap/heap.ts';
import type { ListObject } from '../objects/index.ts';
import type { Value } from '../values/index.ts';

/** Puts an item before the one at an index; an index beyond all items is cut to them. */
export function insertItem(heap: Heap, list: ListObject, index: number, item: Value): void {
  const place = index < 0 ? Math.max(index + list.length, 0) : Math.min(index, list.length);
  if (place === list.length) list.push(heap, item);
  else list.insert(heap, place, item);
}

/** Takes the item at an index out, and answers with it. Raises `IndexError` where there is none. */
export function takeItem(heap: Heap, list: ListObject, index: number): Value {
  if (list.length === 0) raise('IndexError', 'pop from empty list');
  const place = index < 0 ? index + list.length : index;
  if (place < 0 || place >= list.length) raise('IndexError', 'pop index out of range');
  if (place === list.length - 1) return list.pop(heap);
  const item = list.at(place);
  list.remove(heap, place);
  return item;
}

/** Takes the item at a place out that is there. */
export function deleteItem(heap: Heap, list: ListObject, place: number): void {
  if (place === list.length - 1) list.pop(heap);
  else list.remove(heap, place);
}
