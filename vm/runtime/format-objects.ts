/** `%` formatting with arguments that are objects of the heap: a tuple of values, a mapping, or one object to be shown. */
import { DictObject, TupleObject } from './collections.ts';
import { raise } from './errors.ts';
import { repr, str } from './operations.ts';
import { answering, formatPercent, type HeapObject, type ObjectRequest, type Value } from './values/index.ts';

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
      return str(request.object);
    case 'repr':
    case 'ascii':
      return repr(request.object);
    case 'item':
      return item(request.object, request.key);
    default:
      return undefined;
  }
}

function item(container: Value, key: Value): Value | undefined {
  const found = container instanceof DictObject && typeof key === 'string' ? container.entries.get(key) : undefined;
  return found === undefined ? raise('KeyError', repr(key)) : found;
}
