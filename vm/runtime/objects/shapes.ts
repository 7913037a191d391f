import type { ClassObject } from './classes.ts';

/**
 * What objects look like that are of one class and got attributes of the same names in the same order. They share the shape, so an
 * object need only hold the values, and whoever has seen the shape once knows the class, and where each value is.
 *
 * Invariant: shapes never change; two of one class with the same names in the same order, reached in the same way, are the same one.
 */
export class Shape {
  readonly type: ClassObject;
  readonly names: readonly string[];
  /** Whether the objects keep their attributes in a table, and the names stand there. */
  readonly isTable: boolean;
  readonly #places: ReadonlyMap<string, number>;
  #wider: Map<string, Shape> | null = null;

  private constructor(type: ClassObject, names: readonly string[], isTable: boolean) {
    this.type = type;
    this.names = names;
    this.isTable = isTable;
    this.#places = names.length === 0 ? NO_PLACES : new Map(names.map((name, place) => [name, place]));
  }

  /** What objects of a class begin with. */
  static empty(type: ClassObject): Shape {
    return new Shape(type, [], false);
  }

  /** That of the objects of a class that keep their attributes in a table. */
  static table(type: ClassObject): Shape {
    return new Shape(type, [], true);
  }

  /** Where the value of an attribute is; -1 where there is none of that name. */
  placeOf(name: string): number {
    return this.#places.get(name) ?? -1;
  }

  /** The shape with one more name, which is not in this one; `undefined` where that would be one shape too many. */
  with(name: string): Shape | undefined {
    const known = this.#wider?.get(name);
    if (known !== undefined) return known;
    if (this.isTable || this.names.length >= MOST_NAMES) return undefined;
    this.#wider ??= new Map();
    if (this.#wider.size >= MOST_WIDER) return undefined;
    const shape = new Shape(this.type, [...this.names, name], false);
    this.#wider.set(name, shape);
    return shape;
  }

  /** The shape that objects like these have in another class. */
  in(type: ClassObject): Shape | undefined {
    let shape: Shape | undefined = this.isTable ? type.tableShape : type.emptyShape;
    for (const name of this.names) shape = shape?.with(name);
    return shape;
  }
}

const NO_PLACES: ReadonlyMap<string, number> = new Map();

/** Objects with more attributes, or whose shape would have more successors, are tables rather than records. */
const MOST_NAMES = 32;
const MOST_WIDER = 64;
