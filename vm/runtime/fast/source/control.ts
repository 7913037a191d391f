import { matchTop, raiseTop } from '../outside/errors.ts';
import {
  forIter,
  getIterator,
  nextItem,
  nextOfReversed,
  nextOfTable,
  nextOfText,
  nextOfTuple,
} from '../outside/iteration.ts';
import { askForTruth, truthAt } from '../outside/truth.ts';
import { FUSED_CODE, PLAIN_CODE, REGISTERS, Register, Seat, TRIES, TRIES_END, TRY_WORDS, Try } from '../registers.ts';
import {
  GeneratorObject,
  ListIterator,
  ListReverseIterator,
  RangeIterator,
  StringIterator,
  TableIterator,
  TupleIterator,
} from '../../objects/index.ts';
import { NUMBERS, REFERENCES, TAGS, Tag } from '../slots.ts';
import type { Value } from '../../values/index.ts';
import { canGoOn, goOnInSeat, hasTries, isNumber, put, putItem, setInt } from './macros.ts';

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
  if (truth < 0) perform(askForTruth);
  sp--;
  if (truth === 0) jumpOrPause(operand);
  next();
});

instruction('JUMP_IF_TRUE', () => {
  const condition = sp - 1;
  if (isNumber(condition)) {
    sp--;
    if (NUMBERS[condition] !== 0) jumpOrPause(operand);
    next();
  }
  const truth = truthAt(condition);
  if (truth < 0) perform(askForTruth);
  sp--;
  if (truth === 1) jumpOrPause(operand);
  next();
});

instruction('JUMP_IF_FALSE_OR_POP', () => {
  const condition = sp - 1;
  if (isNumber(condition)) {
    if (NUMBERS[condition] === 0) jumpOrPause(operand);
    sp--;
    next();
  }
  const truth = truthAt(condition);
  if (truth < 0) perform(askForTruth);
  if (truth === 0) jumpOrPause(operand);
  sp--;
  next();
});

instruction('JUMP_IF_TRUE_OR_POP', () => {
  const condition = sp - 1;
  if (isNumber(condition)) {
    if (NUMBERS[condition] !== 0) jumpOrPause(operand);
    sp--;
    next();
  }
  const truth = truthAt(condition);
  if (truth < 0) perform(askForTruth);
  if (truth === 1) jumpOrPause(operand);
  sp--;
  next();
});

instruction('GET_ITER', () => {
  perform(getIterator);
});

instruction('FOR_ITER', () => {
  const iterator: unknown = REFERENCES[sp - 1];
  if (TAGS[sp - 1] !== Tag.Object) perform(forIter);
  if (iterator instanceof RangeIterator) {
    if (iterator.left === 0) leaveLoop();
    if (iterator.epoch !== epoch) perform(forIter);
    setInt(sp, iterator.current);
    iterator.advance();
    sp++;
    next();
  }
  byStep();
  // It runs as a part of a sequence now and then, which stays in its place.
  if (FUSED_CODE[pc] !== PLAIN_CODE[pc]) perform(forIter);
  if (iterator instanceof ListIterator) become('FOR_ITER_LIST');
  if (iterator instanceof GeneratorObject) become('FOR_ITER_GENERATOR');
  if (iterator instanceof TableIterator) become('FOR_ITER_TABLE');
  if (iterator instanceof StringIterator) become('FOR_ITER_TEXT');
  if (iterator instanceof TupleIterator) become('FOR_ITER_TUPLE');
  if (iterator instanceof ListReverseIterator) become('FOR_ITER_REVERSED');
  become('FOR_ITER_OTHER');
});

/** Through a list. */
instruction('FOR_ITER_LIST', () => {
  const iterator: unknown = REFERENCES[sp - 1];
  if (TAGS[sp - 1] !== Tag.Object || !(iterator instanceof ListIterator)) become('FOR_ITER');
  if (iterator.place >= iterator.list.length) performRarely(forIter);
  if (iterator.epoch === epoch) {
    putItem(iterator, sp);
    sp++;
    next();
  }
  perform(forIter);
});

/** Through a dict or a set. */
instruction('FOR_ITER_TABLE', () => {
  perform(nextOfTable);
});

instruction('FOR_ITER_TEXT', () => {
  perform(nextOfText);
});

instruction('FOR_ITER_TUPLE', () => {
  const iterator: unknown = REFERENCES[sp - 1];
  if (TAGS[sp - 1] !== Tag.Object || !(iterator instanceof TupleIterator)) become('FOR_ITER');
  if (iterator.place >= iterator.items.length) performRarely(nextOfTuple);
  if (iterator.epoch === epoch) {
    const value: Value = iterator.items[iterator.place];
    put(sp, value);
    iterator.pass();
    sp++;
    next();
  }
  perform(nextOfTuple);
});

instruction('FOR_ITER_REVERSED', () => {
  perform(nextOfReversed);
});

/** Behind a loop through anything else it is `FOR_ITER` again. */
instruction('FOR_ITER_OTHER', () => {
  perform(forIter);
});

/** Through a generator, whose frame is in its seat: it goes on as a call does. */
instruction('FOR_ITER_GENERATOR', () => {
  const iterator: unknown = REFERENCES[sp - 1];
  if (TAGS[sp - 1] !== Tag.Object || !(iterator instanceof GeneratorObject)) become('FOR_ITER');
  if (canGoOn(iterator)) {
    const seat = iterator.seat;
    goOnInSeat(iterator, seat, sp);
    jumpOrPause(NUMBERS[seat + Seat.pc] | 0);
  }
  perform(forIter);
});

/** `CALL_FUNC` of `next`. A generator that is in its seat goes on as a call does. */
instruction('NEXT', () => {
  const iterator: unknown = REFERENCES[sp - 1];
  if (TAGS[sp - 1] === Tag.Object && iterator instanceof GeneratorObject && canGoOn(iterator)) {
    const seat = iterator.seat;
    goOnInSeat(iterator, seat, sp - 1);
    jumpOrPause(NUMBERS[seat + Seat.pc] | 0);
  }
  perform(nextItem);
});

instruction('SETUP_TRY', () => {
  const tries = REGISTERS[Register.tries];
  if (tries >= TRIES_END) leave();
  TRIES[tries + Try.target] = operand;
  TRIES[tries + Try.sp] = sp;
  TRIES[tries + Try.calls] = calls;
  REGISTERS[Register.tries] = tries + TRY_WORDS;
  next();
});

instruction('POP_TRY', () => {
  if (!hasTries(calls)) leave();
  REGISTERS[Register.tries] -= TRY_WORDS;
  next();
});

instruction('RAISE', () => {
  perform(raiseTop);
});

instruction('EXC_MATCH', () => {
  perform(matchTop);
});
