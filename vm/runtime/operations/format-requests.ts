/**
 * Formatting asks about objects as it goes on, and the answer may be the program's to give. So it is run from its start with the
 * answers that are there already: the first question without one is what has to happen next.
 */
import type { Machine } from '../machine.ts';
import { EXHAUSTED, newTuple, type TupleObject } from '../objects/index.ts';
import { Pending, type Outcome, type Step } from '../pending.ts';
import { specialMethod } from '../types/registry.ts';
import type { Asking, HeapObject, ObjectRequest, Value } from '../values/index.ts';
import { loadAttribute } from './attributes.ts';
import { toFloat, toIndex, toInteger } from './conversions.ts';
import { format } from './format.ts';
import { loadIndex } from './indexing.ts';
import { ascii, repr, str } from './text.ts';

/**
 * The text of a formatting whose first questions have these answers. Where an answer has to be waited for, `goOn` adds the
 * step that calls this again with that answer behind the ones that were there.
 */
export function answerRequests(
  machine: Machine,
  formatting: Asking<string>,
  answers: readonly Value[],
  goOn: (answer: Pending, answers: TupleObject) => Pending,
): Outcome {
  const known = [...answers];
  let state = formatting.next();
  for (let asked = 0; state.done !== true; asked++) {
    if (asked === known.length) {
      const outcome = answer(machine, state.value);
      if (outcome instanceof Pending) return goOn(outcome, newTuple(machine.heap, known));
      known.push(outcome);
    }
    state = formatting.next(known[asked] === NONE ? undefined : known[asked]);
  }
  return machine.heap.made(state.value);
}

/** The answer for an object that has nothing of the kind. */
const NONE = EXHAUSTED;

function answer(machine: Machine, request: ObjectRequest): Outcome {
  switch (request.kind) {
    case 'str':
      return str(machine, request.object);
    case 'repr':
      return repr(machine, request.object);
    case 'ascii':
      return ascii(machine, request.object);
    case 'format':
      return format(machine, request.object, request.spec);
    case 'item':
      return loadIndex(machine, request.object, request.key);
    case 'attribute':
      return loadAttribute(machine, request.object, request.name);
    case 'int':
      return hasAny(request.object, ['__int__', '__index__']) ? orNone(toInteger(machine, request.object)) : NONE;
    case 'index':
      return hasAny(request.object, ['__index__']) ? orNone(toIndex(machine, request.object)) : NONE;
    case 'float':
      return hasAny(request.object, ['__float__', '__index__']) ? toFloat(machine, request.object) : NONE;
  }
}

function hasAny(object: HeapObject, methods: readonly string[]): boolean {
  return methods.some(method => specialMethod(object, method) !== undefined);
}

/** A number that cannot be had is none, whatever its method says to that. */
function orNone(number: Outcome): Outcome {
  return number instanceof Pending ? number.thenDo(noneForTypeError) : number;
}

const noneForTypeError: Step<[]> = {
  after: (_machine, number) => number,
  rescues: ['TypeError'],
  rescue: () => NONE,
};
