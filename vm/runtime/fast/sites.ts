import type { Machine } from '../machine.ts';
import {
  ClassAttributes,
  ClassObject,
  type Found,
  FunctionObject,
  NativeGetter,
  PropertyObject,
  type NativeMethodCode,
  type Shape,
  type ShapedObject,
} from '../objects/index.ts';
import type { Value } from '../values/index.ts';

/** An instruction that names an attribute, and what it has learned about the objects that it has met. */
export class Site {
  readonly name: string;
  /** Arguments of a call. */
  readonly count: number;
  /** What was learned last; behind it stands what was learned before that. */
  latest: Lesson | null = null;
  /** What computes the attribute of the objects that were met last, where their class does that. */
  private getter: Lesson | null = null;
  /** What was found last in a class, for the class itself or for objects of a shape, and since how many changes of classes. */
  private found: Found | null = null;
  private foundOf: Shape | ClassObject | null = null;
  private foundAt = -1;
  private lessons = 0;
  /** What a method does of a built-in type that has been met last, and the type. */
  native: NativeMethodCode | null = null;
  nativeType: NativeType | null = null;
  /** A shorter way to do that. */
  inSlots: MethodInSlots | null = null;
  /** The built-in that a call names. */
  readonly builtIn: Value | undefined;

  constructor(name: string, count: number, builtIn?: Value) {
    this.name = name;
    this.count = count;
    this.builtIn = builtIn;
  }

  /** What is known of objects of the shape of this one. */
  recall({ shape }: ShapedObject): Lesson | null {
    const { changes } = ClassAttributes;
    let lesson = this.latest;
    while (lesson !== null && (lesson.shape !== shape || lesson.changes !== changes)) lesson = lesson.next;
    return lesson;
  }

  /** What a class holds under the name, asked for objects of a shape without such an attribute, or for the class itself; `undefined` where that is not known. */
  recallFound(of: Shape | ClassObject): Value | undefined {
    const { found } = this;
    return found !== null && this.foundOf === of && this.foundAt === ClassAttributes.changes ? found.value : undefined;
  }

  learnFound(of: Shape | ClassObject): void {
    const type = of instanceof ClassObject ? of : of.type;
    this.found = type.finding(this.name);
    this.foundOf = of;
    this.foundAt = ClassAttributes.changes;
  }

  /** The function that computes the attribute of an object like this one, as far as is known. */
  recallGetter({ shape }: ShapedObject): FunctionObject | null {
    const { getter } = this;
    const holds = getter?.shape === shape && getter.changes === ClassAttributes.changes;
    return holds ? getter.method : null;
  }

  /** Learns the function that computes the attribute; `null` where it is none of the program's, or its errors are not the last word. */
  learnGetter({ shape }: ShapedObject): FunctionObject | null {
    const { type } = shape;
    const property = type.lookUp(this.name);
    if (!(property instanceof PropertyObject) || !(property.getter instanceof FunctionObject)) return null;
    if (type.lookUpOwn('__getattr__') !== undefined) return null;
    if (!shape.isTable && type.isSettled) this.getter = new Lesson(shape, -1, null, property.getter, null);
    return property.getter;
  }

  /** Learns where an object has an attribute of its own that its class does not compute; `null` where it has not. */
  learnValue({ shape }: ShapedObject): Lesson | null {
    if (shape.isTable || !isPlainOn(shape.type, this.name)) return null;
    const place = shape.placeOf(this.name);
    return place < 0 ? null : this.learn(shape, place, null, null);
  }

  /** Learns where an attribute of an object is set; `null` where the program has a say in it. */
  learnStore({ shape }: ShapedObject): Lesson | null {
    if (shape.isTable || !isPlainOn(shape.type, this.name) || shape.type.lookUpOwn('__setattr__') !== undefined)
      return null;
    const place = shape.placeOf(this.name);
    if (place >= 0) return this.learn(shape, place, null, null);
    const wider = shape.with(this.name);
    return wider === undefined ? null : this.learn(shape, shape.names.length, wider, null);
  }

  /** Learns the method that an object's class gives; `null` where it is no function of the program, or the object has its own. */
  learnMethod({ shape }: ShapedObject): Lesson | null {
    const { type } = shape;
    if (shape.isTable || !type.isSettled || shape.placeOf(this.name) >= 0) return null;
    const method = type.lookUp(this.name);
    return method instanceof FunctionObject ? this.learn(shape, -1, null, method) : null;
  }

  private learn(shape: Shape, place: number, wider: Shape | null, method: FunctionObject | null): Lesson {
    if (++this.lessons > MOST_LESSONS) {
      this.lessons = 1;
      this.latest = null;
    }
    this.latest = new Lesson(shape, place, wider, method, this.latest);
    return this.latest;
  }
}

/** What instructions of the program that has the slots have learned, by their operands. */
export const learned: { sites: readonly Site[] } = { sites: [] };

/** Built-in types whose methods are called most. */
export type NativeType = 'list' | 'dict' | 'str' | 'tuple' | 'set';

/**
 * Calls a method of the object in a slot, with as many arguments as it is told from the slot behind on, and puts the result into the
 * slot of the object. False, with nothing changed, where that is more than it knows.
 */
export type MethodInSlots = (machine: Machine, self: number, count: number) => boolean;

/** What holds for the objects of a shape as long as no class has changed. A class, so that all are alike to the host. */
export class Lesson {
  readonly shape: Shape;
  readonly changes: number;
  /** Where the object has the value, or -1. */
  readonly place: number;
  /** The shape that it gets with the value, where it has none of that name yet. */
  readonly wider: Shape | null;
  /** What the class has under the name, and its number or -1. */
  readonly method: FunctionObject | null;
  readonly callee: number;
  readonly next: Lesson | null;

  constructor(shape: Shape, place: number, wider: Shape | null, method: FunctionObject | null, next: Lesson | null) {
    this.shape = shape;
    this.changes = ClassAttributes.changes;
    this.place = place;
    this.wider = wider;
    this.method = method;
    this.callee = method === null ? -1 : method.code.index;
    this.next = next;
  }
}

/** An instruction that meets more kinds of objects begins anew. */
const MOST_LESSONS = 6;

/** Whether a class of the program leaves an attribute of that name to its objects. */
function isPlainOn(type: Shape['type'], name: string): boolean {
  if (type.isBuiltIn || !type.isSettled) return false;
  const onClass = type.lookUp(name);
  return !(onClass instanceof PropertyObject) && !(onClass instanceof NativeGetter);
}
