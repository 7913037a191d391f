import type { Constant } from '../bytecode/index.ts';

/** A table in which equal entries stand once, in the order of their first mention. */
export class Interned<T> {
  readonly items: T[] = [];
  private readonly indices = new Map<string, number>();
  private readonly keyOf: (item: T) => string;

  constructor(keyOf: (item: T) => string) {
    this.keyOf = keyOf;
  }

  /** The index of an item, added where no equal one is there. */
  add(item: T): number {
    const key = this.keyOf(item);
    const index = this.indices.get(key);
    if (index !== undefined) return index;
    this.indices.set(key, this.items.length);
    this.items.push(item);
    return this.items.length - 1;
  }
}

/** Equal for constants that no program can tell apart: same kind, same value, for floats the same bits. */
export function constantKey(constant: Constant): string {
  switch (constant.kind) {
    case 'none':
      return 'none';
    case 'float':
      return `float ${Object.is(constant.value, -0) ? '-0' : constant.value}`;
    default:
      return `${constant.kind} ${constant.value}`;
  }
}
