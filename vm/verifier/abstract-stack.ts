/** What may be on the operand stack of one function before an instruction. */
export interface AbstractStack {
  /** The least and the greatest height on the paths that lead here; they differ only where paths disagree. */
  readonly minimumHeight: number;
  readonly maximumHeight: number;
  /** The known slots, the top first; at most `minimumHeight` of them. */
  readonly fromTop: readonly AbstractValue[];
}

/** What may be in one slot. */
export interface AbstractValue {
  /**
   * The kinds of value that it may be, as a set of bits of `KIND_BITS`; 0 where what makes it always fails or never
   * returns, so that there never is a value.
   */
  readonly kinds: number;
  /**
   * The instructions that may have made it, ascending; those that only move or copy a value (`SWAP`, `DUP_TOP`) are not
   * its producers. Of very many only the first ones. None where the value is missing (behind an underflow).
   */
  readonly producers: readonly number[];
}

/**
 * The kinds of value that are told apart, by the words of messages. Every value is of exactly one: `exception` are all
 * exceptions, those of the program's own classes too; `object` are all other instances, and what has no kind of its own,
 * such as bound methods and the views of dicts.
 */
export const VALUE_KINDS = [
  'NoneType',
  'bool',
  'int',
  'float',
  'str',
  'list',
  'tuple',
  'dict',
  'set',
  'frozenset',
  'range',
  'slice',
  'function',
  'class',
  'exception',
  'iterator',
  'generator',
  'object',
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** The bit of each kind. */
export const KIND_BITS = Object.fromEntries(VALUE_KINDS.map((kind, index) => [kind, 1 << index])) as Readonly<
  Record<ValueKind, number>
>;

/** Any value at all. */
export const ANY_KIND = (1 << VALUE_KINDS.length) - 1;
