import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ExceptionObject, NativeFunction } from '../objects/index.ts';
import { later, type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { specialMethod } from '../types/registry.ts';
import * as plain from '../values/index.ts';
import { HeapObject, MAXIMUM_STRING_LENGTH, typeName, type Value } from '../values/index.ts';
import { ReprRecord, type Bounds, type Written } from './repr-record.ts';

/** `str(value)`: a str. */
export function str(machine: Machine, value: Value): Outcome {
  if (!(value instanceof HeapObject)) return plain.str(value);
  const own = specialMethod(value, '__str__');
  if (own !== undefined) return callMethod(own, [value]).thenDo(textOf, '__str__');
  if (value instanceof ExceptionObject) return exceptionText(machine, value);
  const shown = specialMethod(value, '__repr__');
  return shown === undefined ? builtInRepr(machine, value) : callMethod(shown, [value]).thenDo(textOf, '__str__');
}

/** `repr(value)`: a str. Objects of the program write themselves, those that they are part of around them. */
export function repr(machine: Machine, value: Value): Outcome {
  if (!(value instanceof HeapObject)) return plain.repr(value);
  const own = specialMethod(value, '__repr__');
  return own === undefined ? builtInRepr(machine, value) : callMethod(own, [value]).thenDo(textOf, '__repr__');
}

/** `repr` of an object as its built-in type gives it, whatever its class says. */
export function builtInRepr(machine: Machine, object: HeapObject): Outcome {
  const bounds = boundsOf(machine);
  const record = new ReprRecord();
  const written = record.goOn(record.enterBuiltIn(object, 0, bounds), 0, bounds);
  if (written.state === 'done' || written.state === 'length') return answerFor(machine, record, 0, 0, written);
  // Something else of the program runs before this is done. It may itself stand in a text that is being written.
  const waiting = machine.waitingFor(partWritten);
  if (waiting === null) return answerFor(machine, machine.allocate(record), 0, 0, written);
  const [outer, , open] = waiting;
  machine.heap.beforeWrite(outer);
  outer.cut(open);
  return answerFor(machine, outer, open, 0, outer.goOn(outer.enterBuiltIn(object, open, bounds), open, bounds));
}

/** `ascii(value)`: its `repr`, with every code point beyond ASCII escaped. */
export function ascii(machine: Machine, value: Value): Outcome {
  const text = repr(machine, value);
  return typeof text === 'string' ? plain.escapeNonAscii(text) : (text as Exclude<Outcome, Value>).thenDo(escaped);
}

const escaped: Step<[]> = { after: (_machine, text) => plain.escapeNonAscii(text as string) };

/** `str(e)` as the built-in class of the exception gives it. */
export function exceptionText(machine: Machine, exception: ExceptionObject): Outcome {
  const method = exception.class.lookUp('__str__');
  if (method instanceof NativeFunction) return method.run(machine, { values: [exception], names: [] });
  return repr(machine, exception);
}

/** The same as `str` shows it. */
export function plainStr(value: Value): string {
  return typeof value === 'string' ? value : plainRepr(value);
}

/**
 * A value as text, without running anything of the program: objects of its classes show themselves as `object` does. Never
 * raises: what is nested too deep is `...`, and what is too long ends in `…`.
 */
export function plainRepr(value: Value): string {
  if (!(value instanceof HeapObject)) return plain.repr(value);
  const record = new ReprRecord();
  const { text, state } = record.begin(value, PLAIN_BOUNDS);
  return state === 'done' ? text : `${text}…`;
}

const PLAIN_BOUNDS: Bounds = {
  depth: 200,
  tooDeep: () => '...',
  length: 2 ** 24,
  parts: 2 ** 20,
  writesItself: () => false,
};

/** What a unit of a text takes. */
const UNIT_BYTES = 2;
/** Parts of a text that are written before the machine may be paused. */
const LONG_TEXT = 4096;

function boundsOf(machine: Machine): Bounds {
  return {
    depth: machine.limits.depth - machine.frameCount - 1,
    tooDeep: () => raise('RecursionError', 'maximum recursion depth exceeded while getting the repr of an object'),
    length: MAXIMUM_STRING_LENGTH,
    parts: LONG_TEXT,
    writesItself: object => specialMethod(object, '__repr__') !== undefined,
  };
}

/**
 * Answers for a text that is done, or waits until its next part can be written; `base` objects were open before it, and so many
 * `counted` units of the text are known to the heap.
 */
function answerFor(
  machine: Machine,
  record: ReprRecord,
  base: number,
  counted: number,
  { text, state, part }: Written,
): Outcome {
  machine.heap.reserve(UNIT_BYTES * text.length);
  machine.heap.joined(text, text.length - counted);
  switch (state) {
    case 'done':
      plain.checkStringLength(text.length);
      return text;
    case 'length':
      return raise('MemoryError', '');
    case 'parts':
      return later('').thenDo(partWritten, record, base, record.depth, text);
    case 'part':
      return callMethod(specialMethod(part, '__repr__') as Value, [part])
        .thenDo(textOf, '__repr__')
        .thenDo(partWritten, record, base, record.depth, text);
  }
}

/** `open` objects were open when the part was asked to write itself. */
const partWritten: Step<[record: ReprRecord, base: number, open: number, text: string]> = {
  hasCounted: true,
  after(machine, part, record, base, open, text) {
    machine.heap.beforeWrite(record);
    record.cut(open);
    const joined = text + (part as string);
    return answerFor(machine, record, base, joined.length, record.goOn(joined, base, boundsOf(machine)));
  },
};

/** What a method of the program gave has to be a str. */
const textOf: Step<[string]> = {
  hasCounted: true,
  after(_machine, result, method) {
    if (typeof result === 'string') return result;
    raise('TypeError', `${method} returned non-string (type ${typeName(result)})`);
  },
};
