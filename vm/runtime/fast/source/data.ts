import type { Cell } from '../../objects/index.ts';
import type { Value } from '../../values/index.ts';
import { REFERENCES, TAGS, Tag } from '../slots.ts';
import { storeCell } from '../outside/cells.ts';
import { copy, isUnbound, put, rotate, swap } from './macros.ts';

instruction('LOAD_LOCAL', () => {
  const from = fp + operand;
  if (isUnbound(from)) leave();
  copy(sp, from);
  sp++;
  next();
});

/** A constant. */
instruction('LOAD_SLOT', () => {
  const from = operand;
  copy(sp, from);
  sp++;
  next();
});

/** A name that no global has is that of a built-in, whose slot is behind those of the globals. */
instruction('LOAD_GLOBAL', () => {
  let from = operand;
  if (isUnbound(from)) {
    from += globals;
    if (isUnbound(from)) leave();
  }
  copy(sp, from);
  sp++;
  next();
});

instruction('LOAD_CELL', () => {
  const cell: Cell = REFERENCES[fp + operand] as Cell;
  const held: Value | undefined = cell.value;
  if (held === undefined) leave();
  put(sp, held);
  sp++;
  next();
});

instruction('STORE_LOCAL', () => {
  sp--;
  const to = fp + operand;
  copy(to, sp);
  next();
});

/** A global. */
instruction('STORE_SLOT', () => {
  sp--;
  const to = operand;
  copy(to, sp);
  next();
});

instruction('STORE_CELL', () => {
  perform(storeCell);
});

instruction('DELETE_LOCAL', () => {
  const to = fp + operand;
  if (isUnbound(to)) leave();
  TAGS[to] = Tag.Unbound;
  next();
});

/** A global. */
instruction('DELETE_SLOT', () => {
  const to = operand;
  if (isUnbound(to)) leave();
  TAGS[to] = Tag.Unbound;
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

instruction('DUP_TWO', () => {
  const first = sp - 2;
  const second = sp - 1;
  const copyOfSecond = sp + 1;
  copy(sp, first);
  copy(copyOfSecond, second);
  sp += 2;
  next();
});

instruction('SWAP', () => {
  swap();
  next();
});

instruction('ROT_THREE', () => {
  rotate();
  next();
});

instruction('NOP', () => {
  next();
});
