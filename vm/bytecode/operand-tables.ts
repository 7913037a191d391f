import type { Callee, Constant, Site, Variable } from './program.ts';

/** The operand tables of one function while they grow: equal entries stand once, in the order of their first use. */
export class OperandTables {
  readonly constants = new Interned(constantIdentity, constantGroup);
  readonly variables = new Interned(variableName, variableScope);
  readonly sites = new Interned(siteKey);
  readonly names = new Interned(nameItself);
}

// In one function, scope and name say which variable it is.
const variableName = ({ name }: Variable): string => name;
const variableScope = ({ scope }: Variable): string => scope;
const siteKey = ({ callee, count, names }: Site): string => `${calleeKey(callee)} ${count} ${names.join(' ')}`;
const nameItself = (name: string): string => name;

/** A table in which equal entries stand once, in the order of their first mention: those of one group with the same key. */
export class Interned<T> {
  readonly items: T[] = [];
  private readonly keys: Key[] = [];
  private readonly groups: string[] = [];
  /** By group and key the index: only of large tables, in small ones all items are looked at. */
  private indices: Map<string, Map<Key, number>> | undefined;
  private readonly keyOf: (item: T) => Key;
  private readonly groupOf: (item: T) => string;

  constructor(keyOf: (item: T) => Key, groupOf: (item: T) => string = oneGroup) {
    this.keyOf = keyOf;
    this.groupOf = groupOf;
  }

  /** The index of an item, added where no equal one is there. */
  add(item: T): number {
    const group = this.groupOf(item);
    const key = this.keyOf(item);
    const known = this.indices === undefined ? this.search(group, key) : (this.indices.get(group)?.get(key) ?? -1);
    if (known >= 0) return known;
    const index = this.items.push(item) - 1;
    this.keys.push(key);
    this.groups.push(group);
    if (this.indices !== undefined) this.note(this.indices, index);
    else if (index === MOST_SEARCHED) this.makeIndices();
    return index;
  }

  private search(group: string, key: Key): number {
    const { keys, groups } = this;
    for (let index = 0; index < keys.length; index++) {
      if (isSameKey(keys[index], key) && groups[index] === group) return index;
    }
    return -1;
  }

  private makeIndices(): void {
    const indices = new Map<string, Map<Key, number>>();
    for (let index = 0; index < this.items.length; index++) this.note(indices, index);
    this.indices = indices;
  }

  private note(indices: Map<string, Map<Key, number>>, index: number): void {
    const group = this.groups[index];
    let ofGroup = indices.get(group);
    if (ofGroup === undefined) indices.set(group, (ofGroup = new Map()));
    ofGroup.set(this.keys[index], index);
  }
}

const MOST_SEARCHED = 12;
const oneGroup = (): string => '';

/** As a `Map` compares: a NaN is itself. */
function isSameKey(a: Key, b: Key): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
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
