import { call, callClass, callFunction, callKnown, callMethod } from '../calls.ts';
import { firstTryOf } from '../frames.ts';
import { resume, returnFromGenerator, yieldValue } from '../iteration.ts';
import { CALLS, ENTRIES, FRAME_SIZES, NEEDED_SLOTS, PARAMETERS, REGISTERS, Register, limits } from '../registers.ts';
import { TAGS, Tag, functionAt, unbind } from '../slots.ts';
import { beginFrame, copy } from './macros.ts';

/** A function that captures nothing, with as many arguments as it has parameters. */
instruction('CALL_DIRECT', () => {
  const callee = operand;
  const first = sp - PARAMETERS[callee];
  if (PARAMETERS[callee] < 0 || first + NEEDED_SLOTS[callee] > limits.slots || calls >= limits.calls) perform(call);
  beginFrame(callee, first, first);
  jumpOrPause(ENTRIES[callee]);
});

/** Any value, with arguments by place. */
instruction('CALL', () => {
  const first = sp - operand;
  if (TAGS[first - 1] === Tag.Function) {
    const callee = functionAt(first - 1);
    if (PARAMETERS[callee] === operand && first + NEEDED_SLOTS[callee] <= limits.slots && calls < limits.calls) {
      beginFrame(callee, first, first - 1);
      jumpOrPause(ENTRIES[callee]);
    }
    perform(callFunction);
  }
  if (TAGS[first - 1] === Tag.Class) perform(callClass);
  perform(call);
});

instruction('CALL_METHOD', () => {
  perform(callMethod);
});

/** A function of the program that has more to set up than its arguments. */
instruction('CALL_KNOWN', () => {
  perform(callKnown);
});

/** All other calls. */
instruction('CALL_ANY', () => {
  perform(call);
});

instruction('RETURN_VALUE', () => {
  if (calls === 0) leave();
  const from = sp - 1;
  const to = CALLS[calls + 2];
  copy(to, from);
  sp = to + 1;
  fp = CALLS[calls + 1];
  const back = CALLS[calls];
  calls -= 4;
  jumpOrPause(back);
});

/** Of a function that sets up handlers: those that are left go with it. */
instruction('RETURN_FROM_TRY', () => {
  if (calls === 0) leave();
  REGISTERS[Register.tries] = firstTryOf(calls);
  const from = sp - 1;
  const to = CALLS[calls + 2];
  copy(to, from);
  sp = to + 1;
  fp = CALLS[calls + 1];
  const back = CALLS[calls];
  calls -= 4;
  jumpOrPause(back);
});

instruction('RETURN_FROM_GENERATOR', () => {
  perform(returnFromGenerator);
});

instruction('YIELD', () => {
  perform(yieldValue);
});

instruction('RESUME', () => {
  perform(resume);
});
