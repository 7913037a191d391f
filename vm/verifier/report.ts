import type { MessageParameters } from '../diagnostics/index.ts';
import type { FunctionIndex } from '../bytecode/index.ts';
import type { AbstractStack } from './abstract-stack.ts';
import type { Surroundings } from './surroundings.ts';

/** The findings that are proved over the program; those about unused names are the binder's. */
export type FindingKind =
  | 'stack-underflow'
  | 'operand-types'
  | 'division-by-zero'
  | 'stack-below-try'
  | 'pop-try-without-setup'
  | 'stack-heights-differ'
  | 'runs-off-end'
  | 'unreachable-code'
  | 'variable-never-assigned'
  | 'variable-maybe-unassigned'
  | 'values-left-at-return'
  | 'endless-loop';

/** One finding, in the program's own coordinates; the caller knows where in the text that is. */
export type Finding = { [K in FindingKind]: FindingOf<K> }[FindingKind];

interface FindingOf<K extends FindingKind> {
  readonly kind: K;
  readonly function: FunctionIndex;
  /** The culprit: an instruction, or the last one of a region that starts at `at`. */
  readonly at: number;
  readonly last?: number;
  /** What of the instruction is meant. `label`: the label at that index, where there is one, else the instruction. */
  readonly part: 'mnemonic' | 'operand' | 'instruction' | 'label';
  readonly parameters: MessageParameters<K>;
  /** The path that leads to the trouble, in its order. */
  readonly related: readonly RelatedInstruction[];
}

export interface RelatedInstruction {
  readonly function: FunctionIndex;
  readonly at: number;
  readonly part: 'mnemonic' | 'operand' | 'instruction' | 'label';
  readonly message: string;
}

/** What the verifier knows of a program. */
export interface Verification {
  readonly findings: readonly Finding[];
  readonly functions: readonly FunctionFacts[];
  /** What every function was verified against: with it, `verifyFunction` verifies one anew in the time that this one takes. */
  readonly surroundings: Surroundings;
}

/** What the verifier knows of one function. */
export interface FunctionFacts {
  /**
   * The stack before an instruction; `undefined` where no path leads. The index one past the last is allowed. In a function with
   * mistakes it is that of the ways on which everything is known; where there is none, its height has no bound.
   */
  stackBefore(at: number): AbstractStack | undefined;
  /** Whether a mistake leaves open what an instruction does to the stack. */
  isOpen(at: number): boolean;
  /** The greatest height that its operand stack can reach, for one check when a frame is entered; -1 where it has no bound. */
  readonly maximumHeight: number;
  /** No underflow, no differing heights, no run off the end: the unchecked engine may run it. */
  readonly isStackSafe: boolean;
}
