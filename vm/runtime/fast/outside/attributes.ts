import { InstanceObject } from '../../objects/index.ts';
import type { Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { raiseInLoop } from '../errors.ts';
import { goOn } from '../going.ts';
import { operate } from './operate.ts';
import { learned } from '../sites.ts';
import { CODE } from '../registers.ts';
import { REFERENCES, TAGS, Tag, putValue, valueAt } from '../slots.ts';

/** `LOAD_ATTR` */
export function loadAttribute(pc: number, sp: number, fp: number, calls: number): number {
  const slot = sp - 1;
  const object = TAGS[slot] === Tag.Object ? REFERENCES[slot] : null;
  if (object instanceof InstanceObject) {
    const site = learned.sites[CODE[pc + 1]];
    const lesson = site.recall(object) ?? site.learnValue(object);
    if (lesson !== null) {
      putValue(slot, object.attributes.at(lesson.place));
      return sp;
    }
  }
  return operate(pc, sp, fp, calls);
}

/** `STORE_ATTR` */
export function storeAttribute(pc: number, sp: number, fp: number, calls: number): number {
  const slot = sp - 2;
  const object = TAGS[slot] === Tag.Object ? REFERENCES[slot] : null;
  if (!(object instanceof InstanceObject)) return operate(pc, sp, fp, calls);
  const engine = running();
  const site = learned.sites[CODE[pc + 1]];
  const lesson = site.recall(object) ?? site.learnStore(object);
  if (lesson === null) return operate(pc, sp, fp, calls);
  const { heap } = engine.machine;
  const value = valueAt(sp - 1) as Value;
  try {
    if (lesson.wider === null) object.attributes.setAt(heap, object, lesson.place, value);
    else object.attributes.widen(heap, object, lesson.wider, value);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, slot, fp, calls);
}
