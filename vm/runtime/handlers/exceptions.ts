import { raise, RaisedException } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ClassObject, ExceptionObject, TupleObject } from '../objects/index.ts';
import { callLater, type Step } from '../pending.ts';
import { exceptionType } from '../types/registry.ts';
import { typeName, type Value } from '../values/index.ts';
import type { Handlers } from './handler.ts';

export const exceptionHandlers: Handlers<'SETUP_TRY' | 'POP_TRY' | 'RAISE' | 'EXC_MATCH'> = {
  SETUP_TRY(_machine, frame, target) {
    frame.handlers.push({ target, height: frame.stack.length });
  },

  POP_TRY(_machine, frame) {
    if (frame.handlers.pop() === undefined) raise('StackUnderflow', 'POP_TRY needs a handler, and this frame has none');
  },

  RAISE(machine, frame) {
    const value = frame.peek();
    if (value instanceof ExceptionObject) throw new RaisedException(value);
    if (!isExceptionClass(value)) raise('TypeError', 'exceptions must derive from BaseException');
    machine.answer(callLater(value, []).thenDo(raiseIt, value), 1);
  },

  EXC_MATCH(machine, frame) {
    machine.answer(isMatch(machine, frame.peek(1), frame.peek()), 1);
  },
};

/** Behind the call of a class that is raised. */
export const raiseIt: Step<[Value]> = {
  after(_machine, made, type) {
    if (made instanceof ExceptionObject) throw new RaisedException(made);
    const { name } = type as ClassObject;
    raise('TypeError', `calling ${name} should have returned an instance of BaseException, not ${typeName(made)}`);
  },
};

export function isExceptionClass(value: Value): value is ClassObject {
  return value instanceof ClassObject && value.isSubclassOf(exceptionType('BaseException'));
}

/** Whether an error is of a class, or of one of a tuple of classes. */
export function isMatch(machine: Machine, error: Value, wanted: Value): boolean {
  if (error instanceof ExceptionObject && error.class === wanted) return true;
  if (isExceptionClass(wanted)) return machine.classOf(error).isSubclassOf(wanted);
  const classes = wanted instanceof TupleObject ? wanted.items : [wanted];
  if (!classes.every(isExceptionClass)) {
    raise('TypeError', 'catching classes that do not inherit from BaseException is not allowed');
  }
  const type = machine.classOf(error);
  return classes.some(each => type.isSubclassOf(each));
}
