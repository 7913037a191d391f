import { NUMBERS, TAGS, Tag } from '../slots.ts';

instruction('JUMP', () => {
  jumpOrPause(operand);
});

instruction('JUMP_IF_FALSE', () => {
  const condition = sp - 1;
  const tag = TAGS[condition];
  if (tag === Tag.Bool || tag === Tag.Int) {
    sp--;
    if (NUMBERS[condition] === 0) jumpOrPause(operand);
    next();
  }
  leave();
});

instruction('JUMP_IF_TRUE', () => {
  const condition = sp - 1;
  const tag = TAGS[condition];
  if (tag === Tag.Bool || tag === Tag.Int) {
    sp--;
    if (NUMBERS[condition] !== 0) jumpOrPause(operand);
    next();
  }
  leave();
});
