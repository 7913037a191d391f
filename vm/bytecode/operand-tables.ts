import type { Callee, Constant, Site, Variable } from './program.ts';

/** The operand tables of one function while they grow: equal entries stand once, in the order of their first use. */
export class OperandTables {
  readonly constants = new Interned(constantKey);
  readonly variables = new Interned(({ scope, slot, name }: Variable) => `${scope} ${slot} ${name}`);
  readonly sites = new Interned(({ callee, count, names }: Site) => `${calleeKey(callee)} ${count} ${names.join(' ')}`);
  readonly names = new Interned((name: string) => name);
}

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
    case 'int':
      // In base 16, which takes time linear in the length of the int.
      return `int ${constant.value.toString(16)}`;
    default:
      return `${constant.kind} ${constant.value}`;
  }
}

/** The cells that a callee is given follow from which function or class it is. */
function calleeKey(callee: Callee | null): string {
  if (callee === null) return '-';
  return 'name' in callee ? `${callee.kind} ${callee.name}` : `${callee.kind} ${callee.index}`;
}
