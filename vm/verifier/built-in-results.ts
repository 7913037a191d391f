import { BUILT_INS, type BuiltInName } from '../isa/index.ts';
import { ANY_KIND, KIND_BITS } from './abstract-stack.ts';

const { NoneType, bool, int, float, str, iterator, object } = KIND_BITS;

/** The kinds of what each built-in returns, whatever its arguments are. */
const RESULTS: Readonly<Partial<Record<BuiltInName, number>>> = {
  abs: ANY_KIND,
  bin: str,
  bool,
  callable: bool,
  chr: str,
  float,
  format: str,
  hash: int,
  hex: str,
  input: str,
  int,
  iter: iterator | object,
  len: int,
  max: ANY_KIND,
  min: ANY_KIND,
  next: ANY_KIND,
  oct: str,
  ord: int,
  pow: ANY_KIND,
  print: NoneType,
  range: object,
  repr: str,
  round: ANY_KIND,
  str,
};

/** The kinds of what a built-in returns; any kind for a name that is none. */
export function resultOfBuiltIn(name: string): number {
  return Object.hasOwn(BUILT_INS, name) ? (RESULTS[name as BuiltInName] ?? ANY_KIND) : ANY_KIND;
}
