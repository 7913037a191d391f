import { copy, isUnbound } from './macros.ts';

/** A local or a global that is bound; a constant always is. */
instruction('LOAD_LOCAL', () => {
  const from = fp + operand;
  if (isUnbound(from)) leave();
  copy(sp, from);
  sp++;
  next();
});

instruction('LOAD_SLOT', () => {
  const from = operand;
  if (isUnbound(from)) leave();
  copy(sp, from);
  sp++;
  next();
});

instruction('STORE_LOCAL', () => {
  sp--;
  const to = fp + operand;
  copy(to, sp);
  next();
});

instruction('STORE_SLOT', () => {
  sp--;
  const to = operand;
  copy(to, sp);
  next();
});

instruction('POP_TOP', () => {
  sp--;
  next();
});

instruction('DUP_TOP', () => {
  const from = sp - 1;
  copy(sp, from);
  sp++;
  next();
});

instruction('NOP', () => {
  next();
});
