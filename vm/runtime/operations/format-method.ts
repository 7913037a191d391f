/** `str.format` and `str.format_map`. */
import type { Machine } from '../machine.ts';
import { newTuple, type Arguments, type TupleObject } from '../objects/index.ts';
import type { Outcome, Step } from '../pending.ts';
import { formatText, formatTextPlain, type FormatArguments, type Value } from '../values/index.ts';
import { answerRequests } from './format-requests.ts';

/** `text.format(…)` */
export function formatWithArguments(machine: Machine, text: string, given: Arguments): Outcome {
  machine.heap.reserve(TEMPLATE_BYTES * text.length);
  const formatted = formatTextPlain(text, sourceOf(given));
  return formatted === undefined ? formatFrom(machine, text, given, []) : machine.heap.made(formatted);
}

/** `text.format_map(mapping)` */
export function formatWithMapping(machine: Machine, text: string, mapping: Value): Outcome {
  return formatMapFrom(machine, text, mapping, []);
}

/** About what each unit of a template takes while its fields are read, where they stand close together. */
const TEMPLATE_BYTES = 64;

function formatFrom(machine: Machine, text: string, given: Arguments, answers: readonly Value[]): Outcome {
  machine.heap.reserve(TEMPLATE_BYTES * text.length);
  const { values, names } = given;
  return answerRequests(machine, formatText(text, sourceOf(given)), answers, (answer, known) =>
    answer.thenDo(answered, text, newTuple(machine.heap, values), newTuple(machine.heap, names), known),
  );
}

function sourceOf({ values, names }: Arguments): FormatArguments {
  if (names.length === 0) return { positional: values, named: NO_NAMES };
  const first = values.length - names.length;
  const named = new Map(names.map((name, index): [string, Value] => [name, values[first + index]]));
  return { positional: values.slice(0, first), named };
}

const NO_NAMES: ReadonlyMap<string, Value> = new Map();

const answered: Step<[text: string, values: TupleObject, names: TupleObject, known: TupleObject]> = {
  after: (machine, answer, text, values, names, known) =>
    formatFrom(machine, text, { values: values.items, names: names.items as string[] }, [...known.items, answer]),
};

function formatMapFrom(machine: Machine, text: string, mapping: Value, answers: readonly Value[]): Outcome {
  machine.heap.reserve(TEMPLATE_BYTES * text.length);
  const formatting = formatText(text, { positional: undefined, named: { mapping } });
  return answerRequests(machine, formatting, answers, (answer, known) =>
    answer.thenDo(answeredOfMap, text, mapping, known),
  );
}

const answeredOfMap: Step<[text: string, mapping: Value, known: TupleObject]> = {
  after: (machine, answer, text, mapping, known) => formatMapFrom(machine, text, mapping, [...known.items, answer]),
};
