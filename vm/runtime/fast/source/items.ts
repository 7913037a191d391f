import { ListObject, type InstanceObject } from '../../objects/index.ts';
import type { Value } from '../../values/index.ts';
import { loadAttribute, storeAttribute } from '../outside/attributes.ts';
import {
  appendAt,
  appendTop,
  buildDict,
  buildList,
  buildSet,
  buildTuple,
  deleteIndex,
  hasKeyAt,
  lengthAt,
  loadIndex,
  storeIndex,
} from '../outside/items.ts';
import { buildString } from '../outside/joins.ts';
import { sliceTop } from '../outside/slices.ts';
import { unpackTop } from '../outside/unpacking.ts';
import { operate } from '../outside/operate.ts';
import type { Lesson, Site } from '../sites.ts';
import { NUMBERS, REFERENCES, TAGS, Tag } from '../slots.ts';
import { holds, isInt, put, putAttribute, setFloat, setInt, storeAttributeAt, storeItem } from './macros.ts';

binary('LOAD_INDEX', (left, right, result) => {
  const list: unknown = REFERENCES[left];
  if (isInt(right) && TAGS[left] === Tag.Object && list instanceof ListObject) {
    const place = NUMBERS[right];
    const floats: readonly number[] | null = list.floats;
    if (floats !== null) {
      if (place >= 0 && place < floats.length) {
        setFloat(result, floats[place]);
        next();
      }
    } else if (place >= 0 && place < list.length) {
      const value: Value = list.at(place);
      if (typeof value !== 'string' && typeof value !== 'bigint') {
        put(result, value);
        next();
      }
    }
  }
  perform(loadIndex);
});

instruction('STORE_INDEX', () => {
  const container = sp - 3;
  const index = sp - 2;
  const stored = sp - 1;
  storeItem(container, index, stored);
  perform(storeIndex);
});

instruction('SLICE', () => {
  perform(sliceTop);
});

instruction('DELETE_INDEX', () => {
  perform(deleteIndex);
});

unary('LOAD_ATTR', (slot, result) => {
  let lesson: Lesson | null = sites[operand].latest;
  if (lesson !== null && TAGS[slot] === Tag.Object) {
    const object: InstanceObject = REFERENCES[slot] as InstanceObject;
    const shape: unknown = object.shape;
    if (lesson.shape !== shape && lesson.next !== null) lesson = lesson.next;
    if (lesson.shape !== shape && lesson.next !== null) lesson = lesson.next;
    if (lesson.shape === shape && holds(lesson)) {
      const value: Value = object.at(lesson.place);
      putAttribute(result, value);
      next();
    }
  }
  perform(loadAttribute);
});

instruction('STORE_ATTR', () => {
  const slot = sp - 2;
  const stored = sp - 1;
  const site: Site = sites[operand];
  storeAttributeAt(site, slot, stored);
  perform(storeAttribute);
});

instruction('LEN', () => {
  const length = lengthAt(sp - 1);
  if (length >= 0) {
    setInt(sp - 1, length);
    next();
  }
  perform(operate);
});

instruction('APPEND', () => {
  if (appendAt(sp - 2, sp - 1)) {
    sp--;
    next();
  }
  perform(appendTop);
});

instruction('BUILD_LIST', () => {
  perform(buildList);
});

instruction('BUILD_TUPLE', () => {
  perform(buildTuple);
});

instruction('BUILD_DICT', () => {
  perform(buildDict);
});

instruction('BUILD_SET', () => {
  perform(buildSet);
});

instruction('BUILD_STRING', () => {
  perform(buildString);
});

instruction('UNPACK', () => {
  perform(unpackTop);
});

comparison('CONTAINS', (left, right) => {
  const found = hasKeyAt(left, right);
  if (found >= 0) decide(found === 1);
});
