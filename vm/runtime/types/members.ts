import { BUILT_IN_TYPES } from './built-in-types.ts';

/** What programs can name on a value: its methods, and its attributes that are no methods. */
export interface TypeMembers {
  readonly methods: readonly string[];
  readonly attributes: readonly string[];
}

/** The names that values of a built-in type have, without those in `__`, which operators stand for; none for other types. */
export function membersOfType(typeName: string): TypeMembers {
  const methods = new Set<string>();
  const attributes = new Set<string>();
  let name: string | undefined = typeName;
  while (name !== undefined && Object.hasOwn(BUILT_IN_TYPES, name)) {
    const type: (typeof BUILT_IN_TYPES)[string] = BUILT_IN_TYPES[name];
    addNames(methods, type.methods, type.statics, type.classMethods);
    addNames(attributes, type.getters, type.attributes);
    name = type.base;
  }
  return { methods: [...methods].toSorted(), attributes: [...attributes].toSorted() };
}

function addNames(names: Set<string>, ...tables: readonly (object | undefined)[]): void {
  for (const table of tables) {
    for (const name of Object.keys(table ?? {})) if (!name.startsWith('__')) names.add(name);
  }
}
