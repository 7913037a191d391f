import type { HeapObject } from '../values/index.ts';

/**
 * Freed objects in stress mode: whatever is done with one is a mistake of the machine, a root that the collector does not know,
 * and is found at once. The host's own references keep a freed object in being, so only this tells.
 */
export class Poison {
  private readonly prototypes = new WeakMap<HeapObject, object>();

  /** From now on asking the object for anything but its own fields fails, even whether it is a list. */
  freed(object: HeapObject): void {
    this.prototypes.set(object, Object.getPrototypeOf(object) as object);
    Object.setPrototypeOf(object, POISONED);
  }

  /** An object that a checkpoint brings back. */
  revived(object: HeapObject): void {
    const prototype = this.prototypes.get(object);
    if (prototype === undefined) return;
    Object.setPrototypeOf(object, prototype);
    this.prototypes.delete(object);
  }
}

function refuse(): never {
  throw new Error('an object that the collector has freed is still in use: a root is missing');
}

const POISONED: object = new Proxy(Object.create(null) as object, { get: refuse, has: refuse, getPrototypeOf: refuse });
