/** `%` formatting with arguments that are objects of the heap: a tuple of values, a mapping, or one object to be shown. */
import { raise, raiseWith } from '../errors.ts';
import { DictObject, TupleObject, keyOf } from '../objects/index.ts';
import { answering, formatPercent, type HeapObject, type ObjectRequest, type Value } from '../values/index.ts';
import { plainRepr } from './text.ts';

/** `format % argument` */
export function formatWithObject(format: string, argument: HeapObject): string {
  const values = argument instanceof TupleObject ? argument.items : [argument];
  const mapping = argument instanceof DictObject ? argument : undefined;
  return answering(formatPercent(format, { values, mapping }), answer);
}

/** What formatting asks of an object; `undefined` where it has nothing of the kind. */
function answer(request: ObjectRequest): Value | undefined {
  switch (request.kind) {
    case 'str':
    case 'format':
    case 'repr':
    case 'ascii':
      return plainRepr(request.object);
    case 'item':
      return item(request.object, request.key);
    default:
      return undefined;
  }
}

function item(container: Value, key: Value): Value {
  if (!(container instanceof DictObject)) raise('TypeError', 'format requires a mapping');
  const entry = container.table.find(keyOf(key) ?? null);
  return entry < 0 ? raiseWith('KeyError', key) : container.table.valueAt(entry);
}
