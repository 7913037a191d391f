import { CALLS, ENTRIES, FRAME_SIZES, NEEDED_SLOTS, PARAMETERS, limits } from '../calls.ts';
import { unbind } from '../slots.ts';
import { copy } from './macros.ts';

/** A function that captures nothing, with as many arguments as it has parameters. */
instruction('CALL_DIRECT', () => {
  const callee = operand;
  if (sp + NEEDED_SLOTS[callee] > limits.slots || calls >= limits.calls) leave();
  const first = sp - PARAMETERS[callee];
  calls += 4;
  CALLS[calls] = pc + 2;
  CALLS[calls + 1] = fp;
  CALLS[calls + 2] = first;
  CALLS[calls + 3] = callee;
  fp = first;
  const end = first + FRAME_SIZES[callee];
  // In a function of its own: with a loop in it this one would be compiled to slower code.
  if (sp !== end) unbind(sp, end);
  sp = end;
  jumpOrPause(ENTRIES[callee]);
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
  jump(back);
});
