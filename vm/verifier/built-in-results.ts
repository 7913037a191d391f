import { BUILT_INS, type BuiltInName, type ExceptionName } from '../isa/index.ts';
import { ANY_KIND, KIND_BITS } from './abstract-stack.ts';

const { NoneType, bool, int, float, str, list, tuple, dict, set, frozenset, range, slice } = KIND_BITS;
const { class: klass, exception, iterator, generator, object } = KIND_BITS;

/** The kinds of what each built-in returns, whatever its arguments are; 0 for what cannot be called. */
const RESULTS: Readonly<Record<Exclude<BuiltInName, ExceptionName>, number>> = {
  abs: ANY_KIND,
  all: bool,
  any: bool,
  bin: str,
  bool,
  callable: bool,
  chr: str,
  classmethod: object,
  delattr: NoneType,
  dict,
  dir: list,
  divmod: ANY_KIND,
  enumerate: iterator,
  filter: iterator,
  float,
  format: str,
  frozenset,
  getattr: ANY_KIND,
  hasattr: bool,
  hash: int,
  hex: str,
  id: int,
  input: str,
  int,
  isinstance: bool,
  issubclass: bool,
  iter: iterator | generator | object | exception,
  len: int,
  list,
  map: iterator,
  max: ANY_KIND,
  min: ANY_KIND,
  next: ANY_KIND,
  NotImplemented: 0,
  object,
  oct: str,
  ord: int,
  pow: ANY_KIND,
  print: NoneType,
  property: object,
  range,
  repr: str,
  reversed: ANY_KIND,
  round: ANY_KIND,
  set,
  setattr: NoneType,
  slice,
  sorted: list,
  staticmethod: object,
  str,
  sum: ANY_KIND,
  tuple,
  type: klass,
  zip: iterator,
};

/** The kinds of what a built-in returns; any kind for a name that is none. */
export function resultOfBuiltIn(name: string): number {
  if (!Object.hasOwn(BUILT_INS, name)) return ANY_KIND;
  return BUILT_INS[name as BuiltInName].kind === 'exception' ? exception : RESULTS[name as keyof typeof RESULTS];
}
