import type { ExceptionName } from '../../isa/index.ts';
import { ClassObject, ShapedObject, type ClassOrder, type Construct } from '../objects/index.ts';
import { raise } from '../errors.ts';
import { HeapObject, typeName, type Value } from '../values/index.ts';
import type { NativeComparison } from './native-comparison.ts';

/**
 * The classes of the machine's own types by name. `types/index.ts` fills it in; operations ask it, and so need not know the types
 * with all their methods, which in turn stand on the operations.
 */
const types = new Map<string, ClassObject>();

/** How the values of the built-in types compare, by the names of the types. */
const comparisons = new Map<string, NativeComparison>();

export function registerType(type: ClassObject, comparison?: NativeComparison): void {
  types.set(type.name, type);
  if (comparison !== undefined) comparisons.set(type.name, comparison);
}

/** How a value of a built-in type compares with others; `undefined` where only identity counts. */
export function comparisonOf(value: Value): NativeComparison | undefined {
  return value instanceof HeapObject ? comparisons.get(value.typeName) : undefined;
}

/** The built-in type of that name; one without methods of its own is made when it is first asked for. */
export function typeNamed(name: string): ClassObject {
  let type = types.get(name);
  if (type === undefined) {
    const object = typeNamed('object');
    type = new ClassObject({ name, qualifiedName: name }, belowOnly(object), cannotCreate, true);
    registerType(type);
  }
  return type;
}

/** The class of an exception of the machine's own. */
export function exceptionType(name: ExceptionName): ClassObject {
  return typeNamed(name);
}

/** The class of a value: what `type(value)` gives. */
export function classOf(value: Value): ClassObject {
  if (value instanceof ShapedObject) return value.class;
  return typeNamed(typeName(value));
}

/** A special method that a class of the program defines for its instances; what built-in types do is not among them. */
export function specialMethod(value: Value, name: string): Value | undefined {
  if (value instanceof ShapedObject) return value.class.lookUpOwn(name);
  return undefined;
}

/** The place of a class that derives from one other. */
export function belowOnly(base: ClassObject): ClassOrder {
  return { bases: [base], order: base.order };
}

/** For types whose values only the machine makes. */
export const cannotCreate: Construct = (_machine, type) => raise('TypeError', `cannot create '${type.name}' instances`);
