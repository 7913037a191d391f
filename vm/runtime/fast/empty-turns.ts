import { runLoop } from './generated/loop.ts';
import { LEAVE_AT, REGISTERS, Register } from './registers.ts';

/**
 * Enters the loop some times and leaves it at once, with the registers as they were.
 *
 * V8 counts what runs of a function uncompiled, and compiles it when that is enough. But it also compiles the loop in the
 * midst of a turn (on-stack replacement). That code is half as fast, and is taken up at the first jump back whenever the
 * loop is entered uncompiled. So where V8 has given up what it had compiled from the loop's beginning, nothing runs
 * uncompiled any more that it would count, and the loop stays as it is for good. A turn that ends before the first jump
 * back is counted: some hundreds of them, and V8 compiles the loop from its beginning again.
 */
export function runEmptyTurns(): void {
  const pc = REGISTERS[Register.pc];
  const words = REGISTERS[Register.words];
  for (let turn = 0; turn < TURNS; turn++) {
    REGISTERS[Register.pc] = LEAVE_AT;
    runLoop(1);
  }
  REGISTERS[Register.pc] = pc;
  REGISTERS[Register.words] = words;
}

/** Each takes 30 ns once the loop is compiled, and V8 needs 900. */
const TURNS = 8;
