import { truthAt } from '../outside/cells.ts';
import { matchTop, raiseTop } from '../outside/errors.ts';
import { pushTry } from '../frames.ts';
import { forIter } from '../outside/iteration.ts';
import { REGISTERS, Register, TRIES, TRY_WORDS, Try } from '../registers.ts';
import { RangeIterator } from '../../objects/index.ts';
import { NUMBERS, REFERENCES, TAGS, Tag } from '../slots.ts';
import { isNumber, setInt } from './macros.ts';

instruction('JUMP', () => {
  jumpOrPause(operand);
});

instruction('JUMP_IF_FALSE', () => {
  const condition = sp - 1;
  if (isNumber(condition)) {
    sp--;
    if (NUMBERS[condition] === 0) jumpOrPause(operand);
    next();
  }
  const truth = truthAt(condition);
  if (truth < 0) leave();
  sp--;
  if (truth === 0) jumpOrPause(operand);
  next();
});

instruction('JUMP_IF_TRUE', () => {
  const condition = sp - 1;
  const truth = truthAt(condition);
  if (truth < 0) leave();
  sp--;
  if (truth === 1) jumpOrPause(operand);
  next();
});

instruction('JUMP_IF_FALSE_OR_POP', () => {
  const condition = sp - 1;
  const truth = truthAt(condition);
  if (truth < 0) leave();
  if (truth === 0) jumpOrPause(operand);
  sp--;
  next();
});

instruction('JUMP_IF_TRUE_OR_POP', () => {
  const condition = sp - 1;
  const truth = truthAt(condition);
  if (truth < 0) leave();
  if (truth === 1) jumpOrPause(operand);
  sp--;
  next();
});

instruction('FOR_ITER', () => {
  const iterator: unknown = REFERENCES[sp - 1];
  if (
    TAGS[sp - 1] === Tag.Object &&
    iterator instanceof RangeIterator &&
    iterator.epoch === epoch &&
    iterator.left > 0
  ) {
    setInt(sp, iterator.current);
    iterator.advance();
    sp++;
    next();
  }
  perform(forIter);
});

instruction('SETUP_TRY', () => {
  if (REGISTERS[Register.tries] >= TRIES.length) leave();
  pushTry(operand, sp, calls);
  next();
});

instruction('POP_TRY', () => {
  const tries = REGISTERS[Register.tries] - TRY_WORDS;
  if (tries < 0 || TRIES[tries + Try.calls] !== calls) leave();
  REGISTERS[Register.tries] = tries;
  next();
});

instruction('RAISE', () => {
  perform(raiseTop);
});

instruction('EXC_MATCH', () => {
  perform(matchTop);
});
