import { ListIterator, ListObject, RangeIterator, TableIterator } from '../../objects/index.ts';
import { LazyIterator } from '../../operations/lazy-iterator.ts';
import type { Site } from '../sites.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, push } from '../slots.ts';
import { endLoop, forIter } from '../outside/iteration.ts';
import { storeFirstAsAttribute, storeFirstAtIndex } from '../outside/stores.ts';
import { appendAt, appendTop, buildTuple } from '../outside/items.ts';
import { operate } from '../outside/operate.ts';
import { truthAt } from '../outside/truth.ts';
import { turnTop, unpackEntry, unpackItem, unpackItems } from '../outside/unpacking.ts';
import { copy, isInt, isUnbound, putItem, returnLoaded, setInt, storeAttributeAt, storeItem } from './macros.ts';

/* What often follows each other in programs of every kind, and is done as one. */

sequence('FOR_ITER_STORE_LOCAL', ['FOR_ITER', 'STORE_LOCAL'], () => {
  const iterator: unknown = REFERENCES[sp - 1];
  if (TAGS[sp - 1] !== Tag.Object || !(iterator instanceof RangeIterator)) {
    byStep();
    if (iterator instanceof ListIterator) fuseAs('FOR_ITER_LIST_STORE_LOCAL');
    become('FOR_ITER');
  }
  if (iterator.left === 0) leaveLoop();
  if (iterator.epoch !== epoch) perform(forIter);
  const to = fp + second;
  setInt(to, iterator.current);
  iterator.advance();
  next();
});

/** Through a list. */
sequence('FOR_ITER_LIST_STORE_LOCAL', ['FOR_ITER_LIST', 'STORE_LOCAL'], () => {
  const iterator: unknown = REFERENCES[sp - 1];
  if (TAGS[sp - 1] !== Tag.Object || !(iterator instanceof ListIterator)) fuseAs('FOR_ITER_STORE_LOCAL');
  if (iterator.place >= iterator.list.length) performRarely(forIter);
  if (iterator.epoch === epoch) {
    const to = fp + second;
    putItem(iterator, to);
    next();
  }
  perform(forIter);
});

/** What ends each round of a comprehension. */
sequence('APPEND_POP_TOP_JUMP', ['APPEND', 'POP_TOP', 'JUMP'], () => {
  if (appendAt(sp - 2, sp - 1)) {
    sp -= 2;
    jumpOrPause(third);
  }
  perform(appendTop);
});

sequence('LOAD_LOCAL_LOAD_LOCAL', ['LOAD_LOCAL', 'LOAD_LOCAL'], () => {
  const from = fp + operand;
  const also = fp + second;
  if (isUnbound(from)) leave();
  copy(sp, from);
  sp++;
  if (isUnbound(also)) goOn();
  copy(sp, also);
  sp++;
  next();
});

sequence('LOAD_LOCAL_LOAD_SLOT', ['LOAD_LOCAL', 'LOAD_SLOT'], () => {
  const from = fp + operand;
  const also = second;
  if (isUnbound(from)) leave();
  copy(sp, from);
  sp++;
  if (isUnbound(also)) goOn();
  copy(sp, also);
  sp++;
  next();
});

sequence('STORE_LOCAL_LOAD_LOCAL', ['STORE_LOCAL', 'LOAD_LOCAL'], () => {
  sp--;
  const to = fp + operand;
  const from = fp + second;
  copy(to, sp);
  if (isUnbound(from)) goOn();
  copy(sp, from);
  sp++;
  next();
});

sequence('LOAD_LOCAL_RETURN_VALUE', ['LOAD_LOCAL', 'RETURN_VALUE'], () => {
  const from = fp + operand;
  returnLoaded(from);
});

/** `return None`, and other constants. */
sequence('LOAD_SLOT_RETURN_VALUE', ['LOAD_SLOT', 'RETURN_VALUE'], () => {
  const from = operand;
  returnLoaded(from);
});

/** `if not x` */
sequence('NOT_JUMP_IF_FALSE', ['NOT', 'JUMP_IF_FALSE'], () => {
  const truth = truthAt(sp - 1);
  if (truth < 0) perform(operate);
  sp--;
  if (truth === 1) jumpOrPause(second);
  next();
});

