import type { Machine } from '../machine.ts';
import { ClassObject, DictObject, FunctionObject, ListObject, ShapedObject, TupleObject } from '../objects/index.ts';
import { HeapObject, type Value } from '../values/index.ts';
import type { RootKind } from './roots.ts';

/** Objects of one kind, or of any other group, with the bytes of the machine's count. */
export interface ObjectCount {
  readonly objects: number;
  readonly bytes: number;
}

/** Who refers to an object. */
export type Referrer =
  /** A root: what it is, the index of its frame or -1, and the variable's name where it is one. */
  | { readonly from: 'root'; readonly kind: RootKind; readonly frame: number; readonly name: string | null }
  /** An object, and how: an attribute, an index, a key; `null` where it can't be told, or means nothing to people. */
  | { readonly from: 'object'; readonly object: HeapObject; readonly by: ReferenceName | null };

/** How an object refers to another. */
export type ReferenceName =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  /** The value at a key. */
  | { readonly kind: 'key'; readonly key: Value }
  /** A key itself. */
  | { readonly kind: 'is-key' };

/**
 * What is on the heap, for people who look at a program that stands. Everything here only reads: no object changes, nothing is
 * collected. Each question walks the heap once or twice.
 */
export class HeapInspection {
  private readonly machine: Machine;

  constructor(machine: Machine) {
    this.machine = machine;
  }

  /** The objects that the program can reach, by the names of their types; those that take most come first. */
  byKind(): ReadonlyMap<string, ObjectCount> {
    const kinds = new Map<string, ObjectCount>();
    for (const object of this.reachable()) {
      const { objects, bytes } = kinds.get(object.typeName) ?? NOTHING;
      kinds.set(object.typeName, { objects: objects + 1, bytes: bytes + object.bytes });
    }
    return new Map([...kinds].toSorted(([, left], [, right]) => right.bytes - left.bytes));
  }

  /** Every reference to an object from what the program can reach. */
  referrersOf(object: HeapObject): Referrer[] {
    const found: Referrer[] = [];
    this.machine.roots((value, kind, frame, slot) => {
      if (value === object) found.push({ from: 'root', kind, frame, name: this.rootName(kind, frame, slot) });
    });
    for (const each of this.reachable()) {
      let refers = false;
      each.trace(value => void (refers ||= value === object));
      if (!refers) continue;
      const names = referenceNames(each, object);
      if (names.length === 0) found.push({ from: 'object', object: each, by: null });
      for (const by of names) found.push({ from: 'object', object: each, by });
    }
    return found;
  }

  /** The objects that can be reached from an object, itself among them. */
  reachableFrom(object: HeapObject): ObjectCount {
    return count(reach([object], null));
  }

  /** What would be freed if the object were not there: all that is reached through it alone, itself among them. */
  retainedBy(object: HeapObject): ObjectCount {
    const all = this.reachable();
    const others = reach(this.rootObjects(), object);
    return count([...all].filter(each => !others.has(each)));
  }

  /** The objects that a collection would free now. */
  garbage(): HeapObject[] {
    const reachable = this.reachable();
    const found: HeapObject[] = [];
    this.machine.heap.forEachObject(object => {
      if (!reachable.has(object)) found.push(object);
    });
    return found;
  }

  private reachable(): Set<HeapObject> {
    return reach(this.rootObjects(), null);
  }

  private rootObjects(): HeapObject[] {
    const objects: HeapObject[] = [];
    this.machine.roots(value => {
      if (value instanceof HeapObject) objects.push(value);
    });
    return objects;
  }

  private rootName(kind: RootKind, frame: number, slot: number): string | null {
    if (kind === 'global') return this.machine.globals.names[slot];
    if (kind !== 'local' && kind !== 'cell') return null;
    const code = this.machine.program.functions[this.machine.frame(frame).function];
    if (kind === 'local') return code.locals[slot];
    return code.cells[slot]?.name ?? code.captures[slot - code.cells.length];
  }
}

/** Objects of the machine's own, which all machines share, count as nothing. */
function reach(from: readonly HeapObject[], without: HeapObject | null): Set<HeapObject> {
  const seen = new Set<HeapObject>();
  const waiting: HeapObject[] = [];
  const visit = (value: Value | undefined): void => {
    if (!(value instanceof HeapObject) || value.allocation < 0 || value === without || seen.has(value)) return;
    seen.add(value);
    waiting.push(value);
  };
  from.forEach(visit);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) object.trace(visit);
  return seen;
}

function count(objects: Iterable<HeapObject>): ObjectCount {
  let found = NOTHING;
  for (const { bytes } of objects) found = { objects: found.objects + 1, bytes: found.bytes + bytes };
  return found;
}

const NOTHING: ObjectCount = { objects: 0, bytes: 0 };

/** The ways in which an object refers to another, as far as they have names. */
function referenceNames(from: HeapObject, to: HeapObject): ReferenceName[] {
  if (from instanceof ListObject || from instanceof TupleObject) {
    return from.items.flatMap((item, index) => (item === to ? [{ kind: 'index', index } as const] : []));
  }
  if (from instanceof DictObject) {
    const values = from.table.values();
    return from.table
      .keys()
      .flatMap((key, index): ReferenceName[] => [
        ...(values[index] === to ? [{ kind: 'key', key } as const] : []),
        ...(key === to ? [{ kind: 'is-key' } as const] : []),
      ]);
  }
  const hasAttributes = from instanceof ShapedObject || from instanceof ClassObject || from instanceof FunctionObject;
  if (!hasAttributes) return [];
  return from.attributes
    .entries()
    .flatMap(([name, value]) => (value === to ? [{ kind: 'attribute', name } as const] : []));
}
