import type { FunctionIndex } from '../bytecode/index.ts';

/** One instruction of a program. */
export interface Place {
  readonly function: FunctionIndex;
  readonly at: number;
}
