import { ANY_KIND, BUILT_IN_MEMBERS, KIND_BITS, VALUE_KINDS, type AbstractValue, type ValueKind } from '../vm/index.ts';

/** The built-in types that have a member of some name. */
export interface TypesWithMember {
  readonly names: readonly string[];
  /** Whether the object can be of no other type that has it. */
  readonly isKnown: boolean;
}

/** Of the types that an object may be of, those that have the member; of all built-in types where nothing is known of the object. */
export function typesWithMember(object: AbstractValue | undefined, member: string): TypesWithMember {
  const isKnown = object !== undefined && object.kinds !== ANY_KIND && (object.kinds & KIND_BITS.object) === 0;
  const types = isKnown ? kindsOf(object).map(typeOfKind) : Object.keys(BUILT_IN_MEMBERS);
  return { names: types.filter(type => Object.hasOwn(BUILT_IN_MEMBERS[type] ?? {}, member)), isKnown };
}

export function kindsOf({ kinds }: Pick<AbstractValue, 'kinds'>): ValueKind[] {
  return VALUE_KINDS.filter(kind => (kinds & KIND_BITS[kind]) !== 0);
}

/** The name of the type whose members values of a kind have. */
export function typeOfKind(kind: ValueKind): string {
  return TYPE_NAMES[kind] ?? kind;
}

/** Kinds that are not called as their types are. */
const TYPE_NAMES: Readonly<Partial<Record<ValueKind, string>>> = { class: 'type', exception: 'BaseException' };
