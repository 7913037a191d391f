import type { Machine } from '../machine.ts';
import { DictObject, ListObject, RangeObject, TupleObject } from '../objects/index.ts';
import type { Outcome, Step } from '../pending.ts';
import { specialMethod } from '../types/registry.ts';
import {
  formatPercent,
  formatPercentPlain,
  type HeapObject,
  type PercentArguments,
  type Value,
} from '../values/index.ts';
import { answerRequests } from './format-requests.ts';

/** `format % argument` with an object of the heap: a tuple of values, something with items by key, or one object to be shown. */
export function formatWithObject(machine: Machine, format: string, argument: HeapObject): Outcome {
  machine.heap.reserve(TEMPLATE_BYTES * format.length);
  const text = formatPercentPlain(format, sourceOf(argument));
  return text === undefined ? formatFrom(machine, format, argument, []) : machine.heap.made(text);
}

/** About what each unit of a format takes while it is read, where it is nothing but conversions. */
const TEMPLATE_BYTES = 32;

function formatFrom(machine: Machine, format: string, argument: HeapObject, answers: readonly Value[]): Outcome {
  machine.heap.reserve(TEMPLATE_BYTES * format.length);
  return answerRequests(machine, formatPercent(format, sourceOf(argument)), answers, (answer, known) =>
    answer.thenDo(answered, format, argument, known),
  );
}

function sourceOf(argument: HeapObject): PercentArguments {
  if (argument instanceof TupleObject) return { values: argument.items, mapping: undefined };
  return { values: [argument], mapping: hasItems(argument) ? argument : undefined };
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
