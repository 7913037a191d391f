import type { Callee, FunctionIndex } from '../bytecode/index.ts';

/** What a function is verified against: all that its findings depend on besides itself. */
export interface Surroundings {
  /** The names that are always bound. */
  readonly builtIns: ReadonlySet<string>;
  /** The globals that any instruction of the program stores. */
  readonly assignedGlobals: Names;
  /** The globals that functions other than main store. */
  readonly globalsOfFunctions: Names;
  /** The captured variables, by name, that any function stores that does not own them. */
  readonly assignedCaptures: Names;
  /** Whether there are classes, whose special methods any operator may run. */
  readonly hasClasses: boolean;
  /** The kinds of what a callee returns; 0 when it never does. */
  resultOf(callee: Callee): number;
  /** The first instructions that end the frames of a callee by returning a value, for the way that a finding tells. */
  returnsOf(callee: Callee): readonly ReturnPlace[];
}

/** Whether a name is among some. */
export type Names = Pick<ReadonlySet<string>, 'has'>;

/** An instruction of a function, with its qualified name. */
export interface ReturnPlace {
  readonly function: FunctionIndex;
  readonly at: number;
  readonly name: string;
}
