import type { Operands } from '../handlers/index.ts';
import type { LinkedFunction } from '../link.ts';
import type { Cell } from '../objects/index.ts';
import type { Value } from '../values/index.ts';
import { REFERENCES, valueAt } from './slots.ts';

/** The innermost frame of the loop as operations see it. There is one, which moves. */
class Window implements Operands {
  function!: LinkedFunction;
  private sp = 0;
  private firstCell = 0;

  move(linked: LinkedFunction, sp: number, fp: number): this {
    this.function = linked;
    this.sp = sp;
    this.firstCell = fp + linked.code.locals.length;
    return this;
  }

  peek(depth = 0): Value {
    return valueAt(this.sp - 1 - depth) as Value;
  }

  top(count: number): Value[] {
    const values = new Array<Value>(count);
    for (let index = 0, slot = this.sp - count; index < count; index++, slot++) values[index] = valueAt(slot) as Value;
    return values;
  }

  cell(index: number): Cell {
    return REFERENCES[this.firstCell + index] as Cell;
  }
}

export const window = new Window();
