import type { Callee, FunctionCode } from '../bytecode/index.ts';
import { ANY_KIND, KIND_BITS } from './abstract-stack.ts';

/** An instruction with the stack before it, as far as the kinds of its result depend on them. */
export interface InstructionContext {
  readonly code: FunctionCode;
  /** Its index. */
  readonly at: number;
  /** The kinds of the value at a depth below the top, which is at 0; any kind where the slot is unknown. */
  kindsAt(depth: number): number;
  /** The kinds of what a call of a function known at assembly returns; none when it never returns. */
  resultOf(callee: Callee): number;
}

/** What kinds of value an instruction makes out of what kinds of operands. */
export interface ResultRule {
  /**
   * The kinds that the value which the instruction makes may have; where it ends the frame, those of the value that the
   * frame returns; any where it makes none. None (0) means that there never is a value: the instruction fails for the kinds
   * of its operands, or one of them never comes to be.
   */
  readonly kinds: (context: InstructionContext) => number;
  /** What the instruction takes, in the words of a message; left out where it never fails for the kinds of its operands. */
  readonly expects?: string;
  /** How deep the operands lie that this depends on, in the order of messages. */
  readonly depths: (context: InstructionContext) => readonly number[];
}

const { bool, int, float, str, list, tuple, dict, set, frozenset, range, slice } = KIND_BITS;
const { class: klass, exception, iterator, generator, function: func, object } = KIND_BITS;

/** Kinds that count as an int. */
export const INTEGRAL = bool | int;
export const NUMERIC = INTEGRAL | float;
export const SEQUENCE = str | list | tuple | range;
export const SET = set | frozenset;
export const CONTAINER = SEQUENCE | SET | dict;
export const ITERATOR = iterator | generator;
export const UNHASHABLE = list | dict | set | slice;

/**
 * Instances, which may define any operation, and all that is not told apart; exceptions among them, because programs may
 * derive classes from theirs. With them nothing is sure.
 */
export const INSTANCE = object | exception;
export const ITERABLE = CONTAINER | ITERATOR | INSTANCE;
export const CALLABLE = func | klass | INSTANCE;

export function always(kinds: number | ((context: InstructionContext) => number)): ResultRule {
  return { kinds: typeof kinds === 'number' ? () => kinds : kinds, depths: () => [] };
}

/** An instance as the operand may give anything. */
export function unary(expects: string, result: (operand: number) => number): ResultRule {
  const kinds = (context: InstructionContext) => {
    const operand = context.kindsAt(0);
    return operand & INSTANCE ? ANY_KIND : result(operand);
  };
  return { kinds, expects, depths: () => TOP };
}

/** Where either side may define the operation itself, the result may be anything; where either never comes to be, it doesn't. */
export function binary(expects: string, result: (left: number, right: number) => number): ResultRule {
  const kinds = (context: InstructionContext) => {
    const left = context.kindsAt(1);
    const right = context.kindsAt(0);
    if (left === 0 || right === 0) return 0;
    return (left | right) & INSTANCE ? ANY_KIND : result(left, right);
  };
  return { kinds, expects, depths: () => TOP_TWO };
}

/** An operand at a depth, and the kinds that it must be one of. */
export type Demand = readonly [depth: number, accepted: number];

/** Fails when an operand is none of the kinds that it must be one of; what it makes else does not depend on them. */
export function demanding(expects: string, demands: readonly Demand[], result: number): ResultRule {
  const depths = demands.map(([depth]) => depth);
  return {
    kinds: context => (demands.every(([depth, accepted]) => (context.kindsAt(depth) & accepted) !== 0) ? result : 0),
    expects,
    depths: () => depths,
  };
}

const TOP = [0];
const TOP_TWO = [1, 0];
