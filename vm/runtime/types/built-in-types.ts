import type { Construct } from '../objects/index.ts';
import type { Value } from '../values/index.ts';
import type { NativeClassMethods, NativeGetters, NativeMethods, NativeSetters, NativeStatics } from './definitions.ts';
import { DICT } from './dict.ts';
import { NONE, NOT_IMPLEMENTED_TYPE } from './constants.ts';
import { BUILT_IN_FUNCTION, FUNCTION, METHOD } from './function.ts';
import { ITERATOR_TYPES } from './iterators.ts';
import { LIST } from './list.ts';
import type { NativeComparison } from './native-comparison.ts';
import { BOOL, FLOAT, INT } from './numbers.ts';
import { CLASS_METHOD, PROPERTY, STATIC_METHOD } from './property.ts';
import { RANGE } from './range.ts';
import { FROZENSET, SET } from './set.ts';
import { SLICE } from './slice.ts';
import { STR } from './str.ts';
import { TUPLE } from './tuple.ts';
import { TYPE } from './type.ts';
import { DICT_ITEMS, DICT_KEYS, DICT_VALUES } from './views.ts';

/** What makes a built-in type: its methods, and how a call of it makes a value. */
export interface TypeDefinition {
  /** The type above it, further up in the table; `object` where nothing is said. */
  readonly base?: string;
  readonly methods: NativeMethods;
  /** Methods that operators and built-ins ask for: `__add__`, `__init__`. */
  readonly operators?: NativeMethods;
  /** Attributes that are no methods: `(5).real`. */
  readonly getters?: NativeGetters;
  /** By the names of those of the getters that can be set. */
  readonly setters?: NativeSetters;
  /** Attributes of the type that are the same for all its values. */
  readonly attributes?: Readonly<Record<string, Value>>;
  /** Functions that are called on the class or on a value of it, and get neither: `str.maketrans`. */
  readonly statics?: NativeStatics;
  /** Functions that get the class that they are called on: `dict.fromkeys`. */
  readonly classMethods?: NativeClassMethods;
  /** How values compare; where nothing is said, they equal themselves alone. */
  readonly compare?: NativeComparison;
  /** What a call of the type does; where nothing is said, it cannot be called. */
  readonly construct?: Construct;
}

/** The built-in types, by name. The type of a value is the one of its `typeName`. */
export const BUILT_IN_TYPES: Readonly<Record<string, TypeDefinition>> = {
  int: INT,
  bool: BOOL,
  float: FLOAT,
  str: STR,
  range: RANGE,
  slice: SLICE,
  list: LIST,
  NoneType: NONE,
  NotImplementedType: NOT_IMPLEMENTED_TYPE,
  type: TYPE,
  function: FUNCTION,
  method: METHOD,
  builtin_function_or_method: BUILT_IN_FUNCTION,
  'method-wrapper': BUILT_IN_FUNCTION,
  method_descriptor: BUILT_IN_FUNCTION,
  wrapper_descriptor: BUILT_IN_FUNCTION,
  property: PROPERTY,
  staticmethod: STATIC_METHOD,
  classmethod: CLASS_METHOD,
  tuple: TUPLE,
  dict: DICT,
  dict_keys: DICT_KEYS,
  dict_values: DICT_VALUES,
  dict_items: DICT_ITEMS,
  set: SET,
  frozenset: FROZENSET,
  ...ITERATOR_TYPES,
};
