import type { Callee } from '../bytecode/index.ts';

/** What a function is verified against: all that its findings depend on besides itself. */
export interface Surroundings {
  /** The names that are always bound. */
  readonly builtIns: ReadonlySet<string>;
  /** The globals that any instruction of the program stores. */
  readonly assignedGlobals: ReadonlySet<string>;
  /** The globals that functions other than main store. */
  readonly globalsOfFunctions: ReadonlySet<string>;
  /** Whether more globals may be stored than these. */
  readonly hasUnknownStores: boolean;
  /** The captured variables, by name, that any function stores that does not own them. */
  readonly assignedCaptures: ReadonlySet<string>;
  /** Whether there are classes, whose special methods any operator may run. */
  readonly hasClasses: boolean;
  /** The kinds of what a callee returns; 0 when it never does. */
  resultOf(callee: Callee): number;
}
