import type { FunctionIndex } from '../bytecode/index.ts';
import type { Host } from './host.ts';
import type { Limits } from './limits.ts';
import type { Machine } from './machine.ts';
import type { HeapObject } from './values/value.ts';

export interface MachineOptions {
  readonly host: Host;
  /** What is left out has its default. */
  readonly limits?: Partial<Limits>;
  /**
   * What has been proven of each function. Where a function is safe, and its frame has room for all that it can push, its
   * instructions run unchecked; without proofs every instruction is checked. Changes no result.
   */
  readonly proofs?: readonly StackProof[];
  /**
   * Lets the fast engine run what has been proven, which changes nothing but the time. Whoever observes instructions or allocations
   * sees the plain one.
   */
  readonly isFast?: boolean;
  /**
   * Whether the heap keeps a list of its objects, for those who look at all of them; by default it does not. A list makes programs that make
   * many objects half as fast: the host keeps each of them until a collection of the machine.
   */
  readonly listsObjects?: boolean;
  /** Loading a name that nothing has bound gives `None` instead of a `NameError`. */
  readonly undefinedIsNone?: boolean;
  /**
   * Collects before every instruction that follows an allocation, and finds uses of freed objects. Changes no result, and
   * takes its time.
   */
  readonly stressesHeap?: boolean;
  /** Called before each instruction; the machine may be looked at, not changed. */
  readonly onInstruction?: (machine: Machine, place: { readonly function: FunctionIndex; readonly at: number }) => void;
  /** Called for each new object of the heap. */
  readonly onAllocate?: (object: HeapObject) => void;
}

/** What a verifier has proven of a function's operand stack. */
export interface StackProof {
  /** No instruction takes more than there is, or finds different heights on different ways; the end is never run into. */
  readonly isStackSafe: boolean;
  /** The greatest height that the stack of one frame can reach; -1 where it has no bound. */
  readonly maximumHeight: number;
}
