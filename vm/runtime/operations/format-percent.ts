import type { Machine } from '../machine.ts';
import { DictObject, ListObject, RangeObject, TupleObject } from '../objects/index.ts';
import type { Outcome, Step } from '../pending.ts';
import { specialMethod } from '../types/registry.ts';
import { formatPercent, type HeapObject, type Value } from '../values/index.ts';
import { answerRequests } from './format-requests.ts';

/** `format % argument` with an object of the heap: a tuple of values, something with items by key, or one object to be shown. */
export function formatWithObject(machine: Machine, format: string, argument: HeapObject): Outcome {
  return formatFrom(machine, format, argument, []);
}

/** About what each unit of a format takes while it is read, where it is nothing but conversions. */
const TEMPLATE_BYTES = 32;

function formatFrom(machine: Machine, format: string, argument: HeapObject, answers: readonly Value[]): Outcome {
  machine.heap.reserve(TEMPLATE_BYTES * format.length);
  const values = argument instanceof TupleObject ? argument.items : [argument];
  const mapping = hasItems(argument) ? argument : undefined;
  return answerRequests(machine, formatPercent(format, { values, mapping }), answers, (answer, known) =>
    answer.thenDo(answered, format, argument, known),
  );
}

const answered: Step<[format: string, argument: HeapObject, known: TupleObject]> = {
  after: (machine, answer, format, argument, known) => formatFrom(machine, format, argument, [...known.items, answer]),
};

/** Whether `%(key)s` may ask for items; arguments that nothing asks for are no error then. */
function hasItems(argument: HeapObject): boolean {
  return (
    argument instanceof DictObject ||
    argument instanceof ListObject ||
    argument instanceof RangeObject ||
    specialMethod(argument, '__getitem__') !== undefined
  );
}
