import { raise } from '../errors.ts';
import { iterate } from '../iterators.ts';
import { IteratorObject } from '../objects.ts';
import { isTrue } from '../values/truth.ts';
import { typeName } from '../values/type-names.ts';
import type { Handlers } from './handler.ts';

export const controlHandlers: Handlers<
  | 'JUMP'
  | 'JUMP_IF_TRUE'
  | 'JUMP_IF_FALSE'
  | 'JUMP_IF_TRUE_OR_POP'
  | 'JUMP_IF_FALSE_OR_POP'
  | 'GET_ITER'
  | 'FOR_ITER'
  | 'HALT'
> = {
  JUMP(_machine, frame, target) {
    frame.at = target;
  },

  JUMP_IF_TRUE(_machine, frame, target) {
    if (isTrue(frame.pop())) frame.at = target;
  },

  JUMP_IF_FALSE(_machine, frame, target) {
    if (!isTrue(frame.pop())) frame.at = target;
  },

  JUMP_IF_TRUE_OR_POP(_machine, frame, target) {
    if (isTrue(frame.peek())) frame.at = target;
    else frame.pop();
  },

  JUMP_IF_FALSE_OR_POP(_machine, frame, target) {
    if (isTrue(frame.peek())) frame.pop();
    else frame.at = target;
  },

  GET_ITER(machine, frame) {
    const iterator = machine.allocate(iterate(frame.peek()));
    frame.pop();
    frame.push(iterator);
  },

  FOR_ITER(_machine, frame, target) {
    const iterator = frame.peek();
    if (!(iterator instanceof IteratorObject)) raise('TypeError', `'${typeName(iterator)}' object is not an iterator`);
    const item = iterator.next();
    if (item !== undefined) {
      frame.push(item);
      return;
    }
    frame.pop();
    frame.at = target;
  },

  HALT(machine) {
    machine.halt();
  },
};
