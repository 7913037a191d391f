import { nextSharedNumber } from '../heap/shared-numbers.ts';
import { HeapObject } from '../values/index.ts';

/** What a special method returns that leaves an operation to the other operand. */
export const NOT_IMPLEMENTED: HeapObject = new (class NotImplemented extends HeapObject {
  epoch = 0;
  mark = 0;
  allocation = nextSharedNumber();
  readonly typeName = 'NotImplementedType';
})();
