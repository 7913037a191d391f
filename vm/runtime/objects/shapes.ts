/**
 * The names of an object's attributes, in the order in which they were first set. Objects that got the same names in the same order
 * share a shape, so an object need only hold the values, and whoever has seen the shape once knows where each of them is.
 *
 * Invariant: shapes never change; two shapes with the same names in the same order, reached in the same way, are the same one.
 */
export class Shape {
  readonly names: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #wider = new Map<string, Shape>();

  constructor(names: readonly string[]) {
    this.names = names;
    this.#places = new Map(names.map((name, place) => [name, place]));
  }

  /** Where the value of an attribute is; -1 where there is none of that name. */
  placeOf(name: string): number {
    return this.#places.get(name) ?? -1;
  }

  /** The shape with one more name, which is not in this one; `undefined` where that would be one shape too many. */
  with(name: string): Shape | undefined {
    const known = this.#wider.get(name);
    if (known !== undefined) return known;
    if (this.names.length >= MOST_NAMES || this.#wider.size >= MOST_WIDER) return undefined;
    const shape = new Shape([...this.names, name]);
    this.#wider.set(name, shape);
    return shape;
  }
}

/** The shape that all objects begin with. */
export const EMPTY_SHAPE = new Shape([]);

/** Objects with more attributes, or whose shape would have more successors, are tables rather than records. */
const MOST_NAMES = 32;
const MOST_WIDER = 64;
