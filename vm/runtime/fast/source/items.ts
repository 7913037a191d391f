import { ListObject, type InstanceObject } from '../../objects/index.ts';
import type { Value } from '../../values/index.ts';
import { loadAttribute, storeAttribute } from '../work/attributes.ts';
import { loadIndex, storeIndex } from '../work/items.ts';
import type { Lesson } from '../sites.ts';
import { NUMBERS, REFERENCES, TAGS, Tag } from '../slots.ts';
import { holds, isInt, put } from './macros.ts';

binary('LOAD_INDEX', (left, right, result) => {
  const list: unknown = REFERENCES[left];
  if (isInt(right) && TAGS[left] === Tag.Object && list instanceof ListObject) {
    const items: readonly Value[] = list.items;
    const place = NUMBERS[right];
    if (place >= 0 && place < items.length) {
      const value: Value = items[place];
      if (typeof value !== 'string' && typeof value !== 'bigint') {
        put(result, value);
        next();
      }
    }
  }
  perform(loadIndex);
});

instruction('STORE_INDEX', () => {
  perform(storeIndex);
});

instruction('LOAD_ATTR', () => {
  const slot = sp - 1;
  const lesson: Lesson | null = sites[operand].latest;
  if (lesson !== null && TAGS[slot] === Tag.Object) {
    const object: InstanceObject = REFERENCES[slot] as InstanceObject;
    if (lesson.type === object.class && holds(lesson, object)) {
      const value: Value = object.attributes.at(lesson.place);
      put(slot, value);
      next();
    }
  }
  perform(loadAttribute);
});

instruction('STORE_ATTR', () => {
  perform(storeAttribute);
});
