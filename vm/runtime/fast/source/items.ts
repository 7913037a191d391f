import { ListObject, type InstanceObject } from '../../objects/index.ts';
import type { HeapObject, Value } from '../../values/index.ts';
import { loadAttribute, storeAttribute } from '../outside/attributes.ts';
import { buildList, buildTuple, hasKeyAt, lengthAt, loadIndex, storeIndex } from '../outside/items.ts';
import { unpackTop } from '../outside/unpacking.ts';
import { operate } from '../outside/operate.ts';
import type { Lesson } from '../sites.ts';
import { NUMBERS, REFERENCES, TAGS, Tag } from '../slots.ts';
import { holds, isInt, isSmall, put, setFloat, setInt } from './macros.ts';

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
  const slot = sp - 3;
  const list: unknown = REFERENCES[slot];
  if (isInt(sp - 2) && TAGS[slot] === Tag.Object && list instanceof ListObject && list.epoch === epoch) {
    const place = NUMBERS[sp - 2];
    if (place >= 0 && place < list.length) {
      const numbers: number[] | null = list.floats;
      if (numbers !== null && TAGS[sp - 1] === Tag.Float) {
        numbers[place] = NUMBERS[sp - 1];
        sp -= 3;
        next();
      }
      // Three stores, so that the host sees at each what kind of value it gets.
      if (isInt(sp - 1) && isSmall(sp - 1)) {
        list.put(place, NUMBERS[sp - 1] | 0);
        sp -= 3;
        next();
      }
      if (TAGS[sp - 1] === Tag.Bool) {
        list.put(place, NUMBERS[sp - 1] !== 0);
        sp -= 3;
        next();
      }
      if (TAGS[sp - 1] === Tag.Object) {
        list.put(place, REFERENCES[sp - 1] as HeapObject);
        sp -= 3;
        next();
      }
    }
  }
  perform(storeIndex);
});

unary('LOAD_ATTR', (slot, result) => {
  let lesson: Lesson | null = sites[operand].latest;
  if (lesson !== null && TAGS[slot] === Tag.Object) {
    const object: InstanceObject = REFERENCES[slot] as InstanceObject;
    const type: unknown = object.class;
    if (lesson.type !== type && lesson.next !== null) lesson = lesson.next;
    if (lesson.type !== type && lesson.next !== null) lesson = lesson.next;
    if (lesson.type === type && holds(lesson, object)) {
      const value: Value = object.attributes.at(lesson.place);
      put(result, value);
      next();
    }
  }
  perform(loadAttribute);
});

instruction('STORE_ATTR', () => {
  let lesson: Lesson | null = sites[operand].latest;
  const slot = sp - 2;
  if (lesson !== null && TAGS[slot] === Tag.Object) {
    const object: InstanceObject = REFERENCES[slot] as InstanceObject;
    const type: unknown = object.class;
    if (lesson.type !== type && lesson.next !== null) lesson = lesson.next;
    if (lesson.type === type && holds(lesson, object) && lesson.place >= 0 && object.epoch === epoch) {
      // Three stores, so that the host sees at each what kind of value it gets.
      if (isInt(sp - 1) && isSmall(sp - 1)) {
        object.attributes.put(lesson.place, NUMBERS[sp - 1] | 0);
        sp -= 2;
        next();
      }
      if (TAGS[sp - 1] === Tag.Object) {
        object.attributes.put(lesson.place, REFERENCES[sp - 1] as HeapObject);
        sp -= 2;
        next();
      }
      if (TAGS[sp - 1] === Tag.None) {
        object.attributes.put(lesson.place, null);
        sp -= 2;
        next();
      }
      if (TAGS[sp - 1] === Tag.Bool) {
        object.attributes.put(lesson.place, NUMBERS[sp - 1] !== 0);
        sp -= 2;
        next();
      }
    }
  }
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

instruction('BUILD_LIST', () => {
  perform(buildList);
});

instruction('BUILD_TUPLE', () => {
  perform(buildTuple);
});

instruction('UNPACK', () => {
  perform(unpackTop);
});

comparison('CONTAINS', (left, right) => {
  const found = hasKeyAt(left, right);
  if (found >= 0) decide(found === 1);
});
