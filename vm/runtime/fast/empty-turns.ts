import { LEAVE_AT, PASS_AT, REGISTERS, Register } from './registers.ts';

/**
 * Enters the loop, or the steps, some times and leaves at once, with the registers as they were.
 *
 * V8 counts what runs of a function uncompiled, and compiles it when that is enough. But it also compiles the loop in the
 * midst of a turn (on-stack replacement). That code is half as fast, and is taken up at the first jump back whenever the
 * loop is entered uncompiled. So where V8 has given up what it had compiled from the loop's beginning, nothing runs
 * uncompiled any more that it would count, and the loop stays as it is for good. A turn that ends before the first jump
 * back is counted: some hundreds of them, and V8 compiles the loop from its beginning again.
 *
 * And what V8 compiles before it has seen a turn end has no end: it gives that code up wherever a turn is over, and takes the same code
 * again for the next one.
 */
export function runEmptyTurns(run: (stopAt: number) => boolean): void {
  const pc = REGISTERS[Register.pc];
  const sp = REGISTERS[Register.sp];
  const words = REGISTERS[Register.words];
  const counted = REGISTERS[Register.counted];
  for (let turn = 0; turn < TURNS; turn++) {
    REGISTERS[Register.pc] = turn < LONGER_TURNS ? PASS_AT : LEAVE_AT;
    REGISTERS[Register.sp] = sp;
    run(1_000);
  }
  REGISTERS[Register.pc] = pc;
  REGISTERS[Register.sp] = sp;
  REGISTERS[Register.words] = words;
  REGISTERS[Register.counted] = counted;
}

/** Each takes 30 ns once the loop is compiled, and V8 needs 900. Of the steps it begins to note what a turn meets behind about 10. */
const TURNS = 16;
/** The first ones go through the ways of the loop that words share. */
const LONGER_TURNS = 2;
