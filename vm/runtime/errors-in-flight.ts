import { FATAL_KINDS, Raised, RaisedException, type FatalKind } from './errors.ts';
import type { Heap } from './heap/heap.ts';
import { ExceptionObject, tupleOf, type ClassObject } from './objects/index.ts';
import type { Step } from './pending.ts';
import { exceptionType } from './types/index.ts';
import type { Value } from './values/value.ts';

/** The exception that was thrown. What is none is a mistake of the machine, and goes on as it is. */
export function exceptionOf(heap: Heap, thrown: unknown): ExceptionObject {
  if (thrown instanceof RaisedException) return thrown.exception;
  if (!(thrown instanceof Raised) || isFatal(thrown.kind)) throw thrown;
  const args = thrown.args ?? (thrown.message === '' ? [] : [thrown.message]);
  const exception = makeException(heap, exceptionType(thrown.kind), args);
  for (const name in thrown.members) exception.setMember(heap, name, thrown.members[name]);
  return exception;
}

/** An exception of the machine's own making; there is room for it even where the heap is full. */
export function makeException(heap: Heap, type: ClassObject, args: readonly Value[]): ExceptionObject {
  const exception = heap.allocateAnyway(new ExceptionObject(type, heap.allocateAnyway(tupleOf(args))));
  if (isStopIteration(type)) exception.setMember(heap, 'value', args[0] ?? null);
  return exception;
}

/** Whether a step takes errors of a class instead of letting them go by. */
export function rescues(step: Step<readonly (Value | undefined)[]>, type: ClassObject): boolean {
  return step.rescues?.some(name => type.isSubclassOf(exceptionType(name))) ?? false;
}

export function isStopIteration(type: ClassObject): boolean {
  return type.isSubclassOf(exceptionType('StopIteration'));
}

/** Whether an error ends the program, whatever handlers it has. */
export function isFatal(kind: string): kind is FatalKind {
  return (FATAL_KINDS as readonly string[]).includes(kind);
}
