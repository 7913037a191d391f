import type { FunctionIndex } from '../bytecode/index.ts';
import { BREAKPOINT_TRAP, END_OF_CODE, type LinkedProgram } from './link.ts';

/** Where a breakpoint may stand. */
export interface InstructionPlace {
  readonly function: FunctionIndex;
  readonly at: number;
}

/** The breakpoints of a program. They stand in the linked code in the place of opcodes, and cost nothing while none is hit. */
export class BreakpointTraps {
  private readonly linked: LinkedProgram;
  private set: readonly InstructionPlace[] = [];

  constructor(linked: LinkedProgram) {
    this.linked = linked;
  }

  /** Puts these in the place of all that were there. Answers which of them are places of the program. */
  replace(places: readonly InstructionPlace[]): readonly InstructionPlace[] {
    const { functions } = this.linked;
    for (const place of this.set)
      this.setOpcode(place, functions[place.function].code.opcodes[place.at] ?? END_OF_CODE);
    this.set = places.filter(
      ({ function: index, at }) => at >= 0 && at <= (functions[index]?.code.opcodes.length ?? -1),
    );
    for (const place of this.set) this.setOpcode(place, BREAKPOINT_TRAP);
    return this.set;
  }

  private setOpcode(place: InstructionPlace, opcode: number): void {
    this.linked.functions[place.function].opcodes[place.at] = opcode;
  }
}
