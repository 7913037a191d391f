import { ClassObject, TupleObject } from '../objects/index.ts';
import type { Value } from '../values/index.ts';

/**
 * Whether a class is one of these, or derives from one: `classes` is a class, or a tuple of such, however deep. They are looked at
 * in their order until one fits; `undefined` where what is no class comes before that.
 */
export function derivesFrom(type: ClassObject, classes: Value): boolean | undefined {
  if (classes instanceof ClassObject) return type.isSubclassOf(classes);
  const left = [classes];
  while (left.length > 0) {
    const next = left.pop() as Value;
    if (next instanceof TupleObject) left.push(...next.items.toReversed());
    else if (!(next instanceof ClassObject)) return undefined;
    else if (type.isSubclassOf(next)) return true;
  }
  return false;
}
