import { FunctionObject, InstanceObject, ListObject, type GeneratorObject } from '../../objects/index.ts';
import {
  call,
  callClass,
  callDirect,
  callFunctionOfMachine,
  callKnown,
  callSpread,
  callValue,
  callValueByName,
  makeFunction,
} from '../outside/calls.ts';
import { callInSlots, callMethod, callMethodByName } from '../outside/method-calls.ts';
import { tailCallKnown, tailCallValue } from '../outside/tail-calls.ts';
import { capture } from '../entering.ts';
import { append, callBuiltIn } from '../outside/natives.ts';
import { firstTryOf } from '../frames.ts';
import { keepTries } from '../seats.ts';
import { appendAt } from '../outside/items.ts';
import { resume, returnFromGenerator, yieldValue } from '../outside/iteration.ts';
import {
  CALLS,
  CAPTURED,
  ENTRIES,
  NEEDED_SLOTS,
  PARAMETERS,
  REGISTERS,
  RESUME_AT,
  Register,
  Seat,
  limits,
} from '../registers.ts';
import type { Lesson } from '../sites.ts';
import { NUMBERS, REFERENCES, TAGS, Tag } from '../slots.ts';
import { BACKS, WAITS } from '../waits.ts';
import { beginFrame, endFrame, hasTries, holds } from './macros.ts';

/** A function that captures nothing, with as many arguments as it has parameters. */
instruction('CALL_DIRECT', () => {
  const callee = operand;
  const first = sp - PARAMETERS[callee];
  if (PARAMETERS[callee] < 0 || first + NEEDED_SLOTS[callee] > limits.slots || calls >= limits.calls)
    perform(callDirect);
  beginFrame(callee, first, first);
  jumpOrPause(ENTRIES[callee]);
});

/** Any value, with arguments by place. */
instruction('CALL', () => {
  const first = sp - operand;
  const called: unknown = REFERENCES[first - 1];
  if (TAGS[first - 1] === Tag.Object && called instanceof FunctionObject) {
    const callee = called.code.index;
    if (PARAMETERS[callee] === operand && first + NEEDED_SLOTS[callee] <= limits.slots && calls < limits.calls) {
      beginFrame(callee, first, first - 1);
      if (CAPTURED[callee] > 0) capture(called.cells, sp);
      jumpOrPause(ENTRIES[callee]);
    }
  }
  perform(callValue);
});

/** A function of the machine itself the last time: in `CALL` the host would first see that it is none of the program. */
instruction('CALL_NATIVE', () => {
  perform(callFunctionOfMachine);
});

/** A class the last time. */
instruction('CALL_CLASS', () => {
  perform(callClass);
});

instruction('CALL_METHOD', () => {
  let lesson: Lesson | null = sites[operand].latest;
  if (lesson !== null) {
    const first = sp - 1 - sites[operand].count;
    const object: InstanceObject = REFERENCES[first] as InstanceObject;
    if (TAGS[first] === Tag.Object) {
      const shape: unknown = object.shape;
      if (lesson.shape !== shape && lesson.next !== null) lesson = lesson.next;
      if (lesson.shape !== shape && lesson.next !== null) lesson = lesson.next;
      if (lesson.shape !== shape || !holds(lesson)) perform(callMethod);
      const callee = lesson.callee;
      if (PARAMETERS[callee] === sp - first && first + NEEDED_SLOTS[callee] <= limits.slots && calls < limits.calls) {
        beginFrame(callee, first, first);
        if (CAPTURED[callee] > 0) capture((lesson.method as FunctionObject).cells, sp);
        jumpOrPause(ENTRIES[callee]);
      }
    }
  }
  perform(callMethod);
});

/** `append` of a list: what loops do most. */
instruction('CALL_APPEND', () => {
  if (appendAt(sp - 2, sp - 1)) {
    TAGS[sp - 2] = Tag.None;
    sp--;
    next();
  }
  byStep();
  const list: unknown = REFERENCES[sp - 2];
  if (TAGS[sp - 2] !== Tag.Object || !(list instanceof ListObject)) become('CALL_METHOD');
  perform(append);
});

/** A method of a built-in type the last time, with a way of its own. */
instruction('CALL_IN_SLOTS', () => {
  perform(callInSlots);
});

/** Any value, with arguments by name. */
instruction('CALL_BY_NAME', () => {
  perform(callValueByName);
});

instruction('CALL_METHOD_BY_NAME', () => {
  perform(callMethodByName);
});

/** A function of the program that has more to set up than its arguments, or gets some by name. */
instruction('CALL_KNOWN', () => {
  perform(callKnown);
});

instruction('CALL_SPREAD', () => {
  perform(callSpread);
});

instruction('MAKE_FUNC', () => {
  perform(makeFunction);
});

instruction('CALL_BUILT_IN', () => {
  perform(callBuiltIn);
});

/** A function of the program in the place of the one that calls it. */
instruction('TAIL_CALL_KNOWN', () => {
  perform(tailCallKnown);
});

/** The same of any value. */
instruction('TAIL_CALL', () => {
  perform(tailCallValue);
});

/** All other calls. */
instruction('CALL_ANY', () => {
  perform(call);
});

instruction('RETURN_VALUE', () => {
  if (calls === 0) leave();
  const from = sp - 1;
  const back = CALLS[calls];
  endFrame(from);
  jumpOrPause(back);
});

/** Of a function that sets up handlers: those that are left go with it. */
instruction('RETURN_FROM_TRY', () => {
  if (calls === 0) leave();
  REGISTERS[Register.tries] = firstTryOf(calls);
  const from = sp - 1;
  const back = CALLS[calls];
  endFrame(from);
  jumpOrPause(back);
});

instruction('RETURN_FROM_GENERATOR', () => {
  perform(returnFromGenerator);
});

/** To a loop of the program, or to `NEXT`. */
instruction('YIELD', () => {
  const back = CALLS[calls];
  if (fp >= limits.seats && back !== RESUME_AT) {
    if (!hasTries(calls)) NUMBERS[fp + Seat.tries] = 0;
    else if (!keepTries(fp, calls)) perform(yieldValue);
    const from = sp - 1;
    const generator: GeneratorObject = REFERENCES[fp + Seat.generator] as GeneratorObject;
    NUMBERS[fp + Seat.pc] = pc + 2;
    NUMBERS[fp + Seat.sp] = from;
    generator.rest(fp);
    endFrame(from);
    jumpOrPause(back);
  }
  performRarely(yieldValue);
});

/** Takes back where the result of a call goes that somebody waits for; most often it is the object that has been initialized. */
instruction('RESUME', () => {
  const waiting: unknown = WAITS[(calls >> 2) + 1];
  if (waiting instanceof InstanceObject && TAGS[sp - 1] === Tag.None) {
    const made = sp - 1;
    TAGS[made] = Tag.Object;
    REFERENCES[made] = waiting;
    resumeAt(BACKS[(calls >> 2) + 1]);
  }
  perform(resume);
});
