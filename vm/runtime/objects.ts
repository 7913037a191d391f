import type { BuiltInName } from '../isa/index.ts';
import type { LinkedFunction } from './link.ts';
import { HeapObject, type Value } from './values/value.ts';

/** A function value: code, the cells that it captured, and the defaults that `MAKE_FUNC` gave it. */
export class FunctionObject extends HeapObject {
  readonly typeName = 'function';
  readonly code: LinkedFunction;
  readonly cells: readonly Cell[];
  /** By slot of the parameter; those that the text gives are the code's. */
  readonly defaults: ReadonlyMap<number, Value>;

  constructor(code: LinkedFunction, cells: readonly Cell[], defaults: ReadonlyMap<number, Value>) {
    super();
    this.code = code;
    this.cells = cells;
    this.defaults = defaults;
  }
}

/** A variable that functions share by reference; `undefined` while it is unbound. */
export class Cell extends HeapObject {
  readonly typeName = 'cell';
  value: Value | undefined;

  constructor(value: Value | undefined) {
    super();
    this.value = value;
  }
}

/** A built-in as a value. Some are types in Python, and show themselves as such. */
export class BuiltInObject extends HeapObject {
  readonly name: BuiltInName;
  readonly isType: boolean;

  constructor(name: BuiltInName, isType: boolean) {
    super();
    this.name = name;
    this.isType = isType;
  }

  get typeName(): string {
    return this.isType ? 'type' : 'builtin_function_or_method';
  }
}

/** The ints from `start` up or down to `stop`, which is not one of them; `step` is never 0. */
export class RangeObject extends HeapObject {
  readonly typeName = 'range';
  readonly start: bigint;
  readonly stop: bigint;
  readonly step: bigint;

  constructor(start: bigint, stop: bigint, step: bigint) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  /** How many ints there are. */
  get length(): bigint {
    const distance = this.step > 0n ? this.stop - this.start : this.start - this.stop;
    const stride = this.step > 0n ? this.step : -this.step;
    return distance <= 0n ? 0n : (distance + stride - 1n) / stride;
  }
}

/** What `FOR_ITER` and `next` go through. */
export abstract class IteratorObject extends HeapObject {
  /** The next item, or `undefined` behind the last one, then and ever after. */
  abstract next(): Value | undefined;
}
