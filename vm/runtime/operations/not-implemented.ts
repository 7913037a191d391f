import { HeapObject } from '../values/index.ts';
import { nextSharedNumber } from '../objects/index.ts';

/** What a special method returns that leaves an operation to the other operand. */
export const NOT_IMPLEMENTED: HeapObject = new (class NotImplemented extends HeapObject {
  override readonly allocation = nextSharedNumber();
  readonly typeName = 'NotImplementedType';
})();
