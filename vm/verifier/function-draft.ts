import type { FunctionCode } from '../bytecode/index.ts';

/**
 * The code of a function, also of one whose text has mistakes: then placeholders stand for what nobody can read. A program is
 * made of functions without any, so that none is ever run or stored.
 */
export interface FunctionDraft extends FunctionCode {
  /** Left out where everything is known. */
  readonly placeholders?: Placeholders | undefined;
}

/**
 * What is not known of a function. Every finding has to hold whatever stands there in truth: what the mistakes are mended to.
 */
export interface Placeholders {
  /** For each instruction what nobody can tell of it, as bits of `Unknown`; 0 for one that is as it is written. */
  readonly unknown: Uint8Array;
  /** The instructions that a jump may lead to whose label is not known; the number of instructions is the end. Ascending. */
  readonly entries: readonly number[];
  /** Whether what nothing else leads to may be reached from a line with a mistake. */
  readonly reachesAll: boolean;
  /** Whether there may be more variables than are declared, or the same names may mean others: of variables nothing is said. */
  readonly hasUnknownVariables: boolean;
  /** The names that mistakes may have meant to store; `undefined` where that may be any. */
  readonly mayStore: ReadonlySet<string> | undefined;
}

/** What may be unknown of an instruction. A line with a mistake has at least the first: of it nothing is said but its mistake. */
export const Unknown = {
  /** What the values are that it makes. */
  Values: 1,
  /** What lies on the stack behind it. */
  Stack: 2,
  /** Where it jumps, besides going on. `Placeholders.entries` has the places. */
  Target: 4,
  /** Which variable it stores, if any. */
  Variable: 8,
  /** Whether it goes on, and which handlers are in force behind it. */
  Flow: 16,
} as const;

/** What stands for a word that is no instruction: it may do anything. */
export const UNKNOWN_INSTRUCTION = Unknown.Values | Unknown.Stack | Unknown.Variable | Unknown.Flow;

/** What is not known of an instruction. */
export function unknownAt({ placeholders }: FunctionDraft, at: number): number {
  return placeholders === undefined ? 0 : placeholders.unknown[at];
}
