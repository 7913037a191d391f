import type { Callee, Constant, Site, Variable } from './program.ts';

/** The operand tables of one function while they grow: equal entries stand once, in the order of their first use. */
export class OperandTables {
  readonly constants = new Interned(constantIdentity, constantGroup);
  // In one function, scope and name say which variable it is.
  readonly variables = new Interned(
    ({ name }: Variable) => name,
    ({ scope }) => scope,
  );
  readonly sites = new Interned(({ callee, count, names }: Site) => `${calleeKey(callee)} ${count} ${names.join(' ')}`);
  readonly names = new Interned((name: string) => name);
}

/** A table in which equal entries stand once, in the order of their first mention: those of one group with the same key. */
export class Interned<T> {
  readonly items: T[] = [];
  private readonly groups = new Map<string, Map<Key, number>>();
  private readonly keyOf: (item: T) => Key;
  private readonly groupOf: (item: T) => string;

  constructor(keyOf: (item: T) => Key, groupOf: (item: T) => string = () => '') {
    this.keyOf = keyOf;
    this.groupOf = groupOf;
  }

  /** The index of an item, added where no equal one is there. */
  add(item: T): number {
    const indices = this.indicesOf(this.groupOf(item));
    const key = this.keyOf(item);
    const index = indices.get(key);
    if (index !== undefined) return index;
    indices.set(key, this.items.length);
    this.items.push(item);
    return this.items.length - 1;
  }

  private indicesOf(group: string): Map<Key, number> {
    const known = this.groups.get(group);
    if (known !== undefined) return known;
    const indices = new Map<Key, number>();
    this.groups.set(group, indices);
    return indices;
  }
}

/** What a `Map` compares by value. */
type Key = string | number | bigint | boolean;

function constantGroup(constant: Constant): string {
  return isNegativeZero(constant) ? '-0' : constant.kind;
}

function constantIdentity(constant: Constant): Key {
  return constant.kind === 'none' ? 0 : constant.value;
}

/** To a `Map` both zeros are one. */
function isNegativeZero(constant: Constant): boolean {
  return constant.kind === 'float' && Object.is(constant.value, -0);
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
