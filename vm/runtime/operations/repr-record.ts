import { HeapObject, OBJECT_BYTES, REFERENCE_BYTES, repr, type Value, type Visit } from '../values/index.ts';
import { atomText, layoutOf, type Layout } from './repr-layout.ts';

/** What bounds a text that is being written. */
export interface Bounds {
  /** How many objects may be open, one in another. */
  readonly depth: number;
  /** Called where one more would be too many: gives what stands in its place, or raises. */
  readonly tooDeep: () => string;
  /** UTF-16 units of the text, about; behind them writing stops. */
  readonly length: number;
  /** Parts that are written before writing stops. */
  readonly parts: number;
  /** Whether an object writes itself. */
  readonly writesItself: (object: HeapObject) => boolean;
}

/** What writing has come to: all is `done`; or it stopped before a `part` that writes itself, or at a bound. */
export interface Written {
  readonly text: string;
  readonly state: 'done' | 'part' | 'length' | 'parts';
  readonly part: Value;
}

/**
 * The objects that are being shown, from the outermost in: what keeps an object that holds itself from being shown in itself
 * again. It is one record for texts inside of texts too, where a `__repr__` of the program asks for one: who goes on writing
 * says first how many objects were open then, so what an error has left behind does not count.
 *
 * Once it is on the heap, whoever changes it calls `heap.beforeWrite` first.
 */
export class ReprRecord extends HeapObject {
  allocation = 0;
  epoch = 0;
  mark = 0;
  get typeName(): string {
    return 'repr_record';
  }
  private open: Level[] = [];
  private readonly shown = new Set<HeapObject>();

  /** How many objects are open. */
  get depth(): number {
    return this.open.length;
  }

  /** Writes a value; `open` may have grown when this comes back early. */
  begin(value: Value, bounds: Bounds): Written {
    const base = this.depth;
    const text = this.enter(value, base, bounds);
    return text === undefined ? { text: '', state: 'part', part: value } : this.goOn(text, base, bounds);
  }

  /** Goes on behind `text` until no more objects than `base` are open. */
  goOn(text: string, base: number, bounds: Bounds): Written {
    let written = text;
    for (let parts = 0; this.depth > base; parts++) {
      if (written.length > bounds.length) return { text: written, state: 'length', part: null };
      if (parts >= bounds.parts) return { text: written, state: 'parts', part: null };
      const level = this.open[this.depth - 1];
      const { layout, at } = level;
      if (at >= layout.places()) {
        written += layout.close(level.count);
        this.cut(this.depth - 1);
        continue;
      }
      level.at++;
      const part = layout.part(at);
      if (part === undefined) continue;
      if (level.count++ > 0) written += layout.separator(at);
      const entered = this.enter(part, base, bounds);
      if (entered === undefined) return { text: written, state: 'part', part };
      written += entered;
    }
    return { text: written, state: 'done', part: null };
  }

  /** Makes so many objects open again as were at an earlier time; those were the same. */
  cut(depth: number): void {
    while (this.open.length > depth) {
      const { object, layout } = this.open.pop() as Level;
      if (layout.again !== null) this.shown.delete(object);
    }
  }

  /** Opens an object; the text that stands at its beginning, or all of it; `undefined` where it writes itself. */
  enter(value: Value, base: number, bounds: Bounds): string | undefined {
    if (!(value instanceof HeapObject)) return repr(value);
    if (bounds.writesItself(value)) return undefined;
    return this.enterBuiltIn(value, base, bounds);
  }

  /** The same for an object that shows itself as its built-in type does. */
  enterBuiltIn(object: HeapObject, base: number, bounds: Bounds): string {
    const layout = layoutOf(object);
    if (layout === undefined) return atomText(object);
    if (layout.again !== null && this.shown.has(object)) return layout.again;
    if (this.depth - base >= bounds.depth) return bounds.tooDeep();
    if (layout.again !== null) this.shown.add(object);
    this.open.push({ object, layout, at: 0, count: 0 });
    return layout.open;
  }

  override get bytes(): number {
    return OBJECT_BYTES + 2 * REFERENCE_BYTES * this.open.length;
  }

  override trace(visit: Visit): void {
    for (const { object } of this.open) visit(object);
  }

  override save(): unknown {
    return this.open.map(level => ({ ...level }));
  }

  override restore(saved: unknown): void {
    this.open = (saved as Level[]).map(level => ({ ...level }));
    this.shown.clear();
    for (const { object, layout } of this.open) if (layout.again !== null) this.shown.add(object);
  }
}

/** An object that is open: how far its parts are written. */
interface Level {
  readonly object: HeapObject;
  readonly layout: Layout;
  /** The next place. */
  at: number;
  /** How many parts there were. */
  count: number;
}