sequence('POP_TOP_JUMP', ['POP_TOP', 'JUMP'], () => {
  popAndJump();
});

/** `list[index] = constant` */
sequence('STORE_SLOT_AT_INDEX', ['LOAD_LOCAL', 'LOAD_LOCAL', 'LOAD_SLOT', 'STORE_INDEX'], () => {
  const from = fp + operand;
  const also = fp + second;
  const constant = third;
  const list: unknown = REFERENCES[from];
  if (isInt(also) && TAGS[from] === Tag.Object && list instanceof ListObject && list.epoch === epoch) {
    const place = NUMBERS[also];
    if (place >= 0 && place < list.length && TAGS[constant] === Tag.Bool) {
      list.put(place, NUMBERS[constant] !== 0);
      next();
    }
  }
  if (isUnbound(from)) leave();
  push(sp, from);
  sp++;
  goOn();
});

/** `list[index] = value`, where the value was there first: that is the order in which Python computes them. */
sequence('STORE_FIRST_AT_INDEX', ['ROT_THREE', 'ROT_THREE', 'STORE_INDEX'], () => {
  const container = sp - 2;
  const index = sp - 1;
  const stored = sp - 3;
  storeItem(container, index, stored);
  performAll(storeFirstAtIndex);
});

/** `object.attribute = value`, in the same order. */
sequence('STORE_FIRST_AS_ATTR', ['SWAP', 'STORE_ATTR'], () => {
  const slot = sp - 1;
  const stored = sp - 2;
  const site: Site = sites[second];
  storeAttributeAt(site, slot, stored);
  performAll(storeFirstAsAttribute);
});

/** `a, b = b, a` */
sequence('BUILD_TUPLE_UNPACK', ['BUILD_TUPLE', 'UNPACK'], () => {
  const count = operand;
  const targets = second;
  if (count === targets && turnTop(sp, count)) next();
  perform(buildTuple);
});

/** What it goes through tells which of the words below it becomes: in each the host sees one kind of iterator alone. */
sequence('FOR_ITER_UNPACK', ['FOR_ITER', 'UNPACK'], () => {
  const iterator: unknown = REFERENCES[sp - 1];
  if (TAGS[sp - 1] === Tag.Object) {
    if (iterator instanceof TableIterator) fuseAs('FOR_ITER_TABLE_UNPACK');
    if (iterator instanceof ListIterator) fuseAs('FOR_ITER_LIST_UNPACK');
    if (iterator instanceof LazyIterator) fuseAs('FOR_ITER_OTHER_UNPACK');
  }
  perform(forIter);
});

/** Through the items of a dict. */
sequence('FOR_ITER_TABLE_UNPACK', ['FOR_ITER_TABLE', 'UNPACK'], () => {
  const iterator: unknown = REFERENCES[sp - 1];
  if (TAGS[sp - 1] !== Tag.Object || !(iterator instanceof TableIterator)) fuseAs('FOR_ITER_UNPACK');
  const height = unpackEntry(iterator, sp, second);
  if (height > 0) {
    sp = height;
    next();
  }
  if (height === 0) perform(endLoop);
  perform(forIter);
});

/** Through a list of tuples. */
sequence('FOR_ITER_LIST_UNPACK', ['FOR_ITER_LIST', 'UNPACK'], () => {
  const iterator: unknown = REFERENCES[sp - 1];
  if (TAGS[sp - 1] !== Tag.Object || !(iterator instanceof ListIterator)) fuseAs('FOR_ITER_UNPACK');
  const height = unpackItem(iterator, sp, second);
  if (height > 0) {
    sp = height;
    next();
  }
  perform(forIter);
});

/** Through what asks other iterators: `enumerate`, `zip`. */
sequence('FOR_ITER_OTHER_UNPACK', ['FOR_ITER_OTHER', 'UNPACK'], () => {
  const iterator: unknown = REFERENCES[sp - 1];
  if (TAGS[sp - 1] !== Tag.Object || !(iterator instanceof LazyIterator)) fuseAs('FOR_ITER_UNPACK');
  const height = unpackItems(iterator, sp, second);
  if (height > 0) {
    sp = height;
    next();
  }
  if (height === 0) perform(endLoop);
  perform(forIter);
});
