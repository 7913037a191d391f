import { ShapedObject, TupleObject, keyOf, packedKey, type HashTable, type Key } from '../../objects/index.ts';
import type { HeapObject } from '../../values/index.ts';
import { REFERENCES, TAGS, Tag, intAt } from '../slots.ts';

/** The canonical form of the key in a slot, where a table finds keys by their forms and this one has one that is quickly found. */
export function formIn(table: HashTable, slot: number): Key | undefined {
  return table.isPlain ? plainForm(slot) : undefined;
}

/** The canonical form of a key in a slot, where that is quickly found. */
export function plainForm(slot: number): Key | undefined {
  switch (TAGS[slot]) {
    case Tag.Int:
      return intAt(slot);
    case Tag.String: {
      const text = REFERENCES[slot] as string;
      return text.charCodeAt(0) > 1 ? text : keyOf(text);
    }
    case Tag.Object:
      return formOfObject(REFERENCES[slot] as HeapObject);
    default:
      return undefined;
  }
}

function formOfObject(object: HeapObject): Key | undefined {
  if (object instanceof TupleObject) return packedKey(object);
  return object instanceof ShapedObject && !object.class.definesEquality ? object : undefined;
}
