import type { FunctionIndex, Program } from '../bytecode/index.ts';
import type { FrameView, Stop, Value } from '../runtime/index.ts';

/** One instruction of a program. */
export interface Place {
  readonly function: FunctionIndex;
  readonly at: number;
}

/** What a debugger needs of the machine that it controls. */
export interface DebuggedMachine {
  readonly program: Program;
  readonly instructionCount: number;
  readonly frameCount: number;
  frame(index: number): FrameView;
  globals(): ReadonlyMap<string, Value>;
  run(budget: number, passBreakpoint?: boolean): Stop;
  setBreakpoints(places: readonly Place[]): void;
}
